import { DEFAULT_MAX_COST } from "@tiergraph/installation/cost-limits";
import { operationIn } from "@tiergraph/kit/execution/operation";
import { readOperations } from "@tiergraph/schema/operations";
import { readApiSchema } from "@tiergraph/schema/schema-files";
import { parse, specifiedRules, validate } from "graphql";
import { expect, test } from "vitest";
import { priceOf } from "./price.js";

const schema = readApiSchema();

function priced(query: string) {
  const document = parse(query);
  expect(validate(schema, document, specifiedRules)).toEqual([]);
  return priceOf(operationIn(document, null), schema);
}
const requested = (query: string, variables = {}): number => priced(query).requested(variables);

test("pages multiply what stands in them, by `first`, by `last`, or by 20", () => {
  const people = (page: string) => `{ partners(first: 10) { nodes { people${page} { nodes { id } } } } }`;
  // Ten partners, each with its people.
  expect(requested(people(""))).toBe(10 * (1 + 20));
  expect(requested(people("(first: 3)"))).toBe(10 * (1 + 3));
  expect(requested(people("(last: 50)"))).toBe(10 * (1 + 50));
});

test("what asks for more than a page has costs a page: its field refuses it", () => {
  expect(requested("{ partners(first: 1000000000) { nodes { id } } }")).toBe(100);
  expect(requested("{ partners(first: -5) { nodes { id } } }")).toBe(0);
});

test("variables count by what is sent, by their default, and by that of the list", () => {
  const query = "query ($first: Int = 7) { partners(first: $first) { nodes { id } } }";
  expect(requested(query)).toBe(7);
  expect(requested(query, { first: 30 })).toBe(30);
  expect(requested(query, { first: null })).toBe(20);
});

test("what several fragments select is paid once; another alias is paid again", () => {
  const fragments =
    "fragment A on Partner { people(first: 5) { nodes { id } } } fragment B on Partner { ...A people(first: 5) { nodes { name } } }";
  expect(requested(`{ partners(first: 2) { nodes { ...A ...B } } } ${fragments}`)).toBe(2 * (1 + 5));
  expect(requested("{ a: partners(first: 2) { nodes { id } } b: partners(first: 2) { nodes { id } } }")).toBe(4);
});

test("counts, decisions, points of a series and ids that are named cost what they take", () => {
  expect(requested("{ partners(first: 2) { totalCount nodes { id } } }")).toBe(2 + 20);
  const decisions = (fields: string) =>
    `{ partners(first: 2) { nodes { decisions(first: 3) { nodes { ${fields} } } } } }`;
  expect(requested(decisions("id outcome"))).toBe(2 * (1 + 3 * 2));
  expect(requested(decisions("id summary approvals"))).toBe(2 * (1 + 3 * 20));
  const series = '{ partners(first: 1) { nodes { measures(names: ["a", "b"]) { history(months: 36) { value } } } } }';
  expect(requested(series)).toBe(1 + 2 * (3 + 36 * 2));
  expect(requested("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: ["a", "b", "c"] })).toBe(3);
});

test("a mutation costs its transaction and each line of its batch", () => {
  const query = "mutation ($input: RecordFactsInput!) { recordFacts(input: $input) { recorded } }";
  expect(requested(query, { input: { facts: Array.from({ length: 1_000 }, () => ({})) } })).toBe(50 + 1_000);
});

test("an answer costs what it holds", () => {
  const price = priced("{ partners(first: 100) { nodes { people { nodes { id } } } } }");
  expect(price.requested({})).toBe(100 * 21);
  const people = { nodes: [{ id: "p" }, { id: "q" }] };
  expect(price.actual({ partners: { nodes: [{ people }, { people: null }] } })).toBe(2 + 2);
  expect(price.actual(null)).toBeLessThan(2);
});

test("the way to what costs most is named, with its pages", () => {
  const query = `query ($n: Int) {
    partners(first: $n) { nodes { id people(first: 2) { nodes { id } } decisions(first: 50) { nodes { inputs { measurement { evidence { nodes { id } } } } } } } }
  }`;
  expect(priced(query).dearestLists({ n: 100 })).toEqual([
    "partners (100)",
    "decisions (50)",
    "inputs (5)",
    "evidence (20)",
  ]);
});

test("every committed operation may be asked by everyone, and but for one also with full pages", () => {
  const dearerThan = (points: number, variables: Record<string, unknown>) =>
    readOperations()
      .filter(({ document }) => priceOf(operationIn(parse(document), null), schema).requested(variables) > points)
      .map(({ name }) => name);
  expect(dearerThan(DEFAULT_MAX_COST.PARTNER / 2, {})).toEqual([]);
  // What each step of a hundred people would do to the tier is half a second of work.
  expect(dearerThan(DEFAULT_MAX_COST.PARTNER, { first: 100 })).toEqual(["next-steps"]);
});
