import { expect, test } from "vitest";
import { documentWith, placeBy, problemsOf, programOf } from "../../fixtures/index.js";
import { parseProgram } from "./parse-program.js";
import { printProgram } from "./print-program.js";

test.each([
  "",
  "null",
  "[]",
  "42",
  "- a\n- b",
  "--- {}\n--- {}",
  "&a [*a]",
  "\u0000",
  "{",
  "? : ?",
  "!!js/function x",
  "%YAML 9.9\n---\n{}",
])("what is no program document is refused in words: %j", (source) => {
  const parsed = parseProgram(source);
  expect(parsed.kind).toBe("ProgramRefused");
  if (parsed.kind === "ProgramRefused")
    for (const { message } of parsed.problems) expect(message.length).toBeLessThan(2_000);
});

test.each(["__proto__", "toString", "hasOwnProperty", "valueOf"])(
  "a tier, measure or track named %s is refused as a name",
  (name) => {
    expect(problemsOf(documentWith({ head: `tracks: { ${name}: {} }` }))).toMatch(/name/);
    expect(
      problemsOf(
        documentWith({ measures: `${name}: { count: deal.won }`, requires: `{ measure: ${name}, at-least: 1 }` }),
      ),
    ).toMatch(/name/);
  },
);

test("what every object inherits is no measure, track, tier or benefit", () => {
  expect(problemsOf(documentWith({ requires: "{ measure: constructor, at-least: 1 }" }))).toMatch(/constructor/);
  expect(problemsOf(documentWith({ requires: "{ measure: revenue, at-least: 1, tracks: [constructor] }" }))).toMatch(
    /constructor/,
  );
  expect(problemsOf(documentWith({ requires: "{ tenure: constructor, at-least: 1 months }" }))).toMatch(/constructor/);
});

test("a tier may be named constructor, and was not met on any day before it was", () => {
  const program = programOf(
    documentWith({
      measures: "deals: { count: deal.won }",
      requires: "{ measure: deals, at-least: 20 }",
      more: "  constructor: { rank: 2, why: W., requires: { measure: deals, at-least: 10 }, met-on-any-day-in: lifetime }",
    }),
  );
  expect(programOf(printProgram(program))).toEqual(program);
  const first = placeBy(program, "2023-01-01", { deals: "0" });
  const second = placeBy(program, "2023-01-02", { deals: "0" }, { before: first.after });
  expect(second.tier).toBe("registered");
  expect(second.after.metOn).toEqual({});
  const third = placeBy(program, "2023-01-03", { deals: "10" }, { before: second.after });
  expect(placeBy(program, "2023-01-04", { deals: "0" }, { before: third.after }).tier).toBe("constructor");
});

test.each(["1e9", "0x10", ".inf", ".nan", "1_000", "١٠٠", "1,000", "9".repeat(31), "Infinity"])(
  "%s is no number of a bound",
  (number) => {
    expect(
      problemsOf(documentWith({ requires: `{ measure: revenue, at-least: ${JSON.stringify(number)} }` })),
    ).not.toBe("");
  },
);
