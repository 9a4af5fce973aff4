import { expect, test } from "vitest";
import { documentWith, programOf } from "../fixtures/index.js";
import { findFlatBenefits } from "./benefit-value.js";

const BENEFITS = `benefits:
  fund: { title: Fund, dimension: financial, value: 1000, why: Reach. }
  labs: { title: Labs, dimension: technical-enablement, why: Show. }
  leads: { title: Leads, dimension: go-to-market, value: 10, why: Close. }`;

function findings(silver: string, gold: string, checks = "", benefits = BENEFITS) {
  const source = `program: sample
version: 1
currency: USD
measures: { deals: { count: deal.won } }
${benefits}
${checks}
tiers:
  registered: { rank: 0, why: Everyone starts here. }
  silver: { rank: 1, why: Silver., requires: { measure: deals, at-least: 1 }, benefits: ${silver} }
  gold: { rank: 2, why: Gold., requires: { measure: deals, at-least: 2 }, benefits: ${gold} }`;
  return findFlatBenefits(programOf(source));
}
const ALL = "{ fund: {}, labs: {}, leads: {} }";

test("each tier has to be worth more than the one below in every dimension", () => {
  expect(
    findings(ALL, "{ fund: { quantity: 2 }, labs: {}, leads: { quantity: 3 } }").map(({ message }) => message),
  ).toEqual(["Gold gives no more of the technical enablement than Silver."]);
  expect(findings(ALL, "{ fund: { quantity: 1 }, labs: {}, leads: { quantity: 3 } }")[0]).toMatchObject({
    code: "VALUE_DOES_NOT_RISE",
    severity: "warning",
    path: "tiers.gold.benefits",
    message:
      "From Silver to Gold the financial value goes from 1,000.00 USD to 1,000.00 USD a year, while it should rise.",
  });
});

test("where the program says by how much value rises, less is an error", () => {
  const silver = "{ fund: { quantity: 10 }, labs: { quantity: 1 }, leads: { quantity: 10 } }";
  const gold = "{ fund: { quantity: 12 }, labs: { quantity: 2 }, leads: { quantity: 11 } }";
  expect(findings(silver, gold, "checks: { value-rises-by: 20% }")).toMatchObject([
    {
      severity: "error",
      message: expect.stringContaining("the go-to-market value goes from 100.00 USD to 110.00 USD"),
    },
  ]);
});

test("a partner that rises loses no benefit", () => {
  const gold = "{ fund: { quantity: 2 }, leads: { quantity: 3 } }";
  const lost = findings("{ fund: { quantity: 3 }, labs: {}, leads: {} }", gold).filter(
    ({ code }) => code === "BENEFIT_LOST",
  );
  expect(lost.map(({ path, message }) => `${path} ${message}`)).toEqual([
    "tiers.gold.benefits.fund Gold gives 2 of Fund, while Silver below it gives 3.",
    "tiers.gold.benefits Gold does not give Labs, which Silver below it gives.",
  ]);
});

test("a program without benefits is not warned about them", () => {
  expect(findFlatBenefits(programOf(documentWith()))).toEqual([]);
});

test("where no benefit is worth anything by its own word, no sum of nothing is reported", () => {
  const free = BENEFITS.replaceAll("value: 1000", "value: 0").replaceAll("value: 10,", "value: 0,");
  const messages = (gold: string, checks = "") => findings(ALL, gold, checks, free).map(({ message }) => message);
  expect(messages("{ fund: { quantity: 2 }, labs: {}, leads: {} }").join(" ")).not.toContain("goes from 0.00");
  expect(messages(ALL)).toContain("Gold gives no more of the financial value than Silver.");
});
