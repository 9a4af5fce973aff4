import { expect, test } from "vitest";
import { aFact } from "../fixtures/index.js";
import type { Fact } from "../measure/index.js";
import { explainDecision } from "../place/index.js";
import { exampleProgram, placeByFacts, placeByValues, scoreOf } from "./example-program.js";

const LADDER = exampleProgram("hubspot-2016");
const POINTS = exampleProgram("hubspot-points");

const valuesOf = (certified: number, apps: number, sold: number, managed: number) => ({
  certified: String(certified),
  "median-apps": String(apps),
  "sold-mrr-12m": String(sold),
  "managed-mrr": String(managed),
});
const IN_INDIA = { partner: { tracks: [], country: "IN" } };

test.each([
  ["A", 1, 6, 4_000, 18_000, "gold", "18,000 managed are fewer than Platinum's 20,000"],
  ["B", 1, 4, 12_000, 60_000, "untiered", "customers use too little, no matter the revenue"],
  ["C", 1, 5, 10_000, 50_000, "diamond", "each bound is included"],
  ["E", 1, 5, 2_000, 10_500, "gold", "outside a growth market nothing is halved"],
])("HubSpot 2016, example %s: %i certified, %i apps, %i sold and %i managed are %s, since %s", (...row) => {
  const [, certified, apps, sold, managed, tier] = row;
  expect(placeByValues(LADDER, valuesOf(certified, apps, sold, managed)).tier).toBe(tier);
});

test("HubSpot 2016, example D: in a growth market 1,875 sold and 10,000 managed are Platinum", () => {
  const decision = placeByValues(LADDER, valuesOf(1, 5, 2_000, 10_500), IN_INDIA);
  expect(decision.tier).toBe("platinum");
  expect(explainDecision(LADDER, decision).tiers[3]).toMatchObject({
    requirement: { children: [{ target: "1" }, { target: "5" }, { target: "1875" }, { target: "10000" }] },
  });
});

test.each([
  [{ region: "Latin America" }, "platinum"],
  [{ region: "South-East Asia" }, "platinum"],
  [{ region: "EMEA", country: "IN" }, "platinum"],
  [{ region: "EMEA", country: "DE" }, "gold"],
  [{}, "gold"],
])("the thresholds of a partner in %j make 2,000 sold and 10,500 managed %s", (place, tier) => {
  const partner = { tracks: [], ...place };
  expect(placeByValues(LADDER, valuesOf(1, 5, 2_000, 10_500), { partner }).tier).toBe(tier);
});

test.each([
  ["silver", 625, 3_500, "untiered"],
  ["gold", 1_125, 6_500, "silver"],
  ["platinum", 3_750, 20_000, "gold"],
  ["diamond", 10_000, 50_000, "platinum"],
])(
  "%s starts at %i sold and %i managed, one dollar less of either is %s; half of both in a growth market",
  (...row) => {
    const [tier, sold, managed, below] = row;
    const place = (dollars: number, looked: number, given = {}) =>
      placeByValues(LADDER, valuesOf(1, 5, dollars, looked), given).tier;
    expect(place(sold, managed)).toBe(tier);
    expect(place(sold - 1, managed)).toBe(below);
    expect(place(sold, managed - 1)).toBe(below);
    expect(place(sold / 2, managed / 2, IN_INDIA)).toBe(tier);
    expect(place(sold / 2 - 1, managed / 2, IN_INDIA)).toBe(below);
  },
);

test("nobody is tiered without a certified person, or with a median of four and a half apps", () => {
  expect(placeByValues(LADDER, valuesOf(0, 9, 20_000, 90_000)).tier).toBe("untiered");
  expect(placeByValues(LADDER, { ...valuesOf(1, 5, 20_000, 90_000), "median-apps": "4.5" }).tier).toBe("untiered");
});

test("from facts: the median is that of the portals that still count, and a sale counts for twelve months", () => {
  const portal = (apps: bigint, until?: string) =>
    aFact({ kind: "portal.reviewed", quantity: apps, on: "2016-01-01", ...(until === undefined ? {} : { until }) });
  const facts = [
    portal(2n),
    portal(5n),
    portal(9n),
    portal(1n, "2016-10-01"),
    aFact({ kind: "certification", person: "Ada", on: "2016-01-01" }),
    aFact({ kind: "subscription.new", amountMinor: 62_500n, on: "2015-11-04" }),
    aFact({ kind: "portal.managed", amountMinor: 350_000n, on: "2015-01-01" }),
  ];
  const before = placeByFacts(LADDER, facts, { asOf: "2016-11-03" });
  expect(before.inputs.measures).toContainEqual({ measure: "median-apps", value: "5" });
  expect(before.tier).toBe("silver");
  expect(placeByFacts(LADDER, facts, { asOf: "2016-11-04" }).tier).toBe("untiered");
});

const ELITE = { "customer-retention": "0.85", "dollar-retention": "0.851", certifications: "100" };
const TO_ELITE = { "sourced-mrr": "90000", "assisted-mrr": "60000", "managed-mrr": "310000", ...ELITE };
const INVITED = { approvals: ["elite-invitation"] };

test.each([
  ["A", { "sourced-mrr": "4000", "managed-mrr": "18000" }, {}, "380", "gold"],
  ["B", { "sourced-growth-mrr": "4000", "assisted-mrr": "3000", "managed-mrr": "45000" }, {}, "940", "platinum"],
  ["C", TO_ELITE, {}, "9400", "diamond"],
  ["D", TO_ELITE, INVITED, "9400", "elite"],
])("HubSpot points, example %s: %j with %j has %s points and is %s", (_, values, given, total, tier) => {
  const decision = placeByValues(POINTS, values, given);
  expect(scoreOf(POINTS, decision, "gold").total).toBe(total);
  expect(decision.tier).toBe(tier);
});

test.each([
  ["gold", 325, "untiered"],
  ["platinum", 925, "gold"],
  ["diamond", 3_100, "platinum"],
  ["elite", 9_000, "diamond"],
])("%s starts at %i points; a hundredth of a point less is %s", (tier, points, below) => {
  const of = (managed: string) => placeByValues(POINTS, { ...ELITE, "managed-mrr": managed }, INVITED).tier;
  expect(of(`${points * 100}`)).toBe(tier);
  expect(of(`${points * 100 - 1}`)).toBe(below);
});

test.each([
  ["customer-retention", "0.8499"],
  ["dollar-retention", "0.85"],
  ["certifications", "99"],
])("a partner that is invited to Elite has more to show than points: %s of %s is too little", (measure, value) => {
  expect(placeByValues(POINTS, { ...TO_ELITE, [measure]: value }, INVITED).tier).toBe("diamond");
});

const sold = (kind: string, on: string, attributes: Fact["attributes"] = {}, dollars = 1_000n) =>
  aFact({ kind, on, amountMinor: dollars * 100n, attributes: { credit: "sourced", ...attributes } });
const pointsOf = (facts: readonly Fact[], asOf = "2024-04-30") => {
  const decision = placeByFacts(POINTS, facts, { asOf });
  return scoreOf(POINTS, decision, "gold").total;
};

test("the official example: a sale of October 2021 gives 30 points, a new line of March 2024 50, and an upsell of the old line 30", () => {
  const october = sold("subscription.new", "2021-10-15");
  const march = sold("subscription.new", "2024-03-15");
  const april = sold("subscription.expansion", "2024-04-10", { line: "from-before" });
  expect(pointsOf([october])).toBe("30");
  expect(pointsOf([march])).toBe("50");
  expect(pointsOf([april])).toBe("30");
  expect(pointsOf([october, march, april])).toBe("110");
});

test("a sourced deal earns 5 points for 100 USD from 27 February 2024 on, and 3 the day before", () => {
  expect(pointsOf([sold("subscription.new", "2024-02-26")])).toBe("30");
  expect(pointsOf([sold("subscription.new", "2024-02-27")])).toBe("50");
});

test("the multiplier follows the market of the customer, and never that of the partner", () => {
  const growth = { market: "growth" };
  expect(pointsOf([sold("subscription.new", "2024-03-15", growth)])).toBe("100");
  expect(pointsOf([sold("subscription.new", "2021-10-15", growth)])).toBe("60");
  expect(pointsOf([sold("subscription.expansion", "2024-03-15", { ...growth, line: "from-before" })])).toBe("60");
  expect(pointsOf([sold("subscription.new", "2024-03-15", { credit: "assisted" })])).toBe("30");
  expect(pointsOf([sold("subscription.new", "2024-03-15", { ...growth, credit: "assisted" })])).toBe("60");
  expect(pointsOf([aFact({ kind: "portal.managed", amountMinor: 100_000n, on: "2020-01-01" })])).toBe("10");
  expect(
    pointsOf([aFact({ kind: "portal.managed", amountMinor: 100_000n, on: "2020-01-01", attributes: growth })]),
  ).toBe("20");
  const facts = [sold("subscription.new", "2024-03-15", {}, 6_500n)];
  const [here, there] = [{ tracks: [] }, { tracks: [], country: "IN" }].map((partner) =>
    placeByFacts(POINTS, facts, { partner }),
  );
  expect([here?.tier, there?.tier]).toEqual(["gold", "gold"]);
});

test("what a customer has ended gives no more points", () => {
  const ended = aFact({ ...sold("subscription.new", "2024-03-15"), on: "2024-03-15", until: "2024-04-30" });
  expect(pointsOf([ended], "2024-04-29")).toBe("50");
  expect(pointsOf([ended], "2024-04-30")).toBe("0");
});
