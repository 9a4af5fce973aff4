import { documentWith, programOf } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import { readableMeasures } from "./readable-measures.js";

const withRisk = (more: string) =>
  programOf(
    documentWith({
      measures: `deals: { count: deal.won }\nrisk: { given: percent${more} }`,
      requires: "{ measure: deals, at-least: 1 }",
    }),
  );
const [shown, kept] = [withRisk(""), withRisk(", seen-by: vendor")];
const names = (...programs: Parameters<typeof readableMeasures>) =>
  readableMeasures(...programs).map(({ name }) => name);

test("what the version in force keeps to the vendor is not read by way of an earlier one that showed it", () => {
  expect(names(shown, kept)).toEqual(["deals"]);
});

test("what an earlier version kept stays kept in it, also where the version in force shows it", () => {
  expect(names(kept, shown)).toEqual(["deals"]);
});

test("what no version keeps is read, and another program's measures of the same name say nothing", () => {
  expect(names(shown, shown)).toEqual(["deals", "risk"]);
  expect(names(shown, { ...kept, name: "another" })).toEqual(["deals", "risk"]);
  expect(names(shown, null)).toEqual(["deals", "risk"]);
});
