import { FACT_KINDS, type FactCondition, type FactKind, type FactSource } from "./program.js";
import type { YamlCursor } from "./yaml-cursor.js";
import type { YamlFields } from "./yaml-fields.js";

/**
 * Reads which facts count: their kinds under `key` (`deal.won`, or a list of kinds), narrowed by `where`.
 * Kinds without a field to add up are refused where `isAddedUp`.
 */
export function readSource(fields: YamlFields, options: { key: string; isAddedUp: boolean }): FactSource {
  const cursor = fields.required(options.key);
  const kinds = readDistinct(cursor.listOrOne("a kind of fact, or a list of them"), (element) => {
    const kind = element.oneOf<FactKind>(FACT_KINDS);
    if (options.isAddedUp && kind === "certification")
      element.refuse("INVALID_VALUE", "a certification has no amount or quantity to add up");
    return kind;
  });
  return { kinds, where: readConditions(fields.optional("where")) };
}

/** Values of a list, each refused where it stands a second time. */
export function readDistinct<Value extends string>(
  elements: readonly YamlCursor[],
  read: (element: YamlCursor) => Value,
): Value[] {
  const values = new Set<Value>();
  for (const element of elements) {
    const value = read(element);
    if (values.has(value) && value !== "") element.refuse("INVALID_VALUE", `\`${value}\` stands here a second time`);
    values.add(value);
  }
  return [...values];
}

function readConditions(cursor: YamlCursor | null): FactCondition[] {
  if (cursor === null) return [];
  return cursor
    .mapping("attributes with their values, such as `{ product: [GTX Pro] }`")
    .entries.map(([attribute, values]) => ({
      attribute,
      in: readDistinct(values.listOrOne("a value, or a list of values"), (value) => value.text("a value")),
    }));
}
