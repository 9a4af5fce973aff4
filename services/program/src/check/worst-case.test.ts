import { expect, test } from "vitest";
import { rational } from "../exact/index.js";
import { documentWith, programOf } from "../fixtures/index.js";
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

test("in the worst case a deal lies in the highest band, and above every accelerator", () => {
  const program = programOf(
    documentWith({
      more: `rebates:
  banded: { of: deal.won, rate: { gold: { 0: 5%, 1000: 9% } }, bands: marginal, over: year, why: W. }
  faster: { of: deal.won, rate: { gold: 2% }, accelerators: [{ above: 1000, over: year, times: 150% }], why: W. }`,
    }),
  );
  expect(worstCase(program).find(({ tier }) => tier === "gold")?.rewardShare).toEqual(rational(12, 100));
});

test("sums that are paid without a ceiling of the program are worth a thought", () => {
  const paying = (ceilings: string) =>
    programOf(
      documentWith({
        more: `bonuses: { year: { count: deal.won, over: year, targets: { 5: 100 }, why: W. } }
spiffs: { push: { of: deal.won, before: 2030-01-01, pays: 5, why: W. } }
${ceilings}`,
      }),
    );
  const found = (ceilings: string) => findExceededCeilings(paying(ceilings)).map(({ code, path }) => [code, path]);
  expect(found("")).toEqual([
    ["NO_PROGRAM_CEILING", "bonuses.year"],
    ["NO_PROGRAM_CEILING", "spiffs.push"],
  ]);
  const ceiling = (of: string, beyond = "refuse") =>
    `ceilings: { c: { of: ${of}, each: program, over: year, at-most: 5, beyond: ${beyond}, why: W. } }`;
  expect(found(ceiling("[spiffs.push]"))).toEqual([["NO_PROGRAM_CEILING", "bonuses.year"]]);
  expect(found(ceiling("everything"))).toEqual([]);
  expect(found(ceiling("everything", "alert"))).toHaveLength(2);
});
