import { documentWith, programOf } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import { periodOf } from "./period-of-benefit.js";

const program = programOf(
  documentWith({
    head: "fiscal-year-starts-in: 2",
    more: `benefits:
  vouchers: { dimension: technical-enablement, per: quarter, why: People learn. }
  licences: { dimension: technical-enablement, why: People try. }`,
  }),
);
const firstDay = (name: string, day: string) => {
  const benefit = program.benefits.find((one) => one.name === name);
  return benefit && periodOf(benefit, day, program);
};

test("what a partner used of a benefit counts by the period that the benefit names", () => {
  expect(firstDay("vouchers", "2026-06-30")).toBe(firstDay("vouchers", "2026-06-01"));
  expect(firstDay("vouchers", "2026-03-31")).not.toBe(firstDay("vouchers", "2026-06-30"));
});

test("a benefit that names none counts by year", () => {
  expect(firstDay("licences", "2026-12-31")).toBe(firstDay("licences", "2026-02-01"));
  expect(firstDay("licences", "2025-12-31")).not.toBe(firstDay("licences", "2026-12-31"));
});
