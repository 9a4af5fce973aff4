import { expect, test } from "vitest";
import { aFact } from "../fixtures/index.js";
import type { Fact } from "../measure/index.js";
import { explainDecision } from "../place/index.js";
import { type ExampleInputs, exampleProgram, placeByFacts, placeByValues, scoreOf } from "./example-program.js";

const MICROSOFT = exampleProgram("microsoft-business-applications");

interface Metrics {
  readonly nca: number;
  readonly intermediate: number;
  readonly advanced: number;
  /** In percent. */
  readonly growth: number;
  readonly baseline: number;
  readonly deployments: number;
}
type Track = "enterprise" | "smb";

function place(track: Track, metrics: Metrics, given: ExampleInputs = {}) {
  const { nca, intermediate, advanced, growth, baseline, deployments } = metrics;
  const values = {
    "large-workloads": track === "enterprise" ? "5" : "4",
    "net-customer-adds-enterprise": String(nca),
    "net-customer-adds-smb": String(nca),
    "intermediate-people": String(intermediate),
    "advanced-people": String(advanced),
    "usage-growth": `${growth}/100`,
    "baseline-consumption": String(baseline),
    "net-deployments": String(deployments),
  };
  return placeByValues(MICROSOFT, values, given);
}
const totalOf = (track: Track, metrics: Metrics) => scoreOf(MICROSOFT, place(track, metrics), "qualified").total;

const A: Metrics = { nca: 4, intermediate: 5, advanced: 2, growth: 18, baseline: 40_000, deployments: 2 };
const B: Metrics = { nca: 0, intermediate: 9, advanced: 4, growth: 44, baseline: 90_000, deployments: 7 };
const C: Metrics = { nca: 5, intermediate: 5, advanced: 2, growth: 60, baseline: 20_000, deployments: 5 };
const D: Metrics = { nca: 4, intermediate: 5, advanced: 2, growth: 18, baseline: 60_000, deployments: 2 };
const E: Metrics = { nca: 5, intermediate: 5, advanced: 7, growth: 30, baseline: 50_000, deployments: 2 };

test.each<[string, Track, Metrics, string, string, string]>([
  ["A", "smb", A, "73", "qualified", "12 + 20 + 15 + 18 + 8 are 73"],
  ["B", "smb", B, "85", "not-qualified", "net customer adds give nothing"],
  ["C", "smb", C, "70", "not-qualified", "growth earns nothing from a baseline under 25,000"],
  ["D", "enterprise", D, "331/7", "not-qualified", "the same people as in A give less to an enterprise partner"],
  ["E", "enterprise", E, "73", "qualified", "seven people at 15 points for each 7 are 15 points"],
])("Microsoft, example %s: %s with %j has %s points and is %s, since %s", (_, track, metrics, total, tier) => {
  expect(totalOf(track, metrics)).toBe(total);
  expect(place(track, metrics).tier).toBe(tier);
});

test("example D's total is 47.2857142857 and on and on: no rounding decides", () => {
  expect(Number(331n) / 7).toBeCloseTo(47.2857142857, 10);
  expect(scoreOf(MICROSOFT, place("enterprise", D), "qualified").points).toEqual(["12", "5", "30/7", "18", "8"]);
});

test("seventy points are enough, and a point less is not", () => {
  const seventy: Metrics = { ...A, growth: 15 };
  expect(totalOf("smb", seventy)).toBe("70");
  expect(place("smb", seventy).tier).toBe("qualified");
  expect(place("smb", { ...A, growth: 14 }).tier).toBe("not-qualified");
});

test.each<[keyof Metrics, number, number]>([
  ["nca", 1, 0],
  ["intermediate", 1, 0],
  ["advanced", 1, 0],
  ["growth", 1, 0],
  ["deployments", 1, 0],
])("each metric has to give at least one point: %s of %i does, of %i does not", (metric, enough, tooLittle) => {
  const rich: Metrics = { nca: 9, intermediate: 9, advanced: 9, growth: 40, baseline: 25_000, deployments: 9 };
  expect(place("smb", { ...rich, [metric]: enough }).tier).toBe("qualified");
  expect(place("smb", { ...rich, [metric]: tooLittle }).tier).toBe("not-qualified");
});

test.each<[Track, number, string]>([
  ["smb", 25_000, "30"],
  ["smb", 24_999, "0"],
  ["enterprise", 50_000, "30"],
  ["enterprise", 49_999, "0"],
])("growth of a %s partner from a baseline of %i gives %s points", (track, baseline, points) => {
  const decision = place(track, { ...E, baseline });
  expect(scoreOf(MICROSOFT, decision, "qualified").points[3]).toBe(points);
});

test("five large workloads make an enterprise partner, four do not, and no partner can choose", () => {
  const partner = { tracks: ["smb"] };
  expect(explainDecision(MICROSOFT, place("enterprise", D, { partner })).classification).toMatchObject({
    track: "enterprise",
  });
  expect(
    explainDecision(MICROSOFT, place("smb", D, { partner: { tracks: ["enterprise"] } })).classification,
  ).toMatchObject({
    track: "smb",
  });
  expect(place("enterprise", D, { partner }).tier).toBe("not-qualified");
});

const SCORE_71: Metrics = { ...A, growth: 16 };
const SCORE_64: Metrics = { ...A, growth: 9 };

test("one day with 71 points counts for this month and the five whole months before it", () => {
  expect([totalOf("smb", SCORE_71), totalOf("smb", SCORE_64)]).toEqual(["71", "64"]);
  const january = place("smb", SCORE_64, { asOf: "2024-01-10" });
  const march = place("smb", SCORE_71, { asOf: "2024-03-12", before: january.after });
  const august = place("smb", SCORE_64, { asOf: "2024-08-15", before: march.after });
  const lastDay = place("smb", SCORE_64, { asOf: "2024-08-31", before: august.after });
  const september = place("smb", SCORE_64, { asOf: "2024-09-01", before: lastDay.after });
  expect([january, march, august, lastDay, september].map(({ tier }) => tier)).toEqual([
    "not-qualified",
    "qualified",
    "qualified",
    "qualified",
    "not-qualified",
  ]);
});

test("the window of 15 August starts on 1 March: a score of the last day of February is too old", () => {
  const enrolled = (metOn: string) => {
    const met = place("smb", SCORE_71, { asOf: metOn });
    return place("smb", SCORE_64, { asOf: "2024-08-15", before: met.after }).tier;
  };
  expect(enrolled("2024-03-01")).toBe("qualified");
  expect(enrolled("2024-02-29")).toBe("not-qualified");
});

test("from facts: customers, consumption and deployments are compared with the same month a year ago", () => {
  const month = (customer: string, on: string, dollars: number, attributes: Fact["attributes"]) =>
    aFact({ kind: "tenant.month", customer, on, amountMinor: BigInt(dollars) * 100n, attributes });
  const reaches = { "from-250": "yes" };
  const facts = [
    month("old", "2023-05-31", 40_000, { ...reaches, "from-1500": "yes" }),
    month("old", "2024-05-31", 46_000, { ...reaches, "from-1500": "yes" }),
    ...[1, 2, 3, 4].map((i) => month(`new ${i}`, "2024-05-31", 300, reaches)),
    month("tiny", "2024-05-31", 0, {}),
    ...Array.from({ length: 5 }, (_, i) =>
      aFact({ kind: "certification", person: `i${i}`, on: "2024-01-01", attributes: { level: "intermediate" } }),
    ),
    // However many advanced certifications someone has, they are one person.
    ...["a1", "a1", "a2"].map((person) =>
      aFact({ kind: "certification", person, on: "2024-01-01", attributes: { level: "advanced" } }),
    ),
    aFact({ kind: "deployment", on: "2022-01-01", until: "2024-01-01" }),
    ...[1, 2, 3].map(() => aFact({ kind: "deployment", on: "2024-02-01" })),
  ];
  const decision = placeByFacts(MICROSOFT, facts, { asOf: "2024-06-20" });
  const value = (measure: string) => decision.inputs.measures.find((input) => input.measure === measure)?.value;
  expect(value("net-customer-adds-smb")).toBe("4");
  expect(value("net-customer-adds-enterprise")).toBe("0");
  expect(value("baseline-consumption")).toBe("40000");
  expect(value("usage-growth")).toBe("0.18");
  expect(value("net-deployments")).toBe("2");
  expect(scoreOf(MICROSOFT, decision, "qualified").total).toBe("73");
  expect(decision.tier).toBe("qualified");
});
