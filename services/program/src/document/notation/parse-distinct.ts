import type { YamlCursor } from "./yaml-cursor.js";
import { YamlFields } from "./yaml-fields.js";

/** The values of a list. Repeated ones are reported. */
export function readDistinct<Value extends string>(
  elements: readonly YamlCursor[],
  read: (element: YamlCursor) => Value,
): Value[] {
  const values = new Set<Value>();
  for (const element of elements) {
    const value = read(element);
    if (values.has(value) && value !== "") element.refuse("INVALID_VALUE", `\`${value}\` is here a second time`);
    values.add(value);
  }
  return [...values];
}

/** Reads one name or a list of names, each of a declared entry; empty where the key is left out. */
export const readNames = (
  fields: YamlFields,
  key: string,
  { what, known }: { what: string; known: ReadonlySet<string> },
): string[] =>
  readDistinct(fields.optional(key)?.listOrOne("a name, or a list of names") ?? [], (name) => name.nameOf(what, known));
