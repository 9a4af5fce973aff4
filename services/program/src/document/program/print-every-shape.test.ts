import { expect, test } from "vitest";
import { EVERY_SHAPE, programOf } from "../../fixtures/index.js";
import { printProgram } from "./print-program.js";

test("a document with every shape of the notation is printed and read as the same program", () => {
  const program = programOf(EVERY_SHAPE);
  expect(programOf(printProgram(program))).toEqual(program);
});

test("a printed document with every shape prints as itself", () => {
  const printed = printProgram(programOf(EVERY_SHAPE));
  expect(printProgram(programOf(printed))).toBe(printed);
});
