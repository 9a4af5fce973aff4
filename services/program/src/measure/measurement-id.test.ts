import { expect, test } from "vitest";
import { knownCalendarDate } from "../exact/index.js";
import { decodeMeasurementId, encodeMeasurementId } from "./measurement-id.js";

const measurement = {
  partnerId: "p",
  measure: "revenue",
  asOf: knownCalendarDate("2026-04-01"),
  program: "northwind-partners",
  version: "2026.1",
};
const idOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("the id of a measurement leads back to its partner, measure, day and version", () => {
  expect(decodeMeasurementId(encodeMeasurementId(measurement))).toEqual(measurement);
  const known = { ...measurement, knownAt: "2026-05-01T09:30:00.000Z" };
  expect(decodeMeasurementId(encodeMeasurementId(known))).toEqual(known);
});

test("measurements that differ in anything have different ids", () => {
  const others = [
    { ...measurement, partnerId: "q" },
    { ...measurement, measure: "wins" },
    { ...measurement, asOf: knownCalendarDate("2026-04-02") },
    { ...measurement, program: "other" },
    { ...measurement, version: "2026.2" },
    { ...measurement, knownAt: "2026-05-01T09:30:00.000Z" },
  ];
  expect(new Set([measurement, ...others].map(encodeMeasurementId)).size).toBe(7);
});

test.each([
  ["nothing", ""],
  ["a name", "revenue"],
  ["a day that does not exist", idOf(["p", "revenue", "2026-02-29", "n", "1"])],
  ["a list that is too short", idOf(["p", "revenue", "2026-04-01", "n"])],
  ["a moment that is none", idOf(["p", "revenue", "2026-04-01", "n", "1", "x"])],
  ["a list that is too long", idOf(["p", "revenue", "2026-04-01", "n", "1", "2026-05-01T09:30:00.000Z", "x"])],
  ["a version that is a number", idOf(["p", "revenue", "2026-04-01", "n", 1])],
  ["an object", idOf(measurement)],
])("%s is no id of a measurement", (_, id) => {
  expect(decodeMeasurementId(id)).toBeNull();
});
