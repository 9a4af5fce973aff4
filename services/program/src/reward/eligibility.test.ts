import { expect, test } from "vitest";
import { aFact, amounts, documentWith, owedFor, programOf } from "../fixtures/index.js";
import { rulesInWords } from "./rules-in-words.js";

const rebate = (more: string) =>
  programOf(
    documentWith({ more: `rebates: { new: { of: deal.won, rate: { gold: 5%, registered: 1% }, ${more}, why: W. } }` }),
  );
const deal = (on: string, customer: string | null, more = {}) => ({
  ...aFact({ on, customer, ...more }),
  deal: `${customer} ${on}`,
});
const paidDays = (...args: Parameters<typeof owedFor>) => owedFor(...args).map(({ on }) => on);

test("a customer's deals are paid for so many months from its first, each customer's from its own", () => {
  const program = rebate("from-first-deal: 12 months");
  const facts = [
    ...["2017-03-31", "2018-03-30", "2018-03-31"].map((on) => deal(on, "Acme")),
    ...["2018-03-31", "2019-03-30"].map((on) => deal(on, "Globex")),
    deal("2017-06-01", null),
  ];
  expect(paidDays(program, facts)).toEqual(["2017-03-31", "2018-03-30", "2018-03-31", "2019-03-30"]);
  expect(owedFor(program, facts)[1]?.explanation).toMatch(/The customer's first deal was on 31 March 2017\.$/);
});

test("a deal before the rule's days, or at a tier that earns nothing, is the first; one refunded whole is not", () => {
  const program = rebate("since: 2018-01-01, net-of: deal.refunded, from-first-deal: 12 months");
  const facts = [deal("2017-02-01", "Acme"), deal("2018-01-31", "Acme"), deal("2018-02-01", "Acme")];
  expect(paidDays(program, facts)).toEqual(["2018-01-31"]);
  const refund = aFact({ kind: "deal.refunded", on: "2018-03-01", attributes: { deal: "Acme 2017-02-01" } });
  expect(paidDays(program, [...facts, refund])).toEqual(["2018-01-31", "2018-02-01"]);
});

test("what a customer bought of another product is no first deal of the rule's", () => {
  const program = rebate("where: { product: New }, from-first-deal: 1 month");
  const facts = [deal("2017-03-31", "Acme"), deal("2018-05-01", "Acme", { product: "New" })];
  expect(paidDays(program, facts)).toEqual(["2018-05-01"]);
});

test("a rule that asks for a tier held without a break pays no deal before", () => {
  const tiers = { "2017-01-31": "gold", "2017-09-01": "registered", "2017-10-01": "gold" };
  const days = ["2017-07-30", "2017-07-31", "2017-09-02", "2017-10-02", "2018-03-31", "2018-04-01"];
  const facts = days.map((on) => deal(on, "Acme"));
  expect(paidDays(rebate("gate: { tier: gold, held-for: 6 months }"), facts, { tiers })).toEqual([
    "2017-07-31",
    "2018-04-01",
  ]);
  expect(paidDays(rebate("gate: { tier: gold, held-since: 2017-07-31 }"), facts, { tiers })).toEqual(["2017-07-31"]);
  expect(paidDays(rebate("gate: { tier: gold }"), facts, { tiers })).not.toContain("2017-09-02");
  expect(paidDays(rebate("gate: { tier: registered, held-for: 12 months }"), facts, { tiers })).toEqual(days.slice(4));
});

test("a rule that asks for no demotion pays again so many months after one", () => {
  const tiers = { "2017-01-31": "gold", "2017-09-01": "registered" };
  const facts = ["2017-08-31", "2017-09-01", "2017-11-30", "2017-12-01"].map((on) => deal(on, "Acme"));
  const owed = owedFor(rebate("gate: { not-demoted-for: 3 months }"), facts, { tiers });
  expect(owed.map(({ on, tier }) => [on, tier])).toEqual([
    ["2017-08-31", "gold"],
    ["2017-12-01", "registered"],
  ]);
});

test("bonuses and spiffs ask for the same, and what they do not pay does not count", () => {
  const program = programOf(
    documentWith({
      more: `bonuses: { habit: { count: deal.won, over: year, targets: { 2: 10 }, from-first-deal: 1 month, why: W. } }
spiffs: { push: { of: deal.won, before: 2018-01-01, pays: 3, gate: { tier: gold, held-for: 1 month }, why: W. } }`,
    }),
  );
  const tiers = { "2017-02-15": "gold" };
  expect(
    owedFor(program, [deal("2017-03-01", "Acme"), deal("2017-04-01", "Acme")], { tiers }).map(({ rule }) => rule),
  ).toEqual(["push"]);
  expect(amounts(owedFor(program, [deal("2017-03-01", "Acme"), deal("2017-03-02", "Acme")], { tiers }))).toEqual([
    1_000n,
  ]);
});

test("a partner reads what is asked, and no rule whose tier it cannot hold", () => {
  const program = rebate(
    "from-first-deal: 12 months, gate: { tier: gold, held-for: 6 months, not-demoted-for: 12 months }",
  );
  const [rule, ...others] = rulesInWords(program, "gold");
  expect(others).toEqual([]);
  expect(rule?.inWords).toContain(
    "Only in the 12 months from a customer's first deal with the partner on. Only for partners that hold Gold for 6 months without a break on the day of the deal. Only for partners that moved to no lower tier in the 12 months before the deal.",
  );
  expect(rulesInWords(program, "registered")).toEqual([]);
});
