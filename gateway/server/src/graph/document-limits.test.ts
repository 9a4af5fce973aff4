import { TOO_MANY_SELECTIONS } from "@tiergraph/kit/subgraph/selection-bound";
import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from "graphql";
import { expect, test } from "vitest";
import { boundDocument, MAX_ALIASES, MAX_DEPTH, MAX_DIRECTIVES, MAX_ROOT_FIELDS } from "./document-limits.js";

const schema = buildSchema("type Query { name: String inside: Query }");
const errorsOf = (source: string): string[] =>
  validate(schema, parse(source, { noLocation: true }), [...specifiedRules, boundDocument]).map(
    ({ message }) => message,
  );
const times = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(" ");
const deep = (levels: number): string => `{ ${"inside { ".repeat(levels - 1)} name ${"}".repeat(levels)}`;

test("a document at each limit passes, and so does the introspection of tools", () => {
  expect(errorsOf(deep(MAX_DEPTH))).toEqual([]);
  expect(errorsOf(`{ inside { ${times(MAX_ALIASES, (i) => `a${i}: name`)} } }`)).toEqual([]);
  expect(
    errorsOf(`{ inside { ${times(MAX_ALIASES, (i) => `a${i}: name @skip(if: false) @include(if: true)`)} } }`),
  ).toEqual([]);
  expect(errorsOf(`{ ${times(MAX_ROOT_FIELDS, (i) => `a${i}: name`)} }`)).toEqual([]);
  expect(errorsOf(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }))).toEqual([]);
});

test.each([
  [
    "fields within each other",
    deep(MAX_DEPTH + 1),
    "The document nests fields 21 deep, and 20 are allowed: ask in several.",
  ],
  [
    "fields within each other, by fragments",
    `{ ...F0 } ${times(20, (i) => `fragment F${i} on Query { inside { ...F${i + 1} } }`)} fragment F20 on Query { name }`,
    "The document nests fields 21 deep, and 20 are allowed: ask in several.",
  ],
  [
    "fields, by fragments that double",
    `{ ...F0 } ${times(25, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F25 on Query { name }`,
    TOO_MANY_SELECTIONS,
  ],
  [
    "aliases",
    `{ inside { ${times(MAX_ALIASES + 1, (i) => `a${i}: name`)} } }`,
    "The document gives 51 aliases, and 50 are allowed: ask in several.",
  ],
  [
    "directives",
    `{ name ${times(MAX_DIRECTIVES + 1, () => "@skip(if: false)")} }`,
    "The document has 101 directives, and 100 are allowed: ask in several.",
  ],
  [
    "fields of the root, by fragments",
    `{ ...A ...B } fragment A on Query { ${times(11, (i) => `a${i}: name`)} } fragment B on Query { ${times(10, (i) => `b${i}: name`)} }`,
    "The document names 21 fields of the root, and 20 are allowed: ask in several.",
  ],
])("too many %s are refused with one error that names the limit", (_what, source, message) => {
  expect(errorsOf(source)).toEqual([message]);
});

test("a fragment within itself is left to validation", () => {
  expect(errorsOf("{ ...F } fragment F on Query { ...F }")).toEqual(['Cannot spread fragment "F" within itself.']);
});
