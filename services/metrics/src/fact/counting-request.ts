import type { FactSelection, Gathering } from "@tiergraph/program/measure";

/** A counting as SQL reads it, from JSON; see `countingRequest`. */
export interface CountingRequest {
  readonly kinds: readonly string[];
  readonly where: FactSelection["source"]["where"];
  readonly except: FactSelection["source"]["except"];
  readonly ranges: FactSelection["ranges"];
  /** From the first day of any range to the last, by which the index is read. */
  readonly from: string | null;
  readonly to: string;
  readonly asOf: string;
  readonly onlyActive: boolean;
  readonly late: FactSelection["late"];
  readonly carrying: CarriedName | null;
}

/** A field of facts, or an attribute: one of the two. */
export interface CarriedName {
  readonly field?: string;
  readonly attribute?: string;
}

/** Null where no day counts, and so no fact. */
export function countingRequest({
  source,
  ranges,
  asOf,
  onlyActive,
  late,
  carrying,
}: FactSelection): CountingRequest | null {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    kinds: source.kinds,
    where: source.where,
    except: source.except,
    // The ranges of a counting are in the order of their days.
    ranges,
    from: first.from,
    to: last.to,
    asOf,
    onlyActive,
    late,
    carrying: carrying === null ? null : carriedName(carrying),
  };
}

export const carriedName = (
  carried: NonNullable<FactSelection["carrying"] | Gathering["key"] | Gathering["apart"]>,
): CarriedName => (typeof carried === "string" ? { field: carried } : carried);
