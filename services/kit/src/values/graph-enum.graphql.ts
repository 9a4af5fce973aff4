import "../subgraph/metadata.js";
import { registerEnumType } from "type-graphql";

export interface EnumWords {
  readonly description?: string;
  /** By the value's name in the graph. */
  readonly valuesConfig?: Readonly<Record<string, { readonly description?: string }>>;
}

/**
 * An enum of the graph over words of the engine or of a table: `at-least` is `AT_LEAST` to clients, and stays `at-least`
 * to everything below. Use what it returns as the type of a field: `field.of(() => Bound)`, and `(typeof
 * Bound)[string]` for one of its words.
 */
export function graphEnum<const Word extends string>(
  name: string,
  words: readonly Word[],
  described: EnumWords = {},
): Readonly<Record<string, Word>> {
  const values = Object.fromEntries(words.map((word) => [word.replaceAll(/[^A-Za-z0-9]/g, "_").toUpperCase(), word]));
  registerEnumType(values, { name, ...described });
  return values;
}
