import { expect, test } from "vitest";
import { DAY_CANDIDATES, NUMBER_CANDIDATES } from "./candidates.js";
import { dayFormatOf, FOUND_DAY_FORMATS } from "./day-format.js";
import { findFormats } from "./find-format.js";
import { numberFormatOf } from "./number-format.js";

const day = (notation: string, text: string) => dayFormatOf(notation)?.read(text) ?? null;
const number = (notation: string, text: string) => numberFormatOf(notation)?.read(text) ?? null;

test.each([
  ["YYYY-MM-DD", "2017-03-01", "2017-03-01"],
  ["YYYY-MM-DD", "2017-03-01T23:59:59.123Z", "2017-03-01"],
  ["YYYY-MM-DD", "2017-03-01 10:15:00+02:00", "2017-03-01"],
  ["YYYYMMDD", "20170301", "2017-03-01"],
  ["DD.MM.YYYY", "1.3.2017", "2017-03-01"],
  ["MM/DD/YYYY", "3/1/2017 8:26", "2017-03-01"],
  ["MM/DD/YYYY", "3/1/2017 8:26:00 PM", "2017-03-01"],
  ["DD-Mon-YY", "03-Mar-17", "2017-03-03"],
  ["DD Mon YYYY", "3 September 2017", "2017-09-03"],
  ["Mon DD, YYYY", "Sept. 3, 2017", "2017-09-03"],
  ["DD Mon YYYY", "Wed, 01 Mar 2017 10:00:00 GMT", "2017-03-01"],
  ["DD/MM/YY", "01/02/79", "2079-02-01"],
  ["DD/MM/YY", "01/02/80", "1980-02-01"],
  ["YYYY-MM-DD", "2016-02-29", "2016-02-29"],
  ["spreadsheet", "42795", "2017-03-01"],
  ["unix", "1488326400", "2017-03-01"],
  ["unix-ms", "1488412799999", "2017-03-01"],
])("as %s, %s is %s", (notation, text, expected) => {
  expect(day(notation, text)).toBe(expected);
});

test.each([
  ["YYYY-MM-DD", "2017-02-29"],
  ["YYYY-MM-DD", "0017-03-01"],
  ["YYYY-MM-DD", "2017-13-01"],
  ["YYYY-MM-DD", "2017-03-01x"],
  ["MM/DD/YYYY", "13/01/2017"],
  ["DD Mon YYYY", "3 Marble 2017"],
  ["YYYYMMDD", "2017301"],
  ["unix", "soon"],
])("as %s, %s is no day", (notation, text) => {
  expect(day(notation, text)).toBeNull();
});

test("a notation without a year, with a part twice or with other letters is none", () => {
  for (const notation of ["DD.MM", "YYYY-YYYY-MM-DD", "YYYY-MM-DD hh", "", "MM/Mon/YYYY DD"])
    expect(dayFormatOf(notation), notation).toBeNull();
  for (const notation of FOUND_DAY_FORMATS) expect(dayFormatOf(notation)?.notation).toBe(notation);
});

test.each([
  ["1234.56", "1234.5", "1234.5", null],
  ["1234.56", "-0012.50", "-12.50", null],
  ["1234.56", ".5", "0.5", null],
  ["1,234.56", "$1,234,567.80", "1234567.80", null],
  ["1,234.56", "(1,234.50)", "-1234.50", null],
  ["1,234.56", "USD 12,000", "12000", "USD"],
  ["1,234.56", "US$1,200.50", "1200.50", "USD"],
  ["1,234.56", "1,200 $", "1200", null],
  ["1,234.56", "12,34,567.00", "1234567.00", null],
  ["1.234,56", "1.234,56 €", "1234.56", "EUR"],
  ["1.234,56", "€ 1.234,56-", "-1234.56", "EUR"],
  ["1 234,56", "1\u00A0234,56", "1234.56", null],
  ["1'234.56", "CHF 1’234.56", "1234.56", "CHF"],
])("as %s, %s is %s", (notation, text, decimal, currency) => {
  expect(number(notation, text)).toEqual({ decimal, currency });
});

test.each([
  ["1234.56", "1,234.56"],
  ["1,234.56", "1,23"],
  ["1,234.56", "1.234,56"],
  ["1.234,56", "1.23"],
  ["1234.56", "1e3"],
  ["1234.56", "-(5)"],
  ["1234.56", "--5"],
  ["1234.56", ""],
  ["1234.56", "."],
])("as %s, %s is no number", (notation, text) => {
  expect(number(notation, text)).toBeNull();
});

const DAYS = DAY_CANDIDATES;
const NUMBERS = NUMBER_CANDIDATES;
const found = (candidates: typeof DAYS, columns: Record<string, string[]>) =>
  Object.fromEntries(
    [...findFormats(new Map(Object.entries(columns).map(([name, texts]) => [name, new Set(texts)])), candidates)].map(
      ([name, finding]) => [name, finding.kind === "Found" ? finding.notation : finding.kind],
    ),
  );

test("the format that reads the most is found, and a typing error does not change that", () => {
  expect(found(DAYS, { closed: ["03/04/2017", "25/12/2017", "soon"] })).toEqual({ closed: "DD/MM/YYYY" });
  expect(found(NUMBERS, { amount: ["1.250,00", "80,5", "-"] })).toEqual({ amount: "1.234,56" });
  expect(found(NUMBERS, { amount: ["100", "2500"] })).toEqual({ amount: "1234.56" });
});

test("what reads in two ways is ambiguous, unless another column of the file decides it", () => {
  expect(found(DAYS, { closed: ["03/04/2017", "05/06/2017"] })).toEqual({ closed: "Ambiguous" });
  expect(found(DAYS, { closed: ["03/04/2017"], opened: ["03/25/2017"] })).toEqual({
    closed: "MM/DD/YYYY",
    opened: "MM/DD/YYYY",
  });
  expect(found(NUMBERS, { amount: ["1,234", "2,500"] })).toEqual({ amount: "Ambiguous" });
  // Whole numbers are read alike by all: they decide nothing.
  expect(found(NUMBERS, { amount: ["1.234"], seats: ["12"] })).toMatchObject({ amount: "Ambiguous" });
  expect(found(DAYS, { closed: ["never"] })).toEqual({ closed: "NothingFits" });
});

test("a day that reads alike in every format that is left needs no decision", () => {
  expect(found(DAYS, { closed: ["03/03/2017", "05/05/2017"] })).toEqual({ closed: "DD/MM/YYYY" });
});
