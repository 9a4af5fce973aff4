import { expect, test } from "vitest";
import { documentWith, programOf } from "../../fixtures/index.js";
import { printProgram } from "./print-program.js";

const DOCUMENT = documentWith({
  head: `why: "Line one.\\n\\nLine: two # not a comment"
fiscal-year-starts-in: 10
tracks: { reseller: { description: "yes" }, 2026: }`,
  measures: `deals: { count: [deal.won, deal.open], where: { product: ["1.0", "null", GTX Pro], 7: a, level: [b] } }
revenue: { title: "Revenue: won", sum: amount, of: deal.won, window: { rolling: 90 days } }
seats: { sum: quantity, of: seats, window: { rolling: 1 month } }
customers: { distinct: customer, of: deal.won, window: fiscal quarter }
rate: { ratio: [deals, { count: deal.lost }], window: last fiscal quarter }
share: { ratio: [customers, deals] }`,
  requires: `all:
  - { measure: revenue, at-least: 123456789012345678901234.56, tracks: [reseller, 2026], why: "- so" }
  - { measure: revenue, more-than: 0.1 }
  - any: [{ measure: rate, at-least: 33.3333333% }, { measure: share, more-than: 0 }]
  - { at-least: 1, of: [{ measure: seats, at-least: 5 }, { measure: customers, more-than: 7 }] }`,
  more: `    benefits: { 9: {}, fund: { quantity: 2 } }
benefits:
  fund: { dimension: financial, why: Reach. }
  9: { dimension: go-to-market, why: "  spaces  ", description: "tab\\t and 'quotes' and \\"more\\"" }
rebates:
  deals: { of: [deal.won, seats], rate: { gold: 0.125%, registered: 100% }, where: { product: GTX Pro }, why: W. }
courses:
  basics: { role: customer-success, certifies: { level: "5", valid: 24 months } }
  talk: { certifies: { level: foundation } }`,
});

test("what is printed is parsed as the same program, with everything in the same order", () => {
  const program = programOf(DOCUMENT);
  const again = programOf(printProgram(program));
  expect(again).toEqual(program);
  expect([...(again.rebates[0]?.rateByTier.keys() ?? [])]).toEqual(["gold", "registered"]);
});

test("printing is canonical: a printed program prints as itself", () => {
  const printed = printProgram(programOf(DOCUMENT));
  expect(printProgram(programOf(printed))).toBe(printed);
});

test("amounts and shares are printed as a person writes them", () => {
  const printed = printProgram(programOf(documentWith()));
  expect(printed).toContain("measure: revenue\n      at-least: 100000\n");
  expect(printProgram(programOf(DOCUMENT))).toContain("gold: 0.125%\n");
});

test.each([
  "null",
  "~",
  "true",
  "12",
  "0x10",
  "1e3",
  "- a",
  "a: b",
  "a #b",
  "'",
  '"',
  "|",
  ">",
  "%a",
  "@a",
  "`a`",
  "*a",
  "&a",
  "!a",
  "line\nline",
  "\nstarts with a line break",
  "ends with one\n",
  "ends with two\n\n",
  " indented\n  more",
  "tab\tinside",
  "é ü 漢字 🙂",
  "\u0007 bell",
  "a\u2028b",
  "a\r\nb",
  "x ".repeat(300),
])("the words %j survive printing", (why) => {
  const program = { ...programOf(DOCUMENT), why };
  expect(programOf(printProgram(program)).why).toBe(why);
});
