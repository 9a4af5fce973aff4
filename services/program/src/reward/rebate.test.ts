import { expect, test } from "vitest";
import { aFact, amounts, documentWith, owedFor, programOf } from "../fixtures/index.js";

const rebates = (text: string) => programOf(documentWith({ more: `rebates:\n${text}` }));
const PROGRAM = rebates(`  deal-rebate: { of: deal.won, rate: { gold: 5% }, why: W. }
  focus: { title: Focus product, of: deal.won, where: { product: GTX Pro }, rate: { gold: 1.5%, registered: 1% }, why: W. }`);

test("a won deal earns its rate at the tier held on its date", () => {
  expect(owedFor(PROGRAM, [aFact({ id: "f", amountMinor: 105_400n })])).toMatchObject([
    {
      rule: "deal-rebate",
      section: "rebates",
      subject: "f",
      tier: "gold",
      rate: "0.05",
      baseMinor: 105_400n,
      amountMinor: 5_270n,
      explanation: "Deal rebate: 52.70 USD, 5% of 1,054.00 USD as Gold on 1 June 2017.",
    },
  ]);
});

test("the tier on the deal's own day decides, on either side of a change", () => {
  const tiers = { "2017-01-01": "registered", "2017-04-01": "gold" };
  const facts = ["2017-03-31", "2017-04-01"].map((on) => aFact({ on, product: "GTX Pro" }));
  expect(owedFor(PROGRAM, facts, { tiers }).map(({ on, rule, amountMinor }) => [on, rule, amountMinor])).toEqual([
    ["2017-04-01", "deal-rebate", 500n],
    ["2017-03-31", "focus", 100n],
    ["2017-04-01", "focus", 150n],
  ]);
});

test("a tier without a rate earns nothing, nor does anyone before the first placement", () => {
  expect(owedFor(PROGRAM, [aFact()], { tiers: { "2017-01-01": "registered" } })).toEqual([]);
  expect(owedFor(PROGRAM, [aFact()], { tiers: { "2017-06-02": "gold" } })).toEqual([]);
});

test("what no rule names earns nothing", () => {
  for (const fact of [aFact({ kind: "deal.open" }), aFact({ amountMinor: null }), aFact({ amountMinor: -100n })])
    expect(owedFor(PROGRAM, [fact])).toEqual([]);
});

test.each([
  [10n, [1n]],
  [9n, []],
  [30n, [2n]],
  [29n, [1n]],
])("half a cent of %i cents is rounded up, less is not paid", (amountMinor, paid) => {
  expect(amounts(owedFor(PROGRAM, [aFact({ amountMinor })]))).toEqual(paid);
});

test("a rule that pays a region or a track pays no other", () => {
  const program = rebates("  emea: { of: deal.won, regions: [EMEA], tracks: [reseller], rate: { gold: 5% }, why: W. }");
  const owed = (tracks: string[], region: string) => owedFor(program, [aFact()], { partner: { tracks, region } });
  expect(amounts(owed(["reseller"], "EMEA"))).toEqual([500n]);
  expect(owed(["reseller"], "LATAM")).toEqual([]);
  expect(owed(["integrator"], "EMEA")).toEqual([]);
});

test("a rule pays from its first day to the day before its last bound", () => {
  const program = rebates("  q2: { of: deal.won, since: 2017-04-01, before: 2017-07-01, rate: { gold: 5% }, why: W. }");
  const owed = ["2017-03-31", "2017-04-01", "2017-06-30", "2017-07-01"].map((on) => aFact({ on }));
  expect(owedFor(program, owed).map(({ on }) => on)).toEqual(["2017-04-01", "2017-06-30"]);
});

test("a refund takes its part off the deal that it names, at the deal's own tier and rate", () => {
  const program = rebates(
    "  won: { of: deal.won, net-of: deal.refunded, rate: { registered: 1%, gold: 5% }, why: W. }",
  );
  const tiers = { "2017-01-01": "gold", "2017-06-15": "registered" };
  const deal = { ...aFact({ amountMinor: 100_000n }), deal: "D-1" };
  const refund = (amountMinor: bigint, of = "D-1") =>
    aFact({ kind: "deal.refunded", on: "2017-07-01", amountMinor, attributes: { deal: of } });
  expect(owedFor(program, [refund(40_000n), deal], { tiers })).toMatchObject([
    {
      amountMinor: 3_000n,
      baseMinor: 60_000n,
      explanation: expect.stringContaining("5% of 600.00 USD after refunds as Gold"),
    },
  ]);
  expect(owedFor(program, [deal, refund(60_000n), refund(40_000n)], { tiers })).toEqual([]);
  expect(amounts(owedFor(program, [deal, refund(40_000n, "D-2")], { tiers }))).toEqual([5_000n]);
});

const VOLUME = (method: string) =>
  rebates(`  volume:
    of: deal.won
    rate: { registered: 1%, gold: { 0: 1%, 1000: 2%, 5000: 3% } }
    bands: ${method}
    over: quarter
    why: W.`);

test("marginal bands pay each part at the rate of its own band, from the start of each quarter", () => {
  const facts = [
    aFact({ on: "2017-04-01", amountMinor: 80_000n }), // 800.00 at 1%
    aFact({ on: "2017-05-01", amountMinor: 520_000n }), // 200.00 at 1%, 4,000.00 at 2%, 1,000.00 at 3%
    aFact({ on: "2017-07-01", amountMinor: 50_000n }), // A new quarter.
  ];
  const owed = owedFor(VOLUME("marginal"), facts);
  expect(amounts(owed)).toEqual([800n, 200n + 8_000n + 3_000n, 500n]);
  expect(owed[1]?.explanation).toBe(
    "Volume: 112.00 USD, 2.15% over its bands of the quarter of 5,200.00 USD as Gold on 1 May 2017.",
  );
});

test("whole-amount bands pay the whole quarter at the rate that it reached", () => {
  const facts = ["2017-04-01", "2017-05-01", "2017-07-01"].map((on) => aFact({ on, amountMinor: 250_000n }));
  expect(amounts(owedFor(VOLUME("whole-amount"), facts))).toEqual([7_500n, 7_500n, 5_000n]);
  expect(amounts(owedFor(VOLUME("whole-amount"), facts.slice(0, 1)))).toEqual([5_000n]);
});

test("a change of tier in mid-quarter counts from its own day, on what the quarter had brought before", () => {
  const facts = [aFact({ on: "2017-04-01", amountMinor: 80_000n }), aFact({ on: "2017-05-01", amountMinor: 40_000n })];
  const tiers = { "2017-01-01": "registered", "2017-05-01": "gold" };
  expect(amounts(owedFor(VOLUME("marginal"), facts, { tiers }))).toEqual([800n, 200n + 400n]);
});

test("what was sold before the tier that has the bands earns nothing and counts below them", () => {
  const program = rebates(
    "  sold: { of: deal.won, rate: { gold: { 0: 2%, 50000: 4% } }, bands: marginal, over: quarter, why: W. }",
  );
  const facts = [
    aFact({ on: "2017-04-01", amountMinor: 100_000n }),
    aFact({ on: "2017-05-01", amountMinor: 6_000_000n }),
  ];
  const later = { "2017-01-01": "registered", "2017-04-15": "gold" };
  // 1,000 unrated, then 49,000 at 2% and 11,000 at 4%.
  expect(amounts(owedFor(program, facts, { tiers: later }))).toEqual([98_000n + 44_000n]);
  expect(amounts(owedFor(program, facts, { tiers: { "2017-04-15": "gold" } }))).toEqual([142_000n]);
  const whole = rebates(
    "  sold: { of: deal.won, rate: { gold: { 0: 2%, 60500: 4% } }, bands: whole-amount, over: quarter, why: W. }",
  );
  expect(amounts(owedFor(whole, facts, { tiers: later }))).toEqual([240_000n]);
  const fast = rebates(
    "  fast: { of: deal.won, rate: { gold: 10% }, accelerators: [{ above: 1500, over: quarter, times: 150% }], why: W. }",
  );
  // 500 at 10%, what is above at 15%.
  expect(amounts(owedFor(fast, facts, { tiers: later }))).toEqual([5_000n + 892_500n]);
});

test("bands by units sold pay each unit its part of the amount at the rate of its band", () => {
  const program = rebates(`  units:
    of: deal.won
    net-of: deal.refunded
    rate: { gold: { 0: 1%, 100: 2% } }
    bands: marginal
    bands-by: quantity
    over: quarter
    why: W.`);
  const deals = [
    { ...aFact({ id: "a", on: "2017-04-01", amountMinor: 90_000n, quantity: 90n }), deal: "A" },
    { ...aFact({ id: "b", on: "2017-05-01", amountMinor: 80_000n, quantity: 40n }), deal: "B" },
    aFact({ id: "c", on: "2017-05-02", amountMinor: 10_000n }),
  ];
  // 90 units at 1%; of 40 units of 20.00 ten at 1% and thirty at 2%; what has no units stands at 130.
  expect(amounts(owedFor(program, deals))).toEqual([900n, 200n + 1_200n, 200n]);
  const refund = aFact({
    kind: "deal.refunded",
    on: "2017-06-01",
    amountMinor: 40_000n,
    quantity: 20n,
    attributes: { deal: "B" },
  });
  // 20 units of 400.00 are left: ten at 1%, ten at 2%; 110 units are below the last.
  expect(amounts(owedFor(program, [...deals, refund]))).toEqual([900n, 200n + 400n, 200n]);
});

test("what a quarter's bands come to is rounded once, and the deals' shares add up to it", () => {
  const program = rebates(
    "  third: { of: deal.won, rate: { gold: { 0: 0.333% } }, bands: marginal, over: quarter, why: W. }",
  );
  const facts = Array.from({ length: 7 }, (_, i) => aFact({ id: `f${i}`, amountMinor: 100n + BigInt(i) }));
  const owed = amounts(owedFor(program, facts));
  // 7.21 at 0.333% are 2.400930 cents: two cents, and no deal has one of its own.
  expect(owed.reduce((sum, amount) => sum + amount, 0n)).toBe(2n);
});

test("an accelerator pays its factor on what is above its bound", () => {
  const program = rebates(`  fast:
    of: deal.won
    rate: { gold: 10% }
    accelerators: [{ above: 1000, over: quarter, times: 150% }, { above: 2000, over: quarter, times: 200% }]
    why: W.`);
  const facts = ["2017-04-01", "2017-04-02", "2017-04-03"].map((on) => aFact({ on, amountMinor: 90_000n }));
  // 900 at 10%; 100 at 10% and 800 at 15%; 200 at 15% and 700 at 20%.
  expect(amounts(owedFor(program, facts))).toEqual([9_000n, 1_000n + 12_000n, 3_000n + 14_000n]);
});

test("caps hold each deal, and each month of each subscription", () => {
  const program = rebates(`  hosting:
    of: deal.won
    rate: { gold: 50% }
    caps: [{ at-most: 120, per: fact }, { at-most: 150, per: month, by: subscription }]
    why: W.`);
  const invoice = (on: string, subscription: string) =>
    aFact({ id: `${on} ${subscription}`, on, amountMinor: 40_000n, attributes: { subscription } });
  const facts = [
    ...["2017-04-01", "2017-04-20", "2017-04-25", "2017-05-01"].map((on) => invoice(on, "one")),
    invoice("2017-04-02", "two"),
  ];
  const owed = owedFor(program, facts);
  expect(owed.map(({ subject, amountMinor }) => [subject, amountMinor])).toEqual([
    ["2017-04-01 one", 12_000n],
    ["2017-04-02 two", 12_000n],
    ["2017-04-20 one", 3_000n],
    ["2017-05-01 one", 12_000n],
  ]);
  expect(owed[2]?.explanation).toContain(", capped at 150.00 USD a month and subscription.");
});

test("a limit pays the first deals of a quarter, by their days", () => {
  const program = rebates("  first: { of: deal.won, rate: { gold: 5% }, first: { count: 2, per: quarter }, why: W. }");
  const facts = ["2017-06-03", "2017-06-01", "2017-06-02", "2017-07-01"].map((on) => aFact({ on }));
  expect(owedFor(program, facts).map(({ on }) => on)).toEqual(["2017-06-01", "2017-06-02", "2017-07-01"]);
});
