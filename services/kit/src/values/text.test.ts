import { expect, test } from "vitest";
import { isLine, isText } from "./text.js";

test("a name is 1 to 200 characters of any script", () => {
  for (const name of ["A", "Ostrava Steel, Ltd", "株式会社", "😀", "x".repeat(200)])
    expect(isLine(name) && isText(name)).toBe(true);
  for (const wrong of ["", "  ", "x".repeat(201), "nul\u0000", "bell\u0007", "half \ud800", "\udc00 half"])
    expect(isLine(wrong) || isText(wrong)).toBe(false);
});

test("only text may break lines", () => {
  expect([isLine("two\nlines"), isText("two\r\nlines\tand tabs")]).toEqual([false, true]);
});
