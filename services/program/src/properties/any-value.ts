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

/** For tests: decimals of any length. */
export const decimals = fc.constantFrom<unknown>(
  1,
  0.5,
  "0.1",
  "123456789012345678901234.56",
  "99999.999999999999999999",
  7.25,
);
/** For tests: factors, some below zero. */
export const factor = fc.constantFrom<unknown>(1, -1, 0.5, "15/7", "-15/7", "12.5%", "1/3");

/** For tests: who is asked, and why. */
export const audience = {
  tracks: optional(fc.constantFrom<unknown>("reseller", ["reseller", "smb"])),
  regions: optional(fc.constantFrom<unknown>("EMEA", ["EMEA", "yes"])),
  countries: optional(fc.constantFrom<unknown>("DE", ["NO", "DE"])),
  markets: optional(fc.constant<unknown>("growth")),
  why: optional(words),
};

/** For tests: what a random document is made of, in the notation, as plain data that JSON writes. */
export type Notation = Record<string, unknown>;
