import { expect, test } from "vitest";
import { differencesBetween } from "../document/program/index.js";
import { aFact, amounts, owedFor } from "../fixtures/index.js";
import { explainDecision } from "../place/index.js";
import { exampleProgram, placeByFacts, placeByValues } from "./example-program.js";

const V11 = exampleProgram("odoo-v11");
const V9B = exampleProgram("odoo-v9b");

const valuesOf = (users: number, people: number, retention: string) => ({
  "net-new-users-12m": String(users),
  "certified-people": String(people),
  retention,
});

test.each([
  ["A", 310, 6, "16/20", "gold", "sixteen of twenty is 80% exactly"],
  ["B", 310, 6, "15/20", "silver", "75% is short of Gold's 80%"],
  ["C", 90, 2, "19/20", "ready", "Silver asks for three certified people"],
  ["D", 8, 5, "9/9", "learning", "eight users are fewer than ten"],
  ["E", 160, 4, "17/20", "silver", "160 users are fewer than 300"],
])("Odoo v11, example %s: %i net new users, %i certified people and %s retention are %s, since %s", (...row) => {
  const [, users, people, retention, tier] = row;
  expect(placeByValues(V11, valuesOf(users, people, retention)).tier).toBe(tier);
});

test.each([
  ["A", 160, 4, "17/20", "gold"],
  ["B", 160, 2, "17/20", "silver"],
  ["C", 160, 4, "13/20", "ready"],
])("Odoo v9b, example %s: %i net new users, %i certified people and %s of the contracts are %s", (...row) => {
  const [, users, people, retention, tier] = row;
  expect(placeByValues(V9B, valuesOf(users, people, retention)).tier).toBe(tier);
});

test.each([
  [9, 1, "1", "learning"],
  [10, 0, "1", "learning"],
  [10, 1, "0", "ready"],
  [74, 3, "1", "ready"],
  [75, 2, "1", "ready"],
  [75, 3, "0.6999", "ready"],
  [75, 3, "0.7", "silver"],
  [299, 6, "1", "silver"],
  [300, 5, "1", "silver"],
  [300, 6, "0.7999", "silver"],
  [300, 6, "0.8", "gold"],
])(
  "Odoo v11: %i users, %i people and %s retention are %s: each bound is included",
  (users, people, retention, tier) => {
    expect(placeByValues(V11, valuesOf(users, people, retention)).tier).toBe(tier);
  },
);

test.each([
  [49, 2, "1", "ready"],
  [50, 1, "1", "ready"],
  [50, 2, "0.7", "silver"],
  [149, 3, "0.8", "silver"],
  [150, 3, "0.7999", "silver"],
  [150, 3, "0.8", "gold"],
])("Odoo v9b: %i users, %i people and %s of the contracts are %s", (users, people, retention, tier) => {
  expect(placeByValues(V9B, valuesOf(users, people, retention)).tier).toBe(tier);
});

const users = (kind: string, quantity: bigint, on = "2023-03-01") => aFact({ kind, quantity, on, amountMinor: null });
const certified = (count: number, product = "16.0") =>
  Array.from({ length: count }, (_, i) =>
    aFact({ kind: "certification", person: `person ${i}`, product, on: "2023-01-10" }),
  );
/** Customers acquired in the last three years, of which so many have gone again. */
const customers = (acquired: number, gone: number) =>
  Array.from({ length: acquired }, (_, i) =>
    aFact({
      kind: "customer",
      customer: `customer ${i}`,
      on: "2021-09-01",
      ...(i < gone ? { until: "2023-02-01" } : {}),
    }),
  );

test("example A from facts: new and upsold users less those given back and lost are what counts", () => {
  const facts = [
    users("subscription.new", 340n),
    users("subscription.expansion", 25n),
    users("subscription.contraction", 40n),
    users("subscription.churn", 15n),
    ...certified(6),
    ...customers(20, 4),
  ];
  const decision = placeByFacts(V11, facts, { asOf: "2023-06-01" });
  expect(decision.tier).toBe("gold");
  expect(decision.inputs.measures).toContainEqual({ measure: "net-new-users-12m", value: "310" });
  expect(decision.inputs.measures).toContainEqual({ measure: "retention", value: "0.8", parts: ["16", "20"] });
});

test("example D from facts: two hundred renewed users count for nothing", () => {
  const renewed = {
    ...V11,
    factKinds: [...V11.factKinds, { name: "subscription.renewed", title: "Renewed", needs: [], attributes: null }],
  };
  const facts = [
    users("subscription.new", 8n),
    users("subscription.renewed", 200n),
    ...certified(5),
    ...customers(9, 0),
  ];
  const decision = placeByFacts(renewed, facts, { asOf: "2023-06-01" });
  expect(decision.tier).toBe("learning");
  expect(decision.inputs.measures).toContainEqual({ measure: "net-new-users-12m", value: "8" });
});

test("users that were won more than twelve months ago no longer count", () => {
  const facts = [...certified(1), users("subscription.new", 10n, "2022-06-02")];
  expect(placeByFacts(V11, facts, { asOf: "2023-06-01" }).tier).toBe("ready");
  expect(placeByFacts(V11, facts, { asOf: "2023-06-02" }).tier).toBe("learning");
});

test("a certification on a version before the last three does not count, and nobody counts twice", () => {
  const people = [...certified(2), ...certified(2, "15.0"), ...certified(3, "13.0")];
  const decision = placeByFacts(V11, [...people, users("subscription.new", 80n), ...customers(1, 0)], {
    asOf: "2023-06-01",
  });
  expect(decision.inputs.measures).toContainEqual({ measure: "certified-people", value: "2" });
  expect(decision.tier).toBe("ready");
});

test("customers acquired more than three years ago neither help nor hurt retention", () => {
  const old = aFact({ kind: "customer", customer: "old", on: "2020-06-01", until: "2023-01-01" });
  const decision = placeByFacts(V11, [...customers(4, 1), old], { asOf: "2023-06-01" });
  expect(decision.inputs.measures).toContainEqual({ measure: "retention", value: "0.75", parts: ["3", "4"] });
});

test("v9b's retention is of contracts: those that run on by those that ran at any time in twelve months", () => {
  const month = (contract: string, on: string, until: string) =>
    aFact({ kind: "contract.running", attributes: { contract }, on, until, amountMinor: null });
  const facts = [
    ...["c1", "c2", "c3"].map((contract) => month(contract, "2021-06-01", "2021-07-01")),
    month("ended in March", "2021-03-01", "2021-04-01"),
    month("ended long ago", "2020-05-01", "2020-06-01"),
  ];
  const decision = placeByFacts(V9B, facts, { asOf: "2021-06-15" });
  expect(decision.inputs.measures).toContainEqual({ measure: "retention", value: "0.75", parts: ["3", "4"] });
});

test("a partner without any customer has no retention yet, and is Ready at most", () => {
  const decision = placeByFacts(V11, [users("subscription.new", 400n), ...certified(9)], { asOf: "2023-06-01" });
  expect(decision.tier).toBe("ready");
  expect(explainDecision(V11, decision).next).toMatchObject({ tier: "silver", isMet: false });
});

test("one day after it earned Gold a partner is Gold, but what it no longer earns it keeps until the quarter's review", () => {
  const gold = placeByValues(V11, valuesOf(310, 6, "0.8"), { asOf: "2023-07-20" });
  const later = placeByValues(V11, valuesOf(80, 6, "0.8"), { asOf: "2023-09-30", before: gold.after });
  expect(later).toMatchObject({
    tier: "gold",
    outcome: "KEPT",
    safeguards: [{ rule: "NOT_DUE", until: "2023-10-01" }],
  });
  const reviewed = placeByValues(V11, valuesOf(80, 6, "0.8"), { asOf: "2023-10-01", before: later.after });
  expect(reviewed).toMatchObject({ tier: "silver", outcome: "DEMOTED" });
  const silver = placeByValues(V11, valuesOf(80, 6, "0.8"), { asOf: "2023-07-20" });
  const early = placeByValues(V11, valuesOf(310, 6, "0.8"), { asOf: "2023-07-21", before: silver.after });
  expect(early).toMatchObject({ tier: "gold", outcome: "PROMOTED" });
});

const LEVELS = { "2022-01-01": "silver", "2023-04-01": "gold" };

test("a Silver partner gets 150.00 EUR for an Enterprise invoice of 1,000.00 EUR, by its level on the invoice's date", () => {
  const invoice = (on: string) => aFact({ kind: "invoice.enterprise", on, amountMinor: 100_000n });
  expect(owedFor(V11, [invoice("2023-03-31")], { tiers: LEVELS })).toMatchObject([
    { rule: "commission-enterprise", amountMinor: 15_000n },
  ]);
  expect(amounts(owedFor(V11, [invoice("2023-04-01")], { tiers: LEVELS }))).toEqual([20_000n]);
});

test("half of an Odoo.sh invoice is an official partner's, up to 150.00 EUR a month and 1,440.00 EUR a year and subscription", () => {
  const invoice = (on: string, subscription = "S-1") =>
    aFact({
      id: `${on} ${subscription}`,
      kind: "invoice.odoo-sh",
      on,
      amountMinor: 40_000n,
      attributes: { subscription },
    });
  const tiers = { "2022-01-01": "ready" };
  expect(amounts(owedFor(V11, [invoice("2023-03-31")], { tiers }))).toEqual([15_000n]);
  expect(amounts(owedFor(V11, [invoice("2023-03-01"), invoice("2023-03-31")], { tiers }))).toEqual([15_000n]);
  expect(amounts(owedFor(V11, [invoice("2023-03-31"), invoice("2023-03-31", "S-2")], { tiers }))).toEqual([
    15_000n,
    15_000n,
  ]);
  const year = Array.from({ length: 12 }, (_, month) => invoice(`2023-${String(month + 1).padStart(2, "0")}-15`));
  const paid = amounts(owedFor(V11, year, { tiers }));
  // Nine months at 150.00 and 90.00 of the tenth.
  expect(paid).toEqual([...Array<bigint>(9).fill(15_000n), 9_000n]);
  // The source names no ceiling of the older version.
  expect(amounts(owedFor(V9B, [invoice("2022-03-31")], { tiers }))).toEqual([40_000n]);
});

test("a reader who compares v9b with v11 finds the new formula of retention and every threshold, each with its reason", () => {
  const differences = differencesBetween(V9B, V11);
  expect(differences.filter(({ needsReason, because }) => needsReason && because === null)).toEqual([]);
  expect(differences.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["measures.retention", "tiers.gold.requires.all[0]", "tiers.silver.requires.all[1]"]),
  );
});
