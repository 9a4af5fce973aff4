import { expect, test } from "vitest";
import { documentWith } from "../../fixtures/index.js";
import { publishedProgram } from "./published-program.js";

test("a published document is read once, and then remembered", () => {
  const program = publishedProgram(documentWith());
  expect(program.tiers.map(({ name }) => name)).toEqual(["registered", "gold"]);
  expect(publishedProgram(documentWith())).toBe(program);
});

test("two documents are two programs", () => {
  const other = documentWith({ requires: "{ measure: revenue, at-least: 1 }" });
  expect(publishedProgram(other)).not.toEqual(publishedProgram(documentWith()));
});

test("after many other documents, a document still gives the same program", () => {
  const program = publishedProgram(documentWith());
  for (let target = 1; target <= 100; target++)
    publishedProgram(documentWith({ requires: `{ measure: revenue, at-least: ${target} }` }));
  expect(publishedProgram(documentWith())).toEqual(program);
});

test("a document that publication would never let pass is an error that says what is wrong with it", () => {
  const broken = documentWith({ requires: "{ measure: margin, at-least: 1 }" });
  expect(() => publishedProgram(broken)).toThrow(/A published program is refused: .*margin/);
});
