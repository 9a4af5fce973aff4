import { readOperations } from "@tiergraph/schema/operations";
import { parse, print } from "graphql";
import { expect, test } from "vitest";
import { hashOfDocument, safelistOf } from "./safelist.js";

const HOME =
  "query Home($id: ID!) {\n  partner(id: $id) {\n    ...Named\n  }\n}\nfragment Named on Partner { id name }";
const list = safelistOf([HOME, "{ tiers { name } }"]);

test.each([
  ["as it is", HOME],
  [
    "laid out otherwise",
    "# of a tool\nquery Home($id:ID!){partner(id:$id){...Named}}fragment Named on Partner{id,name}",
  ],
  [
    "its fragments first",
    "fragment Named on Partner { id name } query Home($id: ID!) { partner(id: $id) { ...Named } }",
  ],
  [
    "with the names of types, as clients add them",
    "query Home($id: ID!) { partner(id: $id) { ...Named __typename } __typename } fragment Named on Partner { id name __typename }",
  ],
])("a document of the list %s is one of the list", (_, document) => {
  expect(list.has(document)).toBe(true);
});

test.each([
  ["one field more", HOME.replace("id name", "id name code")],
  ["one field less", HOME.replace("id name", "id")],
  ["another argument", HOME.replace("$id: ID!", "$id: ID").replace("id: $id", 'id: "1"')],
  ["another alias", HOME.replace("id name", "id n: name")],
  ["a type's name under another", HOME.replace("id name", "id name tier: __typename")],
  ["a directive", HOME.replace("id name", "id name @skip(if: false)")],
  ["an operation beside it", `${HOME} query Other { tiers { name } }`],
  ["a fragment that nothing names", `${HOME} fragment More on Partner { code }`],
  ["nothing", ""],
  ["no document", "query {"],
  ["too many tokens", `{ tiers { name } }${" ".repeat(10)}${"{a}".repeat(20_000)}`],
])("a document with %s is none of the list", (_, document) => {
  expect(list.has(document)).toBe(false);
});

test("every committed operation is found by its hash, and as clients print it", () => {
  const documents = readOperations().map(({ document }) => document);
  const committed = safelistOf(documents);
  expect(documents.length).toBeGreaterThan(100);
  for (const document of documents) {
    expect(committed.find(hashOfDocument(document))).toBe(document);
    expect(committed.has(print(parse(document)))).toBe(true);
  }
  expect(committed.find("ab".repeat(32))).toBeUndefined();
});
