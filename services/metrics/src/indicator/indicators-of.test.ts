import { toExactString } from "@tiergraph/program/exact";
import { expect, test } from "vitest";
import type { IndicatorBase } from "./indicator.store.js";
import { indicatorsOf } from "./indicators-of.js";

const nothing: IndicatorBase = {
  period: 1,
  name: "",
  partners: 0,
  won: 0,
  lost: 0,
  wonMinor: "0",
  cycleDays: 0,
  cycleDeals: 0,
  open: 0,
  promoters: 0,
  detractors: 0,
  answers: 0,
  leads: 0,
  converted: 0,
  conversionDays: 0,
  conversionLeads: 0,
  renewed: 0,
  left: 0,
  active: 0,
  adopters: 0,
  mrrMinor: "0",
  expandedMinor: "0",
  lostMinor: "0",
  keptMinor: "0",
};
const valuesOf = (base: Partial<IndicatorBase>): Record<string, string | null> =>
  Object.fromEntries(
    indicatorsOf({ ...nothing, ...base }, "USD").map(({ indicator, value }) => [
      indicator,
      value && toExactString(value),
    ]),
  );

test("deals are won at a rate, of a size, in a time, and the pipeline yields so much a day", () => {
  expect(valuesOf({ won: 6, lost: 4, wonMinor: "120000", cycleDays: 300, cycleDeals: 6, open: 25 })).toMatchObject({
    WIN_RATE: "0.6",
    AVERAGE_DEAL: "200",
    SALES_CYCLE: "50",
    WON_DEALS: "6",
    WON_AMOUNT: "1200",
    // 25 × 0.6 × 200 ÷ 50
    PIPELINE_VELOCITY: "60",
  });
});

test("recurring revenue is retained gross of what was gained and net of it", () => {
  const base = { mrrMinor: "100000", expandedMinor: "15000", lostMinor: "10000", keptMinor: "90000" };
  expect(valuesOf(base)).toMatchObject({ GROSS_RETENTION: "0.9", NET_RETENTION: "1.05" });
});

test("promoters less detractors, of a hundred; customers that renew, of those that could; adopters, of those that are", () => {
  expect(
    valuesOf({ promoters: 6, detractors: 2, answers: 10, renewed: 8, left: 2, adopters: 3, active: 12 }),
  ).toMatchObject({
    NPS: "40",
    RENEWAL_RATE: "0.8",
    INTEGRATION_ADOPTION: "0.25",
  });
  expect(valuesOf({ detractors: 1, answers: 4 })).toMatchObject({ NPS: "-25" });
});

test("where there is nothing to divide by there is no value, which is not zero", () => {
  const values = valuesOf({});
  for (const name of ["WIN_RATE", "AVERAGE_DEAL", "SALES_CYCLE", "PIPELINE_VELOCITY", "GROSS_RETENTION", "NPS"])
    expect(values[name], name).toBeNull();
  expect(values).toMatchObject({ WON_DEALS: "0", OPEN_DEALS: "0" });
});
