import { addMonths, knownCalendarDate as day, rational, toExactString } from "@tiergraph/program/exact";
import { expect, test } from "vitest";
import { seasonalFactors } from "./seasonal-factors.js";

/** Months from a first one on. */
const monthsFrom = (first: string, totals: readonly number[]) =>
  new Map(totals.map((total, i) => [addMonths(day(first), i), BigInt(total)]));
const flat = Array<number>(12).fill(100);
/** Half as much again in December, half as much in January: the average stays. */
const seasonal = [50, ...Array<number>(10).fill(100), 150];
const compute = (totals: ReturnType<typeof monthsFrom>, months = 24) =>
  seasonalFactors(totals, { months, today: day("2026-01-15") });

test("a month that brings half as much again as an average one counts for two thirds, in the coming year", () => {
  expect(compute(monthsFrom("2024-01-01", [...seasonal, ...seasonal]))).toEqual({
    kind: "Computed",
    years: 2,
    from: "2024-01-01",
    to: "2026-01-01",
    factors: [
      { month: "2026-12-01", index: rational(3, 2), factor: rational(6667, 10_000) },
      { month: "2027-01-01", index: rational(1, 2), factor: rational(2) },
    ],
  });
});

test("each year weighs the same, however much it brought", () => {
  const computed = compute(monthsFrom("2024-01-01", [...flat, ...seasonal.map((total) => total * 1_000)]));
  if (computed.kind !== "Computed") throw new Error(computed.kind);
  expect(computed.factors.map(({ index }) => toExactString(index))).toEqual(["1.25", "0.75"]);
});

test("months of an unfinished year are left out, and so is the current month", () => {
  const totals = monthsFrom("2023-12-01", [999, ...seasonal, ...seasonal, 999]);
  expect(compute(totals, 35)).toMatchObject({ years: 2, from: "2024-01-01", factors: [{}, {}] });
});

test("two whole years are needed, and something in each of them", () => {
  expect(compute(monthsFrom("2024-02-01", [...flat, ...flat].slice(1)))).toEqual({ kind: "HistoryTooShort" });
  expect(compute(monthsFrom("2024-01-01", flat))).toEqual({ kind: "HistoryTooShort" });
  expect(compute(monthsFrom("2024-01-01", []))).toEqual({ kind: "HistoryTooShort" });
  expect(compute(monthsFrom("2024-01-01", [...flat, ...flat]), 23)).toEqual({ kind: "HistoryTooShort" });
});

test("a month in which nothing ever comes in has no factor", () => {
  const quiet = [0, ...Array<number>(10).fill(100), 200];
  const computed = compute(monthsFrom("2023-12-01", [1, ...quiet, ...quiet]));
  expect(computed).toMatchObject({ factors: [{ month: "2026-12-01", factor: rational(1, 2) }] });
});
