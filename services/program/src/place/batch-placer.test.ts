import { expect, test } from "vitest";
import { knownCalendarDate } from "../exact/index.js";
import { documentWith, programOf, randomOf, valuesOf } from "../fixtures/index.js";
import { batchPlacer } from "./batch-placer.js";
import { serializeRecord } from "./decision.js";
import { inputOf } from "./inputs.js";
import { type PlacePartner, placePartner } from "./place-partner.js";

const documents = [
  { head: "tracks: { reseller: {}, integrator: {} }", governance: "" },
  {
    head: "tracks: { reseller: {}, integrator: {} }\nladder: cumulative",
    governance: "governance: { keeps-at: 80%, grace: 30 days, steps-per-review: 1 }",
  },
  {
    head: "tracks: { reseller: {}, integrator: {} }\nmarkets: { growth: { factor: 50%, regions: [LATAM], why: W. } }",
    governance:
      "governance: { up: monthly, down: quarterly, keeps-at: 85%, minimum-tenure: 2 months, takes-effect: next-month }",
  },
];
const PROGRAMS = documents.map(({ head, governance }) =>
  programOf(
    documentWith({
      head,
      measures: `revenue: { sum: amount, of: deal.won }
deals: { count: deal.won }
rate: { ratio: [deals, { count: [deal.won, deal.lost] }] }
churn: { count: deal.lost }`,
      requires: `all:
  - { measure: revenue, at-least: 100${head.includes("markets") ? ", scale-by: market" : ""} }
  - any: [{ measure: deals, more-than: 2 }, { measure: rate, at-least: 40%, tracks: [integrator] }]`,
      more: `  platinum:
    rank: 2
    why: W.
    inherits: gold
    requires:
      at-least: 2
      of:
        - { measure: revenue, at-least: 300, keeps-at: 250 }
        - { measure: deals, at-least: 6 }
        - { measure: churn, at-most: 2 }
  diamond: { rank: 3, why: W., keeps-at: 60%, requires: { measure: revenue, at-least: 700, tracks: [reseller] } }
${governance}`,
    }),
  ),
);

test("placed swiftly or with every explanation, 3,000 partners get the same record to the byte", () => {
  let placed = 0;
  for (let seed = 1; seed <= 1_000; seed++) {
    const random = randomOf(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    for (const program of PROGRAMS) {
      const swift = batchPlacer(program);
      if (swift === null) throw new Error("The program asks for bounds only");
      let before: PlacePartner["before"] = null;
      for (const asOf of ["2026-01-15", "2026-02-01", "2026-04-02", "2026-07-20"]) {
        const [won, lost] = [below(9), below(4)];
        const measures = valuesOf({
          revenue: (below(90_000) / 100).toString(),
          deals: String(won),
          rate: won + lost === 0 ? null : `${won}/${won + lost}`,
          churn: String(lost),
        });
        const placement: PlacePartner = {
          program,
          asOf: knownCalendarDate(asOf),
          measures,
          partner: {
            tracks: [["reseller"], ["integrator"], []][below(3)] ?? [],
            region: ["LATAM", "EMEA", null][below(3)] ?? null,
            joinedOn: knownCalendarDate("2025-03-01"),
          },
          approvals: [],
          override: null,
          hold: random() < 0.1 ? { id: "h", reason: "R", until: knownCalendarDate("2026-08-01") } : null,
          before,
        };
        const inputs = [...measures.values()].map(inputOf).sort((a, b) => (a.measure < b.measure ? -1 : 1));
        const record = swift.place({ ...placement, measures: inputs });
        const explained = placePartner(placement);
        expect(record?.body, `seed ${seed}`).toBe(serializeRecord(explained));
        const { inputs: _, ...outline } = explained;
        expect(record?.outline, `seed ${seed}`).toEqual(outline);
        before = explained.after;
        placed++;
      }
    }
  }
  expect(placed).toBe(12_000);
});

test("numbers past the safe range of integers, and measures that are split by attribute, are left to those who explain", () => {
  const [program] = PROGRAMS;
  if (program === undefined) throw new Error("No program");
  const swift = batchPlacer(program);
  const inputs = (revenue: string) => [
    { measure: "churn", value: "0" },
    { measure: "deals", value: "1" },
    { measure: "rate", value: null },
    { measure: "revenue", value: revenue },
  ];
  const placement = {
    asOf: knownCalendarDate("2026-01-15"),
    partner: { tracks: [] },
    approvals: [],
    override: null,
    hold: null,
    before: null,
  };
  expect(swift?.place({ ...placement, measures: inputs("9007199254740993") })).toBeNull();
  expect(swift?.place({ ...placement, measures: inputs("150.5") })).not.toBeNull();
  const apart = inputs("150").map((input) => ({ ...input, groups: { EMEA: "1" } }));
  expect(swift?.place({ ...placement, measures: apart })).toBeNull();
});

test("a program that asks for more than bounds has no swift placer", () => {
  const approvals = documentWith({
    head: "approvals: { invited: { title: Invited, why: W. } }",
    requires: "{ approval: invited }",
  });
  expect(batchPlacer(programOf(approvals))).toBeNull();
});
