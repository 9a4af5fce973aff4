import fc from "fast-check";

/** Values as a partner manager would write them, with every sign that YAML or the notation might stumble over. */
export const words = fc.constantFrom(
  "Reach.",
  "yes",
  "null",
  "- so",
  "a: b # c",
  "12",
  "1e3",
  "'",
  '"',
  "line\nline",
  " spaces ",
  "é 漢字 🙂",
  "0x10",
  "%",
  "~",
);
const names = ["alpha", "beta-2", "7", "constructor", "true", "null", "0x1"] as const;
export const aName = fc.constantFrom(...names);
export const aValue = fc.constantFrom("A", "1.0", "null", "yes", "GTX Pro", "7");

export const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
