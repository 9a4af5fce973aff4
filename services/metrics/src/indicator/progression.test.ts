import { documentWith, programOf } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import { progressionOf } from "./progression.js";

test("of the partners of each tier, so many moved up and so many down", () => {
  const program = programOf(documentWith({}));
  const moves = [
    { before: "registered", after: "registered", partners: 6 },
    { before: "registered", after: "gold", partners: 2 },
    { before: "gold", after: "registered", partners: 1 },
    { before: "gold", after: "gold", partners: 3 },
    { before: "gone", after: "gold", partners: 9 },
  ];
  expect(progressionOf(program, moves)).toEqual([
    { tier: "registered", partners: 8, movedUp: 2, movedDown: 0 },
    { tier: "gold", partners: 4, movedUp: 0, movedDown: 1 },
  ]);
});
