import { expect, test } from "vitest";
import { aFact, documentWith, programOf } from "../fixtures/index.js";
import { exampleProgram, placeByFacts, placeByValues, scoreOf } from "./example-program.js";

/** Mistakes that reading the rules of published programs quickly leads to. */

test("on a ladder of each its own a tier below may be missed; on a cumulative one it may not", () => {
  const ladder = (kind: string) =>
    programOf(
      documentWith({
        head: `ladder: ${kind}`,
        measures: "deals: { count: deal.won }\nseats: { sum: quantity, of: seats }",
        requires: "{ measure: seats, at-least: 10 }",
        more: "  platinum: { rank: 2, why: W., requires: { measure: deals, at-least: 20 } }",
      }),
    );
  const values = { deals: "20", seats: "9" };
  expect(placeByValues(ladder("highest-own"), values).tier).toBe("platinum");
  expect(placeByValues(ladder("cumulative"), values).tier).toBe("registered");
  const both = { deals: "20", seats: "10" };
  expect(placeByValues(ladder("cumulative"), both).tier).toBe("platinum");
});

const BEST_TRACK = programOf(`program: sample
version: 1
currency: USD
measures: { deals: { count: deal.won }, people: { distinct: person, of: certification }, seats: { sum: quantity, of: seats } }
scores:
  enterprise: { terms: [{ measure: deals, points: 10 }, { measure: people, points: 1, floor: 1 }] }
  smb: { terms: [{ measure: seats, points: 1, floor: 1 }] }
  best: { best-of: [enterprise, smb] }
tiers:
  registered: { rank: 0, why: W. }
  partner: { rank: 1, why: W., requires: { score: best, at-least: 70 } }
`);

test("the best of two tracks is the one with the larger total; a smaller total whose floors hold does not help", () => {
  const values = { deals: "9", people: "0", seats: "80" };
  const decision = placeByValues(BEST_TRACK, values);
  expect(scoreOf(BEST_TRACK, decision, "partner").total).toBe("90");
  expect(decision.tier).toBe("registered");
  expect(placeByValues(BEST_TRACK, { ...values, deals: "7" }).tier).toBe("partner");
  expect(placeByValues(BEST_TRACK, { ...values, people: "1" }).tier).toBe("partner");
});

test("of two tracks with equal totals the one that is named first counts, with its floors", () => {
  expect(placeByValues(BEST_TRACK, { deals: "8", people: "0", seats: "80" }).tier).toBe("registered");
});

test("a total that is met does not make up for a term below its floor", () => {
  const program = programOf(
    documentWith({
      measures: "deals: { count: deal.won }\nseats: { sum: quantity, of: seats }",
      requires:
        "score: { total: 70, terms: [{ measure: deals, points: 10 }, { measure: seats, points: 1, floor: 1 }] }",
    }),
  );
  expect(placeByValues(program, { deals: "100", seats: "0" }).tier).toBe("registered");
  expect(placeByValues(program, { deals: "7", seats: "1" }).tier).toBe("gold");
});

test("seven people at 15 points for each 7 are 15 points; at 2.14 a person they would be 14.98, and rounding would decide", () => {
  const asking = (term: string) =>
    programOf(
      documentWith({
        measures: "people: { distinct: person, of: certification }",
        requires: `score: { total: 15, terms: [{ measure: people, ${term} }] }`,
      }),
    );
  const [exact, printed] = [asking("points: 15, each: 7"), asking("points: 2.14")];
  const values = { people: "7" };
  expect(scoreOf(exact, placeByValues(exact, values), "gold").total).toBe("15");
  expect(placeByValues(exact, values).tier).toBe("gold");
  expect(scoreOf(printed, placeByValues(printed, values), "gold").total).toBe("14.98");
  expect(placeByValues(printed, values).tier).toBe("registered");
  const asFraction = asking("points: 15/7");
  expect(placeByValues(asFraction, values).tier).toBe("gold");
});

test("the same facts are another tier under another version, since the formula changed and not only the threshold", () => {
  const values = { "net-new-users-12m": "160", "certified-people": "4", retention: "17/20" };
  expect(placeByValues(exampleProgram("odoo-v9b"), values).tier).toBe("gold");
  expect(placeByValues(exampleProgram("odoo-v11"), values).tier).toBe("silver");

  const facts = [
    aFact({ kind: "subscription.new", quantity: 160n, on: "2023-05-01", amountMinor: null }),
    ...["a", "b", "c", "d"].map((person) =>
      aFact({ kind: "certification", person, product: "14.0", on: "2022-01-01" }),
    ),
    // Seven of ten customers of three years stay, and all contracts of the last twelve months run on.
    ...Array.from({ length: 10 }, (_, i) =>
      aFact({ kind: "customer", customer: `c${i}`, on: "2021-01-01", ...(i < 3 ? { until: "2022-01-01" } : {}) }),
    ),
    ...Array.from({ length: 7 }, (_, i) =>
      aFact({ kind: "contract.running", attributes: { contract: `c${i}` }, on: "2023-06-01", until: "2023-07-01" }),
    ),
  ];
  const asOf = "2023-06-15";
  const [v9b, v11] = [exampleProgram("odoo-v9b"), exampleProgram("odoo-v11")].map((program) =>
    placeByFacts(program, facts, { asOf }),
  );
  expect([v9b?.tier, v11?.tier]).toEqual(["gold", "silver"]);
  const retention = [v9b, v11].map(
    (decision) => decision?.inputs.measures.find(({ measure }) => measure === "retention")?.value,
  );
  expect(retention).toEqual(["1", "0.7"]);
});
