import { expect, test } from "vitest";
import { rational } from "../exact/rational.js";
import { documentWith, programOf } from "../fixtures/sample-program.js";
import { findExceededCeilings, worstCase } from "./worst-case.js";

const REBATES = `rebates:
  deal: { of: deal.won, rate: { gold: 8% }, why: It pays. }
  growth: { of: deal.won, where: { product: A }, rate: { registered: 1%, gold: 9.5% }, why: It pays. }`;
const withGold = (checks: string) =>
  programOf(
    documentWith({
      requires: "{ measure: revenue, at-least: 100000 }\n    benefits: { fund: { quantity: 3 } }".replace(
        "\n    ",
        "\n  ",
      ),
      more: `${REBATES}\n${checks}\nbenefits: { fund: { dimension: financial, cost: 500.50, why: Reach. } }`,
    }).replace("\n        benefits:", "\n    benefits:"),
  );

test("in the worst case all rebates of a tier pay on the same deal", () => {
  expect(worstCase(withGold(""))).toEqual([
    { tier: "registered", rewardShare: rational(1, 100), benefitCost: rational(0) },
    { tier: "gold", rewardShare: rational(175, 1000), benefitCost: rational(3003, 2) },
  ]);
});

test("rewards and benefits stay below the ceilings that the program sets", () => {
  expect(findExceededCeilings(withGold("checks: { margin-ceiling: 15%, cost-ceiling: 1500 }"))).toMatchObject([
    { code: "REWARDS_EXCEED_MARGIN", severity: "error", path: "tiers.gold", message: expect.stringContaining("17.5%") },
    { code: "BENEFITS_EXCEED_COST", severity: "error", message: expect.stringContaining("1,501.50 USD") },
  ]);
  expect(findExceededCeilings(withGold("checks: { margin-ceiling: 17.5%, cost-ceiling: 1501.50 }"))).toEqual([]);
});

test("rebates without a ceiling are worth a thought", () => {
  expect(findExceededCeilings(withGold(""))).toMatchObject([{ code: "NO_MARGIN_CEILING", severity: "advice" }]);
});
