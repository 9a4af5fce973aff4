import { userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { rational } from "@tiergraph/program/exact";
import { aCount, aDistinct, aMeasure, aSum, programWith, sourceOf } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import { proposalRefusals } from "./adjustment.refusals.js";
import { type AdjustmentProposal, checkAdjustment } from "./check-adjustment.js";

const program = {
  ...programWith(
    aSum("revenue"),
    aDistinct("customers"),
    aMeasure("rate", { kind: "ratio", numerator: aCount("rate.numerator"), denominator: aSum("revenue") }),
    aCount("certificates", { source: sourceOf({ kinds: ["certification"] }) }),
    aMeasure("rank", { kind: "percentile", of: aSum("revenue"), among: [], counts: "not-above" }),
  ),
  markets: [{ name: "growth", title: "Growth", factor: rational(1, 2), regions: ["East"], countries: [], why: "Why." }],
};
const doubled: AdjustmentProposal = {
  measure: "revenue",
  kind: "factor",
  from: "2026-01-01",
  until: "2026-02-01",
  factor: "2",
  reason: "The price list was halved.",
};
const codeOf = (differing: Partial<AdjustmentProposal>) => {
  const checked = checkAdjustment({ ...doubled, ...differing }, program);
  return checked.kind === "Sound" ? null : userErrorOf(proposalRefusals, checked).code;
};

test("a sum that adds up over days may be multiplied, one within a ratio too", () => {
  expect(checkAdjustment(doubled, program)).toEqual({ kind: "Sound", factor: rational(2) });
  expect(codeOf({ measure: "rate.numerator", factor: "0.6667", regions: ["East"], markets: ["growth"] })).toBeNull();
});

test.each<[string, Partial<AdjustmentProposal>, string]>([
  ["a measure that the program lacks", { measure: "margin" }, "MEASURE_UNKNOWN"],
  ["different customers multiplied", { measure: "customers" }, "MEASURE_NOT_ADJUSTABLE"],
  ["certificates multiplied", { measure: "certificates" }, "MEASURE_NOT_ADJUSTABLE"],
  ["a ratio multiplied", { measure: "rate" }, "MEASURE_NOT_ADJUSTABLE"],
  ["a rank excused", { measure: "rank", kind: "excused", factor: null }, "MEASURE_NOT_ADJUSTABLE"],
  ["a period without a day", { until: "2026-01-01" }, "PERIOD_INVALID"],
  ["a period of more than three years", { until: "2030-01-01" }, "PERIOD_INVALID"],
  ["no factor", { factor: null }, "FACTOR_INVALID"],
  ["a factor of zero", { factor: "0" }, "FACTOR_INVALID"],
  ["a factor of 101", { factor: "101" }, "FACTOR_INVALID"],
  ["excused days with a factor", { kind: "excused" }, "FACTOR_INVALID"],
  ["a market that the program lacks", { markets: ["moon"] }, "MARKET_UNKNOWN"],
  ["a region without a name", { regions: [" "] }, "TEXT_INVALID"],
  ["no reason", { reason: "" }, "TEXT_INVALID"],
])("%s is refused", (_, differing, code) => {
  expect(codeOf(differing)).toBe(code);
});

test("days of different customers and of a whole ratio may be excused", () => {
  for (const measure of ["customers", "rate"]) expect(codeOf({ measure, kind: "excused", factor: null })).toBeNull();
});
