import { expect, test } from "vitest";
import type { Program } from "../document/program/index.js";
import { aFact } from "../fixtures/index.js";
import type { DecisionRecord } from "../place/index.js";
import { type ExampleValue, exampleProgram, placeByFacts, placeByValues } from "./example-program.js";

const FY22 = exampleProgram("salesforce-consulting-fy22");
const PY21 = exampleProgram("salesforce-consulting-py21");
const PY20 = exampleProgram("salesforce-consulting-py20");

const inRegions = (scores: Record<string, number>): Record<string, ExampleValue> => ({
  "qualifying-credentials": "2",
  "trailblazer-score": Object.fromEntries(Object.entries(scores).map(([region, score]) => [region, String(score)])),
});
const place = (program: Program, scores: Record<string, number>) => placeByValues(program, inRegions(scores)).tier;

test.each<[string, Record<string, number>, string, string]>([
  ["A", { NA: 480, EMEA: 510, APAC: 0 }, "crest", "the best region has 510"],
  ["B", { NA: 749, EMEA: 200 }, "crest", "749 is the top of the band"],
  ["C", { NA: 750 }, "summit", "750 begins the next one"],
])("Salesforce FY22, example %s: %j is %s, since %s", (_, scores, tier) => {
  expect(place(FY22, scores)).toBe(tier);
});

test.each([
  [249, "base"],
  [250, "ridge"],
  [499, "ridge"],
  [500, "crest"],
  [749, "crest"],
  [750, "summit"],
  [1_500, "summit"],
])("a best score of %i is %s", (score, tier) => {
  expect(place(FY22, { APAC: 0, EMEA: score })).toBe(tier);
});

test("scores of several regions are never added up", () => {
  expect(place(FY22, { NA: 249, EMEA: 249, APAC: 249, LATAM: 249 })).toBe("base");
});

test("two qualifying credentials are the way in, held by one person or by two", () => {
  const certificates = (...people: string[]) =>
    people.map((person) => aFact({ kind: "certification", person, on: "2021-01-01" }));
  const scored = aFact({ kind: "trailblazer.scored", quantity: 600n, on: "2021-01-01", attributes: { region: "NA" } });
  expect(placeByFacts(FY22, [scored, ...certificates("Ada")]).tier).toBe("applicant");
  expect(placeByFacts(FY22, [scored, ...certificates("Ada", "Ada")]).tier).toBe("crest");
  expect(placeByFacts(FY22, [scored, ...certificates("Ada", "Ben")]).tier).toBe("crest");
  expect(placeByFacts(FY22, certificates("Ada", "Ben")).tier).toBe("base");
});

test("from facts: the latest score of each region counts, and the best region decides", () => {
  const scored = (region: string, quantity: bigint, on: string) =>
    aFact({ kind: "trailblazer.scored", quantity, on, attributes: { region } });
  const facts = [
    ...["Ada", "Ben"].map((person) => aFact({ kind: "certification", person, on: "2021-01-01" })),
    scored("NA", 760n, "2021-01-31"),
    scored("NA", 480n, "2021-04-30"),
    scored("EMEA", 510n, "2021-01-31"),
  ];
  const decision = placeByFacts(FY22, facts, { asOf: "2021-05-01" });
  expect(decision.inputs.measures).toContainEqual({
    measure: "trailblazer-score",
    value: "480",
    groups: { EMEA: "510", NA: "480" },
  });
  expect(decision.tier).toBe("crest");
  expect(placeByFacts(FY22, facts, { asOf: "2021-04-29" }).tier).toBe("summit");
});

const EVALUATIONS = ["2021-05-01", "2021-08-01", "2021-11-01"] as const;

/** The evaluations of a year, from what was assigned on 1 March 2021 to the assignment a year later. */
function throughTheYear(
  start: number,
  quarterly: readonly [number, number, number],
  nextMarch: number,
): DecisionRecord[] {
  const assigned = placeByValues(FY22, inRegions({ NA: start }), { asOf: "2021-02-01" });
  const days = [...EVALUATIONS.map((day, i) => [day, quarterly[i] ?? 0] as const), ["2022-02-01", nextMarch] as const];
  const records = [assigned];
  for (const [asOf, score] of days)
    records.push(placeByValues(FY22, inRegions({ NA: score }), { asOf, before: records.at(-1)?.after ?? null }));
  return records;
}

test("Salesforce FY22, example D: nobody is demoted inside the year; on 1 March the tier is assigned anew", () => {
  const year = throughTheYear(510, [430, 410, 470], 430);
  expect(year.map(({ tier }) => tier)).toEqual(["crest", "crest", "crest", "crest", "ridge"]);
  expect(year[4]).toMatchObject({ outcome: "DEMOTED", effectiveOn: "2022-03-01" });
  expect(year[1]?.safeguards.map(({ rule }) => rule)).toEqual(["NOT_DUE", "RATCHET"]);
});

test("Salesforce FY22, example E: two tiers at once in the second quarter are kept although the third falls", () => {
  const year = throughTheYear(300, [300, 760, 640], 640);
  expect(year.map(({ tier }) => tier)).toEqual(["ridge", "ridge", "summit", "summit", "crest"]);
  expect(year[2]).toMatchObject({ outcome: "PROMOTED", effectiveOn: "2021-09-01" });
  expect(year[4]).toMatchObject({ outcome: "DEMOTED", effectiveOn: "2022-03-01" });
});

test("between two evaluations nothing moves, no matter the score", () => {
  const [assigned] = throughTheYear(300, [300, 300, 300], 300);
  const before = assigned?.after ?? null;
  const june = placeByValues(FY22, inRegions({ NA: 900 }), { asOf: "2021-04-30", before });
  expect(june).toMatchObject({ tier: "ridge", safeguards: [{ rule: "NOT_DUE", until: "2021-05-01" }] });
});

test.each([
  [PY20, "gold"],
  [PY21, "silver"],
  [FY22, "ridge"],
])("a score of 460 is another tier in each version: $version", (program, tier) => {
  expect(place(program, { NA: 460 })).toBe(tier);
});

test.each([
  [249, "registered", "registered"],
  [250, "silver", "silver"],
  [449, "silver", "silver"],
  [450, "gold", "silver"],
  [499, "gold", "silver"],
  [500, "gold", "gold"],
  [699, "gold", "gold"],
  [700, "platinum", "gold"],
  [749, "platinum", "gold"],
  [750, "platinum", "platinum"],
])("a score of %i is %s in PY20 and %s in PY21", (score, py20, py21) => {
  expect([place(PY20, { NA: score }), place(PY21, { NA: score })]).toEqual([py20, py21]);
});

const [PLATINUM, GOLD] = [720, 500];
function strategic(countries: Record<string, number>): string {
  const byCountry = Object.fromEntries(Object.entries(countries).map(([name, score]) => [name, String(score)]));
  const topEight = Object.fromEntries(Object.entries(byCountry).filter(([name]) => !["NL", "SE", "IT"].includes(name)));
  return placeByValues(PY20, {
    ...inRegions({ NA: 720 }),
    "country-score": byCountry,
    "top-8-country-score": topEight,
  }).tier;
}

test.each<[Record<string, number>, string, string]>([
  [{ US: PLATINUM, UK: PLATINUM, DE: GOLD, FR: GOLD }, "global-strategic", "two Platinum and two Gold"],
  [{ US: PLATINUM, UK: GOLD, DE: GOLD, FR: GOLD }, "platinum", "one is Platinum only"],
  [{ US: PLATINUM, UK: PLATINUM, DE: GOLD }, "platinum", "a fourth country is missing"],
  [{ US: PLATINUM, UK: PLATINUM, DE: GOLD, FR: 449 }, "platinum", "the fourth country is Silver"],
  [{ US: PLATINUM, UK: PLATINUM, NL: GOLD, SE: GOLD }, "global-strategic", "the others need not be of the Top 8"],
  [{ US: PLATINUM, NL: PLATINUM, SE: PLATINUM, DE: GOLD }, "platinum", "only one of the Top 8 is Platinum"],
])("Global Strategic: %j is %s, since %s", (countries, tier) => {
  expect(strategic(countries)).toBe(tier);
});

test("a third Platinum country stands for a Gold one, since Platinum is more than Gold", () => {
  expect(strategic({ US: PLATINUM, UK: PLATINUM, DE: PLATINUM, FR: GOLD })).toBe("global-strategic");
  expect(strategic({ US: PLATINUM, UK: PLATINUM, DE: PLATINUM, FR: PLATINUM })).toBe("global-strategic");
  expect(strategic({ US: PLATINUM, UK: PLATINUM, DE: PLATINUM })).toBe("platinum");
});

test("Global Strategic from facts: a country is distinguished by its own scores", () => {
  const score = (country: string, quantity: bigint) =>
    aFact({ kind: "trailblazer.scored-by-country", quantity, on: "2019-11-01", attributes: { country } });
  const facts = [
    ...["Ada", "Ben"].map((person) => aFact({ kind: "certification", person, on: "2019-01-01" })),
    aFact({ kind: "trailblazer.scored", quantity: 720n, on: "2019-11-01", attributes: { region: "NA" } }),
    score("US", 700n),
    score("UK", 700n),
    score("NL", 450n),
    score("SE", 450n),
  ];
  expect(placeByFacts(PY20, facts, { asOf: "2020-02-01" }).tier).toBe("global-strategic");
  expect(placeByFacts(PY20, facts.slice(0, -1), { asOf: "2020-02-01" }).tier).toBe("platinum");
});
