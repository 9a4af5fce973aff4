import { expect, test } from "vitest";
import {
  add,
  compare,
  divide,
  fromMinorUnits,
  isZero,
  multiply,
  parseDecimal,
  parseExact,
  rational,
  roundDown,
  roundHalfUp,
  subtract,
  toDecimalString,
  toExactString,
} from "./rational.js";

test("seven people at 15/7 points each are exactly 15 points", () => {
  expect(multiply(rational(7), rational(15, 7))).toEqual(rational(15));
});

test("equal fractions are equal data, however they were written", () => {
  expect(rational(-6, -8)).toEqual({ num: 3n, den: 4n });
  expect(rational(6, -8)).toEqual({ num: -3n, den: 4n });
  expect(rational(0, -5)).toEqual({ num: 0n, den: 1n });
});

test("a tenth and two tenths are three tenths", () => {
  expect(add(rational(1, 10), rational(2, 10))).toEqual(rational(3, 10));
  expect(subtract(rational(3, 10), rational(1, 10))).toEqual(rational(1, 5));
});

test("sixteen of twenty meets eighty percent exactly", () => {
  expect(compare(divide(rational(16), rational(20)), rational(80, 100))).toBe(0);
  expect(compare(rational(-1, 2), rational(1, 3))).toBe(-1);
  expect(compare(rational(1, 2), rational(1, 3))).toBe(1);
});

test("nothing is divided by zero", () => {
  expect(() => divide(rational(3), rational(0))).toThrow("Division");
  expect(isZero(rational(0, 7))).toBe(true);
});

test.each([
  ["100000", rational(100000)],
  ["1.5", rational(3, 2)],
  ["-3", rational(-3)],
  ["-0.25", rational(-1, 4)],
  ["+007.10", rational(71, 10)],
])("%s is read as a decimal", (text, number) => {
  expect(parseDecimal(text)).toEqual(number);
});

test.each(["", "1e5", "75,000", "0x10", ".5", "5.", "1/2", " 1", "1\n", "NaN", "1".repeat(31)])(
  "%j is not a decimal",
  (text) => {
    expect(parseDecimal(text)).toBeNull();
  },
);

test.each([
  ["1.005", 2, 101n],
  ["1.0049", 2, 100n],
  ["-1.005", 2, -101n],
  ["2.5", 0, 3n],
  ["-2.5", 0, -3n],
])("%s rounded half away from zero to %i digits is %i", (text, digits, rounded) => {
  expect(roundHalfUp(parseDecimal(text) ?? rational(0), digits)).toBe(rounded);
});

test("rounding down never claims more than there is", () => {
  expect(roundDown(rational(7999, 10000), 2)).toBe(79n);
  expect(roundDown(rational(-7999, 10000), 2)).toBe(-80n);
  expect(roundDown(rational(-3), 0)).toBe(-3n);
});

test.each([
  [rational(15, 7), "15/7"],
  [rational(-15, 7), "-15/7"],
  [rational(25, 2), "12.5"],
  [rational(-1, 80), "-0.0125"],
  [rational(100000), "100000"],
  [rational(0), "0"],
])("an exact number survives being written as text (%#)", (number, text) => {
  expect(toExactString(number)).toBe(text);
  expect(parseExact(text)).toEqual(number);
});

test("a text that no exact number writes is not read as one", () => {
  for (const text of ["1/0", "1e3", "", "1/-2", "+1"]) expect(parseExact(text)).toBeNull();
});

test("a number is shown with the digits asked for and no trailing zeros", () => {
  expect(toDecimalString(rational(15, 7), 2)).toBe("2.14");
  expect(toDecimalString(rational(2, 3), 2)).toBe("0.67");
  expect(toDecimalString(rational(1200), 2)).toBe("1200");
  expect(toDecimalString(rational(1200), 0)).toBe("1200");
  expect(toDecimalString(rational(-1, 1000), 2)).toBe("0");
});

test("minor units become major units exactly", () => {
  expect(fromMinorUnits(10433250n, 2)).toEqual(rational(208665, 2));
  expect(fromMinorUnits(500n, 0)).toEqual(rational(500));
});
