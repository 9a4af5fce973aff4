import { knownCalendarDate as day } from "@tiergraph/program/exact";
import { expect, test } from "vitest";
import { type IndicatorStep, indicatorPeriods } from "./indicator-periods.js";

const cut = (from: string, to: string, step: IndicatorStep, fiscalYearStartsIn = 1) =>
  indicatorPeriods({ from: day(from), to: day(to) }, { step, fiscalYearStartsIn }).map((period) => [
    period.from,
    period.to,
  ]);

test("days are cut at the beginnings of months, the first and last period as short as they are", () => {
  expect(cut("2017-01-15", "2017-03-02", "month")).toEqual([
    ["2017-01-15", "2017-02-01"],
    ["2017-02-01", "2017-03-01"],
    ["2017-03-01", "2017-03-02"],
  ]);
  expect(cut("2017-01-15", "2017-03-02", "whole")).toEqual([["2017-01-15", "2017-03-02"]]);
});

test("quarters are those of the fiscal year", () => {
  expect(cut("2017-01-01", "2017-07-01", "quarter")).toHaveLength(2);
  expect(cut("2017-01-01", "2017-07-01", "quarter", 2).map(([from]) => from)).toEqual([
    "2017-01-01",
    "2017-02-01",
    "2017-05-01",
  ]);
});
