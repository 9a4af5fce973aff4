import { expect, test } from "vitest";
import { detectDelimiter } from "./detect-delimiter.js";

test.each([
  ["a,b,c\n1;2;3", ","],
  ["a;b;c\r\n1,5;2,5;3", ";"],
  ["a\tb\n", "\t"],
  ["a|b|c", "|"],
  ["\uFEFF\r\na;b", ";"],
  ['"a,b,c,d";"e\n,,,,,"\n1;2', ";"],
  ['"say ""x,y,z""";b', ";"],
  ["alone\n1,2", ","],
  ["", ","],
])("the header of %j is separated by %j", (start, delimiter) => {
  expect(detectDelimiter(start)).toBe(delimiter);
});
