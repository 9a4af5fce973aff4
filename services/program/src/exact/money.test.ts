import { expect, test } from "vitest";
import { minorOf, moneyOf } from "./money.js";

test("an amount is written with the digits of its currency", () => {
  expect(moneyOf({ minor: 125050n, currency: "USD" }).amount).toBe("1250.50");
  expect(moneyOf({ minor: -5n, currency: "USD" }).amount).toBe("-0.05");
  expect(moneyOf({ minor: 125050n, currency: "JPY" }).amount).toBe("125050");
  expect(moneyOf({ minor: 7n, currency: "KWD" }).amount).toBe("0.007");
});

test("an amount is read to the cent and never rounded", () => {
  expect(minorOf("1250.5", "USD")).toBe(125050n);
  expect(minorOf("1250.500", "USD")).toBe(125050n);
  expect(minorOf("-0.05", "USD")).toBe(-5n);
  expect(minorOf("1250.505", "USD")).toBeNull();
  expect(minorOf("12.5", "JPY")).toBeNull();
  expect(minorOf("1e5", "USD")).toBeNull();
  expect(minorOf("9".repeat(16), "USD")).toBeNull();
});
