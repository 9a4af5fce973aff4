import { expect, test } from "vitest";
import { checkProgram } from "../check/index.js";
import { knownCalendarDate, rational } from "../exact/index.js";
import { aFact, documentWith, programOf } from "../fixtures/index.js";
import { type MeasureValue, measureFacts } from "../measure/index.js";
import { explainDecision, placePartner } from "../place/index.js";

const MEASURES = `by-area: { sum: amount, of: deal.won, by: area }
lost: { count: deal.lost, by: area }
all: { sum: amount, of: deal.won }
share: { ratio: [by-area, all] }
rest: { total: [all, { measure: by-area, times: -1 }] }
best: { largest: by-area }
best-share: { ratio: [{ largest: by-area }, all] }`;
const ASOF = knownCalendarDate("2017-06-30");
const deal = (area: string, amountMinor: bigint) => aFact({ amountMinor, attributes: { area } });
const FACTS = [deal("north", 9_000n), deal("south", 1_000n)];

function placed(requires: string, facts = FACTS, change: (value: MeasureValue) => MeasureValue = (value) => value) {
  const program = programOf(documentWith({ measures: MEASURES, requires }));
  const measures = new Map(measureFacts(program, facts, ASOF).map((value) => [value.measure, change(value)]));
  const record = placePartner({
    program,
    asOf: ASOF,
    measures,
    partner: { tracks: [] },
    approvals: [],
    before: null,
    override: null,
    hold: null,
  });
  return { tier: record.tier, summary: explainDecision(program, record).summary, measures };
}
const codesOf = (requires: string) =>
  checkProgram(programOf(documentWith({ measures: MEASURES, requires })))
    .filter(({ severity }) => severity !== "advice")
    .map(({ code }) => code)
    .filter((code) => code !== "UNUSED_MEASURE" && code !== "NO_SAFEGUARDS");

test("each area's share is of that area: of deals of 90 and 10 one is above 60%", () => {
  const asked =
    "{ for-each: area, where: { measure: by-area, at-least: 1 }, requires: { measure: share, at-most: 60% } }";
  const { tier, measures } = placed(asked);
  expect(tier).toBe("registered");
  expect([...(measures.get("share")?.groups ?? [])]).toEqual([
    ["north", rational(9, 10)],
    ["south", rational(1, 10)],
  ]);
  expect(placed(asked.replace("60%", "90%")).tier).toBe("gold");
  expect(codesOf(asked)).toEqual(["COVERAGE_OF_NOTHING"]);
});

test("a group of which a measure has no facts has what its operands come to without any", () => {
  const lost = aFact({ kind: "deal.lost", amountMinor: null, attributes: { area: "west" } });
  const across = (bound: string) =>
    `{ across: area, at-least: 1, requires: { all: [{ measure: lost, at-least: 1 }, { measure: rest, ${bound} }] } }`;
  expect(placed(across("at-least: 100"), [...FACTS, lost]).tier).toBe("gold");
  expect(placed(across("more-than: 100"), [...FACTS, lost]).tier).toBe("registered");
});

test("the group that has the most of a measure is a measure itself", () => {
  const { measures } = placed("{ measure: best-share, at-most: 90% }");
  expect([measures.get("best")?.value, measures.get("best-share")?.value]).toEqual([rational(90), rational(9, 10)]);
  expect(placed("{ measure: best, at-least: 1 }", []).measures.get("best")?.value).toBeNull();
});

test("a decision from before composites were distinguished is judged by their wholes, as it was made", () => {
  const asked =
    "{ for-each: area, requires: { all: [{ measure: by-area, at-least: 1 }, { measure: share, at-least: 100% }] } }";
  expect(placed(asked).tier).toBe("registered");
  const asBefore = (value: MeasureValue) =>
    value.measure === "share" ? { ...value, groups: null, value: rational(1) } : value;
  expect(placed(asked, FACTS, asBefore).tier).toBe("gold");
});

test("a partner that has no area at all is shown so, and the check says that the tier is given for nothing", () => {
  const asked =
    "{ for-each: area, where: { measure: by-area, at-least: 1000 }, requires: { measure: share, at-most: 60% } }";
  expect(placed(asked).summary).toBe("Gold, because there is no area yet of which anything is asked.");
  expect(codesOf(`{ all: [{ across: area, requires: { measure: by-area, at-least: 1000 } }, ${asked}] }`)).toEqual([]);
});

test("coverage whose requirement is one number for all groups is an error", () => {
  const whole = "{ for-each: area, where: { measure: by-area, at-least: 1 }, requires: { measure: all, at-least: 1 } }";
  expect(codesOf(whole)).toContain("GROUPS_WITHOUT_ATTRIBUTE");
});
