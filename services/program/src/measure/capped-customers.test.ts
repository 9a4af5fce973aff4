import { expect, test } from "vitest";
import { assessTier } from "../assess/index.js";
import type { Measure } from "../document/measures/index.js";
import { knownCalendarDate, rational, toExactString } from "../exact/index.js";
import {
  aCount,
  aFact,
  aSum,
  documentWith,
  evidenceOf,
  programOf,
  programWith,
  sourceOf,
  valuesOf,
} from "../fixtures/index.js";
import { cheapestPaths, stepInWords } from "../path-to-tier/index.js";
import { cappedCustomers } from "./capped-customers.js";
import { totalsOfFacts } from "./totals-of-facts.js";

const context = (facts: Parameters<typeof totalsOfFacts>[0], ...measures: readonly Measure[]) => ({
  program: programWith(...measures),
  asOf: knownCalendarDate("2017-06-30"),
  totals: totalsOfFacts(facts),
  adjustments: [],
  excused: [],
});

test("what counts of each customer under a cap is shown with its reason", () => {
  const revenue = aSum("revenue", {
    capPerCustomer: { kind: "share", most: rational(2, 5) },
    netOf: { source: sourceOf({ kinds: ["deal.refunded"] }), window: null },
  });
  const facts = [
    aFact({ customer: "Isdom", amountMinor: 100_000n }),
    aFact({ customer: "Isdom", amountMinor: 60_000n }),
    aFact({ customer: "Isdom", kind: "deal.refunded", amountMinor: 10_000n }),
    aFact({ customer: null, amountMinor: 50_000n }),
    aFact({ customer: "Cancity", amountMinor: 50_000n }),
  ];
  const capped = cappedCustomers(revenue, context(facts, revenue));
  expect(capped && [toExactString(capped.whole), toExactString(capped.most)]).toEqual(["2500", "1000"]);
  expect(capped?.customers.map(({ customer, explanation }) => [customer, explanation])).toEqual([
    ["Isdom", "1,000.00 USD of 1,500.00 USD: one customer counts for at most 40% of the whole."],
    [null, "All of 500.00 USD."],
    ["Cancity", "All of 500.00 USD."],
  ]);
});

test("a measure without a cap has none to show", () => {
  const deals = aCount("deals");
  expect(cappedCustomers(deals, context([aFact()], deals))).toBeNull();
});

test("a way up says what still counts of one customer", () => {
  const program = programOf(
    documentWith({
      measures:
        "revenue: { sum: amount, of: deal.won, cap-per-customer: 40% }\nseats: { sum: quantity, of: seats, cap-per-customer: 5 }",
      requires: "{ all: [{ measure: revenue, at-least: 1500 }, { measure: seats, at-least: 20 }] }",
    }),
  );
  const gold = program.tiers[1];
  const values = new Map(valuesOf({ revenue: "600", seats: "5" }));
  const { requirement } = assessTier(
    gold ?? (program.tiers[0] as NonNullable<typeof gold>),
    evidenceOf(program, values),
  );
  const [way] = requirement === null ? [] : cheapestPaths(program, requirement);
  expect(way?.steps.map((step) => stepInWords(program, step))).toEqual([
    "900.00 USD more of Revenue, of which one customer counts for at most 40% of the whole",
    "15 more of Seats, of which one customer counts for at most 5",
  ]);
});
