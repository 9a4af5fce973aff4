import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseProgram, printProgram } from "../document/program/index.js";
import { programOf } from "../fixtures/index.js";
import { anyDocument } from "./any-document.js";
import { hold, RUNS, TIMEOUT_MS } from "./hold.js";

test("all that is printed of a document is read as the same program", { timeout: TIMEOUT_MS }, () => {
  let read = 0;
  const refused = new Map<string, number>();
  hold("printed is read as the same", () =>
    fc.property(anyDocument, (source) => {
      const parsed = parseProgram(source);
      if (parsed.kind === "ProgramRefused") {
        const [first] = parsed.problems;
        refused.set(first?.message ?? "", (refused.get(first?.message ?? "") ?? 0) + 1);
        return;
      }
      read++;
      const printed = printProgram(parsed.program);
      if (!isDeepStrictEqual(parseProgram(printed), parsed)) expect(programOf(printed)).toEqual(parsed.program);
    }),
  );
  console.info(`${read} documents were valid`);
  expect(read, JSON.stringify([...refused].sort((a, b) => b[1] - a[1]).slice(0, 8))).toBeGreaterThan(RUNS / 2);
});
