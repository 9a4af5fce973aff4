import { expect, test } from "vitest";
import { aFact } from "../fixtures/index.js";
import type { Fact } from "../measure/index.js";
import { exampleProgram, placeByFacts, placeByValues } from "./example-program.js";

const AWS = exampleProgram("aws-services-path");

/** Accredited people, technical, business, foundational, technical, professional or specialty, launches, revenue. */
type Row = readonly [number, number, number, number, number, number, number, number];
const NAMES = [
  "accredited",
  "accredited-technical",
  "accredited-business",
  "foundational",
  "technical",
  "technical-pro-or-specialty",
  "launched-12m",
  "launched-mrr-12m",
] as const;
const valuesOf = (row: Row, more: Record<string, number> = {}) =>
  Object.fromEntries([
    ...NAMES.map((name, i) => [name, String(row[i])]),
    ...Object.entries(more).map(([name, value]) => [name, String(value)]),
  ]);
const PLAN = { "business-plan-12m": 1 };
const TRUSTED = { ...PLAN, validations: 3, "sustained-attainment": 1, "executive-business-review": 1 };

test.each<[string, Row, Record<string, number>, string, string]>([
  ["A", [8, 4, 4, 4, 7, 3, 22, 11_400], PLAN, "advanced", "all nine conditions hold"],
  ["B", [8, 4, 4, 4, 7, 2, 22, 11_400], PLAN, "select", "only two of the seven are professional or specialty"],
  ["C", [4, 2, 2, 2, 2, 1, 3, 1_500], {}, "select", "each bound of Select is met exactly"],
  ["D", [9, 5, 4, 5, 8, 4, 14, 16_000], PLAN, "select", "six of the twenty launches are older than 12 months"],
  ["E", [30, 18, 12, 14, 31, 12, 61, 88_000], TRUSTED, "advanced", "none of the three mandatory validations is held"],
])("AWS Services Path, example %s: %j and %j are %s, since %s", (_, row, more, tier) => {
  expect(placeByValues(AWS, valuesOf(row, more)).tier).toBe(tier);
});

test.each(["has-msp", "has-devops", "has-cloudops"])(
  "any one of the three mandatory validations is enough for Premier: %s",
  (one) => {
    const values = valuesOf([30, 18, 12, 14, 31, 12, 61, 88_000], { ...TRUSTED, [one]: 1 });
    expect(placeByValues(AWS, values).tier).toBe("premier");
  },
);

const SELECT: Row = [4, 2, 2, 2, 2, 0, 3, 1_500];
const ADVANCED: Row = [8, 4, 4, 4, 6, 3, 20, 10_000];
const PREMIER: Row = [20, 10, 10, 10, 25, 10, 50, 50_000];

test.each([
  ["select", SELECT, {}, "registered"],
  ["advanced", ADVANCED, PLAN, "select"],
  ["premier", PREMIER, { ...TRUSTED, "has-msp": 1 }, "advanced"],
] as const)("what %s asks is met exactly, and one less of any of it is no longer enough", (tier, row, more, below) => {
  expect(placeByValues(AWS, valuesOf(row, more)).tier).toBe(tier);
  for (const [i, value] of row.entries()) {
    if (value === 0) continue;
    const less = row.map((own, j) => (i === j ? own - 1 : own)) as unknown as Row; // As long as the row it was made of.
    expect(placeByValues(AWS, valuesOf(less, more)).tier, NAMES[i]).toBe(below);
  }
  for (const name of Object.keys(more))
    expect(placeByValues(AWS, valuesOf(row, { ...more, [name]: 0 })).tier, name).not.toBe(tier);
});

const on = "2023-10-01";
const accredited = (person: string, subject: string) =>
  aFact({ kind: "certification", person, on, attributes: { level: "accreditation", subject } });
const certified = (person: string, level: string) =>
  aFact({ kind: "certification", person, on, attributes: { level } });
const launched = (count: number, dollars: number, day: string): Fact[] =>
  Array.from({ length: count }, () =>
    aFact({ kind: "opportunity.launched", on: day, amountMinor: BigInt(dollars) * 100n }),
  );

test("example C from facts: four people are enough for Select, since one person counts under each requirement", () => {
  const facts = [
    ...["P1", "P2"].flatMap((person) => [accredited(person, "technical"), certified(person, "foundational")]),
    certified("P1", "professional"),
    certified("P2", "associate"),
    ...["P3", "P4"].map((person) => accredited(person, "business")),
    ...launched(3, 500, "2024-02-01"),
  ];
  expect(new Set(facts.flatMap(({ person }) => person ?? [])).size).toBe(4);
  const decision = placeByFacts(AWS, facts);
  expect(decision.tier).toBe("select");
  const value = (measure: string) => decision.inputs.measures.find((input) => input.measure === measure)?.value;
  expect(NAMES.map(value)).toEqual(["4", "2", "2", "2", "2", "1", "3", "1500"]);
  const withoutOne = facts.filter(({ person }) => person !== "P2");
  expect(placeByFacts(AWS, withoutOne).tier).toBe("registered");
});

test("two certificates of one person are one person", () => {
  const decision = placeByFacts(AWS, [
    certified("P1", "professional"),
    certified("P1", "specialty"),
    certified("P1", "associate"),
  ]);
  expect(decision.inputs.measures).toContainEqual({ measure: "technical", value: "1" });
  expect(decision.inputs.measures).toContainEqual({ measure: "technical-pro-or-specialty", value: "1" });
});

function advancedPeople(): Fact[] {
  const people = (count: number, of: (person: string) => Fact) => Array.from({ length: count }, (_, i) => of(`P${i}`));
  return [
    ...people(5, (person) => accredited(person, "technical")),
    ...people(4, (person) => accredited(`business ${person}`, "business")),
    ...people(5, (person) => certified(person, "foundational")),
    ...people(4, (person) => certified(person, "professional")),
    ...people(8, (person) => certified(person, "associate")),
    aFact({ kind: "business-plan.agreed", on: "2024-01-15" }),
  ];
}

test("example D from facts: of twenty launches six are older than twelve months, and so fourteen count", () => {
  const facts = [...advancedPeople(), ...launched(14, 1_142, "2024-01-01"), ...launched(6, 2_000, "2023-06-30")];
  const decision = placeByFacts(AWS, facts);
  expect(decision.inputs.measures).toContainEqual({ measure: "launched-12m", value: "14" });
  expect(decision.tier).toBe("select");
  const aDayEarlier = placeByFacts(AWS, facts, { asOf: "2024-06-29" });
  expect(aDayEarlier.inputs.measures).toContainEqual({ measure: "launched-12m", value: "20" });
  expect(aDayEarlier.tier).toBe("advanced");
});

test("a validation that has ended is none", () => {
  const held = (validation: string, until: string) =>
    aFact({ kind: "validation.granted", attributes: { validation }, on: "2023-01-01", until });
  const facts = [held("msp", "2024-06-30"), held("devops", "2024-07-01"), held("migration", "2025-01-01")];
  const decision = placeByFacts(AWS, facts);
  expect(decision.inputs.measures).toContainEqual({ measure: "validations", value: "2" });
  expect(decision.inputs.measures).toContainEqual({ measure: "has-msp", value: "0" });
  expect(decision.inputs.measures).toContainEqual({ measure: "has-devops", value: "1" });
});
