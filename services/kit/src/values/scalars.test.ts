import { expect, test } from "vitest";
import { DateScalar, DateTimeScalar, DecimalScalar } from "./scalars.js";

test("a date is a real day between 1900 and 2999", () => {
  expect(DateScalar.parseValue("2024-02-29")).toBe("2024-02-29");
  for (const wrong of [
    "2023-02-29",
    "2024-2-9",
    "0001-01-01",
    "1899-12-31",
    "3000-01-01",
    "31.12.2024",
    "",
    20_240_229,
    null,
  ])
    expect(() => DateScalar.parseValue(wrong)).toThrow(/Date expects a day/);
});

test("a decimal is text, never a floating point number", () => {
  expect(DecimalScalar.parseValue("-1250.50")).toBe("-1250.50");
  for (const wrong of [1250.5, "1e3", "1,5", "", "NaN", ".5", `${"9".repeat(31)}`])
    expect(() => DecimalScalar.parseValue(wrong)).toThrow(/Decimal expects/);
});

test("a moment is read and written in UTC", () => {
  expect(DateTimeScalar.serialize(DateTimeScalar.parseValue("2026-03-31T09:30:00+02:00"))).toBe(
    "2026-03-31T07:30:00.000Z",
  );
  expect(() => DateTimeScalar.parseValue("yesterday")).toThrow(/DateTime expects/);
});
