import { expect, test } from "vitest";
import { assessTier } from "../assess/index.js";
import { measureInWords, workedExamples } from "../examples/index.js";
import { documentWith, evidenceOf, programOf, valuesOf } from "../fixtures/index.js";
import { missedClauses } from "../place/index.js";
import { groupWords } from "./group-words.js";

const HEAD = `tracks: { reseller: {} }
facts: { workshop.held: { attributes: { sales-territory: { one-of: [Nordics, Benelux, Iberia] } } } }
markets: { growth: { factor: 50%, regions: [LATAM, APAC], why: Half. } }`;
const programWith = (requires: string) =>
  programOf(
    documentWith({
      head: HEAD,
      measures: `workshops: { title: Workshops, count: workshop.held, by: sales-territory }
deals: { count: deal.won, by: region, where: { region: [EMEA, LATAM] } }
best: { largest: workshops }
lines: { count: deal.won, by: product-family }`,
      requires,
    }),
  );
const examplesOf = (requires: string) => workedExamples(programWith(requires));

test("groups are spoken of by the document's own words and values", () => {
  const two = examplesOf("{ across: sales-territory, at-least: 2, requires: { measure: workshops, at-least: 3 } }");
  expect(two).toContain("- For at least 2 sales territories");
  expect(two).toContain("Met for Nordics and Benelux is enough; met for Nordics alone is not.");
  expect(examplesOf("{ across: region, requires: { measure: deals, at-least: 3 } }")).toContain(
    "Met for EMEA is enough.",
  );
  const each = examplesOf("{ for-each: sales-territory, requires: { measure: workshops, at-least: 3 } }");
  expect(each).toContain("- For each sales territory");
  expect(each).toContain(
    "A partner with the sales territories Nordics and Benelux meets it with both; with Nordics alone it does not.",
  );
  const program = programWith("{ measure: best, at-least: 1 }");
  expect(program.measures.map((measure) => measureInWords(program, measure))).toContainEqual(
    expect.stringContaining("most that one sales territory has of this: Workshops"),
  );
});

test("where the document names no values, its word for the attribute is used", () => {
  expect(examplesOf("{ across: product-family, at-least: 2, requires: { measure: lines, at-least: 3 } }")).toContain(
    "Met for any 2 product families is enough; met for 1 alone is not.",
  );
});

test("values are those of facts, conditions, markets and audiences, each once", () => {
  const program = programWith(
    "{ all: [{ across: region, requires: { measure: deals, at-least: 3 } }, { measure: best, at-least: 1, regions: [EMEA, ANZ] }] }",
  );
  expect(groupWords(program, "region")).toEqual({
    one: "region",
    many: "regions",
    values: ["EMEA", "LATAM", "APAC", "ANZ"],
  });
});

test("of groups of which there is none yet the missing is said in those words, and no address", () => {
  const program = programWith("{ across: sales-territory, requires: { measure: workshops, at-least: 3 } }");
  const gold = program.tiers[1];
  if (gold === undefined) throw new Error("No gold");
  const evidence = evidenceOf(program, valuesOf({ workshops: "0", deals: "0", best: null, lines: "0" }));
  const { requirement } = assessTier(gold, evidence);
  if (requirement === null) throw new Error("Gold asks something");
  expect(missedClauses(requirement, { program, asOf: evidence.asOf })).toEqual([
    "nothing yet counts for any sales territory",
  ]);
});
