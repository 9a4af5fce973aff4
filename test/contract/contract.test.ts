import { expect, test } from "vitest";
import { breakingChanges } from "./breaking-changes.js";
import { composeByGuild } from "./compose-by-guild.js";

const before = "type Query { partner: Partner } type Partner { id: ID! name: String }";
const after = "type Query { partner: Partner } type Partner { id: ID! }";

test("a field that goes needs a reason that names it", async () => {
  const found = await breakingChanges({ before, after, reasons: [] });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("Partner.name");
  expect(await breakingChanges({ before, after, reasons: ["- Breaking: `Partner.name` was never filled."] })).toEqual(
    [],
  );
});

test("a field that comes breaks nobody", async () => {
  expect(await breakingChanges({ before: after, after: before, reasons: [] })).toEqual([]);
});

test("the second composer refuses what does not compose", () => {
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
  const fine = `${link} type Query { a: Int }`;
  expect(composeByGuild({ one: fine })).toEqual([]);
  expect(composeByGuild({ one: `${link} type Query { a: Int }`, two: `${link} type Query { a: String }` })).not.toEqual(
    [],
  );
});
