import { expect, test } from "vitest";
import { formatCount, formatMinorUnits, formatMoney, formatPercent } from "./format-amount.js";
import { rational } from "./rational.js";

test("money is shown with all the decimals of its currency", () => {
  expect(formatMoney(rational(208665, 2), "USD")).toBe("104,332.50 USD");
  expect(formatMoney(rational(1500), "JPY")).toBe("1,500 JPY");
  expect(formatMoney(rational(-5), "KWD")).toBe("-5.000 KWD");
  expect(formatMinorUnits(123456789n, "USD")).toBe("1,234,567.89 USD");
});

test("a share just below a bound is not shown as the bound", () => {
  expect(formatPercent(rational(79996, 100000))).toBe("79.99%");
  expect(formatPercent(rational(4, 5))).toBe("80%");
  expect(formatPercent(rational(3, 80))).toBe("3.75%");
  expect(formatPercent(rational(0))).toBe("0%");
});

test("counts are grouped by thousands", () => {
  expect(formatCount(rational(1200))).toBe("1,200");
  expect(formatCount(rational(0))).toBe("0");
});
