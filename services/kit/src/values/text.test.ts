import { expect, test } from "vitest";
import { isLine, isNote, isText, isTextOf } from "./text.js";

test("a name is 1 to 200 characters of any script", () => {
  for (const name of ["A", "Ostrava Steel, Ltd", "株式会社", "😀", "x".repeat(200)])
    expect(isLine(name) && isText(name)).toBe(true);
  for (const wrong of ["", "  ", "x".repeat(201), "nul\u0000", "bell\u0007", "half \ud800", "\udc00 half"])
    expect(isLine(wrong) || isText(wrong)).toBe(false);
});

test("only text may break lines", () => {
  expect([isLine("two\nlines"), isText("two\r\nlines\tand tabs")]).toEqual([false, true]);
});

test("a longer text has its own bound, and a note may be left out: neither holds what a database refuses", () => {
  expect([isTextOf("x".repeat(1_000), 1_000), isTextOf("x".repeat(1_001), 1_000), isTextOf(" ", 10)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isNote(null, 10), isNote("", 10), isNote("two\nlines", 10), isNote("eleven char", 10)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  for (const wrong of ["nul\u0000", "half \ud800"]) expect(isTextOf(wrong, 1_000) || isNote(wrong, 1_000)).toBe(false);
});
