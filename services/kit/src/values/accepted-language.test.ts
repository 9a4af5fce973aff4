import { expect, test } from "vitest";
import { acceptedLanguage } from "./accepted-language.js";

const KNOWN = ["en", "de"] as const;
const accepted = (header?: string) => acceptedLanguage(header, KNOWN);

test("the language that is wanted most is answered in, with any region", () => {
  expect(accepted("de")).toBe("de");
  expect(accepted("de-CH, de;q=0.9, en;q=0.8")).toBe("de");
  expect(accepted("DE-at")).toBe("de");
  expect(accepted("en;q=0.7, de;q=0.8")).toBe("de");
  expect(accepted("en, de")).toBe("en");
});

test("a language that is not known is passed over, and English is for who takes none of ours", () => {
  expect(accepted("fr, de;q=0.5")).toBe("de");
  expect(accepted("fr, den")).toBe("en");
  expect(accepted("de;q=0, fr")).toBe("en");
  expect(accepted("*")).toBe("en");
  expect(accepted("*, en;q=0")).toBe("de");
  expect(accepted(undefined)).toBe("en");
  expect(accepted("")).toBe("en");
});

test("what is no list of languages is English, and a long one is read to its bound", () => {
  for (const header of [";;;", "de;q=much", "de;q=-1", "de;q=2", "=,;q=1", `${"fr,".repeat(200_000)}de`])
    expect(accepted(header)).toBe("en");
});
