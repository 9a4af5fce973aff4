import { type Listing, type ListingOptions, listing, type OrderedBy } from "./listing.js";

/** What a list may be asked for: a value, and what holds of its rows where that is not null. */
export interface Condition<Query> {
  readonly type: string;
  readonly asked: (query: Query) => unknown;
  /** @param value in SQL */
  readonly holds: (value: string) => string;
}

export interface Conditions<Query> {
  readonly where: readonly string[];
  readonly values: (query: Query) => unknown[];
  /** How many they take, from `$1` on. */
  readonly parameters: number;
}

/** The parameter at an index from 0, by its type. */
export const parameter = (index: number, type: string): string => `$${index + 1}::${type}`;

/**
 * Conditions of a list, each of which may be asked or not.
 *
 * A condition that begins with `($n::type is null or` has a text of its own for each way round, see `statementVariant`.
 * There is one for each of `byIndex`, which an index may find rows by, and one for all `others` together, which are held
 * against rows one by one: few texts are prepared, and a list without conditions is planned without them.
 */
export function conditionsOf<Query>({
  byIndex,
  others,
}: {
  readonly byIndex: readonly Condition<Query>[];
  readonly others: readonly Condition<Query>[];
}): Conditions<Query> {
  const oneByOne = others.map(({ type, holds }, i) => {
    const value = parameter(byIndex.length + i, type);
    return `((${value}) is null or ${holds(value)})`;
  });
  const onOff = byIndex.length + others.length;
  return {
    where: [
      ...byIndex.map(({ type, holds }, i) => `(${parameter(i, type)} is null or ${holds(parameter(i, type))})`),
      `(${parameter(onOff, "boolean")} is null or (${oneByOne.join(" and ")}))`,
    ],
    values: (query) => {
      const values = others.map(({ asked }) => asked(query));
      const isOn = values.some((value) => value !== null);
      return [...byIndex.map(({ asked }) => asked(query)), ...values, isOn || null];
    },
    parameters: onOff + 1,
  };
}

export type Direction = "ASC" | "DESC";

/**
 * A list in one order and in the opposite one.
 *
 * @param name of the list with the least first; the other is `<name>-desc`
 */
export function inBothDirections<Query, Row>(
  name: string,
  { orderBy, ...listed }: ListingOptions<Query, Row>,
): Readonly<Record<Direction, Listing<Query, Row>>> {
  const ordered = (isDescending: boolean) =>
    listing(isDescending ? `${name}-desc` : name, {
      ...listed,
      orderBy: orderBy.map((term: OrderedBy<Row>) => ({ ...term, isDescending })),
    });
  return { ASC: ordered(false), DESC: ordered(true) };
}
