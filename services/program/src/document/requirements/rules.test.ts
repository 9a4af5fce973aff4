import { expect, test } from "vitest";
import { checkProgram } from "../../check/index.js";
import { documentWith, programOf } from "../../fixtures/index.js";
import { differenceInWords, differencesBetween, parseProgram } from "../program/index.js";

const MEASURES = "revenue: { sum: amount, of: deal.won }\ndeals: { title: Won deals, count: deal.won }";
const documentOf = (
  rule: string,
  requires = "{ all: [{ measure: revenue, at-least: 1000 }, { rule: busy }] }",
  more = "",
) => documentWith({ measures: MEASURES, requires, more: `rules: { busy: ${rule} }\n${more}` });
const BUSY = "{ any: [{ measure: deals, at-least: 10 }, { measure: revenue, at-least: 9000 }], why: A habit. }";
const problemsOf = (source: string) => {
  const parsed = parseProgram(source);
  return parsed.kind === "ProgramParsed" ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
};

test("a cited rule is asked as if it were written where it is cited, under addresses of that place", () => {
  const written = documentWith({
    measures: MEASURES,
    requires: `{ all: [{ measure: revenue, at-least: 1000 }, ${BUSY}] }`,
  });
  const [cited, inPlace] = [programOf(documentOf(BUSY)), programOf(written)];
  expect(differencesBetween(inPlace, cited)).toEqual([]);
  const requires = cited.tiers.at(-1)?.requires;
  expect(requires).toMatchObject({ of: [{}, { rule: "busy", why: "A habit.", path: "tiers.gold.requires.all[1]" }] });
  expect(requires).toMatchObject({ of: [{}, { of: [{ path: "tiers.gold.requires.all[1].any[0]" }, {}] }] });
});

test("when a rule changes, each tier that cites it says what it asks now", () => {
  const after = BUSY.replace("10", "12");
  expect(differencesBetween(programOf(documentOf(BUSY)), programOf(documentOf(after))).map(differenceInWords)).toEqual([
    expect.stringContaining("Won deals"),
  ]);
  // Also where it keeps a tier.
  const keeping = (rule: string) =>
    programOf(
      documentWith({
        measures: MEASURES,
        more: `    keeps: { rule: busy }\nrules: { busy: ${rule} }`,
      }),
    );
  expect(differencesBetween(keeping(BUSY), keeping(after))).toHaveLength(1);
});

test("a rule that nothing cites is found, and a name that is none is refused", () => {
  const unused = programOf(documentOf(BUSY, "{ measure: revenue, at-least: 1000 }"));
  expect(checkProgram(unused).filter(({ code }) => code === "UNUSED_RULE")).toMatchObject([{ path: "rules.busy" }]);
  expect(problemsOf(documentOf(BUSY, "{ rule: bussy }"))).toEqual([expect.stringContaining("did you mean `busy`?")]);
  expect(problemsOf(documentOf(BUSY, "{ rule: busy, why: W. }"))).toEqual([
    expect.stringContaining("unknown key `why`"),
  ]);
});

test("a rule cites no other, and a gate cites none", () => {
  expect(problemsOf(documentOf("{ all: [{ rule: busy }] }"))).toEqual([expect.stringContaining("a rule is cited in")]);
  const gated = "scores: { s: { terms: [{ measure: deals, points: 1, gate: { rule: busy } }] } }";
  expect(problemsOf(documentOf(BUSY, "{ score: s, at-least: 1 }", gated))).toEqual([
    expect.stringContaining("not in another rule or in a gate"),
  ]);
});

test("few names that come to very many requirements are refused", () => {
  const long = `{ all: [${Array.from({ length: 300 }, () => "{ measure: deals, at-least: 1 }").join(", ")}] }`;
  const requires = `{ all: [${Array.from({ length: 300 }, () => "{ rule: busy }").join(", ")}] }`;
  expect(problemsOf(documentOf(long, requires))[0]).toContain("more than 5000 requirements");
});
