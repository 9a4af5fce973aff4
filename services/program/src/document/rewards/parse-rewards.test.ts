import { expect, test } from "vitest";
import { documentWith, problemsOf } from "../../fixtures/index.js";

const problems = (more: string) => problemsOf(documentWith({ more }));

test.each([
  [
    "rebates: { r: { of: deal.won, rate: { gold: 0% }, why: W. } }",
    "rebates.r.rate.gold: leave a tier out that earns nothing",
  ],
  ["rebates: { r: { of: deal.won, rate: { golden: 5% }, why: W. } }", "unknown tier `golden`"],
  ["rebates: { r: { of: deal.won, rate: { gold: { 0: 3% } }, why: W. } }", "rebates.r.bands: `bands` is missing"],
  [
    "rebates: { r: { of: deal.won, rate: { gold: { all: 3% } }, bands: marginal, over: year, why: W. } }",
    "expected an amount in USD such as 100000, found `all`",
  ],
  [
    "rebates: { r: { of: deal.won, rate: { gold: { 0: 3% } }, bands: marginal, over: year, accelerators: [{ above: 1, over: year, times: 2 }], why: W. } }",
    "rebates.r.accelerators: bands say already how the rate rises",
  ],
  [
    "rebates: { r: { of: deal.won, rate: { gold: 3% }, accelerators: [{ above: 1, over: year, times: 90% }], why: W. } }",
    "an accelerator is above 100%",
  ],
  [
    "rebates: { r: { of: deal.won, rate: { gold: 3% }, caps: [{ at-most: 5, per: week }], why: W. } }",
    "rebates.r.caps[0].per",
  ],
  [
    "rebates: { r: { of: deal.won, rate: { gold: 3% }, first: { count: 0, per: year }, why: W. } }",
    "rebates.r.first.count",
  ],
  [
    "rebates: { r: { of: deal.won, rate: { gold: 3% }, net-of: deal.refund, why: W. } }",
    "unknown kind of fact `deal.refund`",
  ],
  ["bonuses: { b: { sum: amount, of: deal.won, over: year, targets: {}, why: W. } }", "expected at least one target"],
  ["bonuses: { b: { sum: amount, of: deal.won, over: year, targets: { 0: 5 }, why: W. } }", "a target is above zero"],
  ["bonuses: { b: { count: deal.won, over: year, targets: { 5: 0 }, why: W. } }", "what is paid is above zero"],
  ["spiffs: { s: { of: deal.won, pays: 5, why: W. } }", "spiffs.s.before: `before` is missing"],
  [
    "rebates: { x: { of: deal.won, rate: { gold: 3% }, why: W. } }\nspiffs: { x: { of: deal.won, before: 2030-01-01, pays: 5, why: W. } }",
    "`x` is the name of two rules that pay",
  ],
  [
    "ceilings: { c: { of: [rebates.none], each: partner, over: year, at-most: 5, beyond: refuse, why: W. } }",
    "unknown rule `rebates.none`",
  ],
  [
    "ceilings: { c: { of: payouts, each: partner, over: year, at-most: 5, beyond: remainder, why: W. } }",
    "a redemption is paid whole or refused",
  ],
  [
    "ceilings: { c: { of: everything, each: partner, over: year, at-most: 5, times: 3, beyond: refuse, why: W. } }",
    "`at-most` says already how much",
  ],
  ["ledger: { renewal: { tiers: [gold], by: 6 months } }", "nothing expires that could be renewed"],
  ["ledger: { accounts: { partner:cash: 1 } }", "unknown account `partner:cash`"],
  ["ledger: { minimum-payout: 0.001 }", "expected at most 2 decimals"],
  ["registrations: { protects: { golden: 30 days }, why: W. }", "unknown tier `golden`"],
  ["registrations: { why: W. }", "registrations.protects: `protects` is missing"],
  ["funds: { f: { over: lifetime, budget: 5, allocates: discretion, why: W. } }", "funds.f.over"],
  ["funds: { f: { over: year, budget: 5, allocates: somehow, why: W. } }", "funds.f.allocates"],
  ["funds: { f: { over: year, budget: 5, allocates: discretion, reimburses: 150%, why: W. } }", "at most 100%"],
  [
    "benefits: { b: { dimension: financial, fulfilled-within: 5 days, why: W. } }",
    "a benefit that is not claimed is not fulfilled",
  ],
  ["benefits: { b: { dimension: financial, transition: later, why: W. } }", "benefits.b.transition"],
  [
    "benefits: { b: { dimension: financial, transition: { until: 2027-01-01, keeps: 5 days }, why: W. } }",
    "`keeps` says already how long",
  ],
])("%s is refused where it is wrong", (more, problem) => {
  expect(problems(more)).toContain(problem);
});
