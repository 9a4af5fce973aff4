import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { playgroundOperations } from "./playground-operations.js";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "operations-"));
  for (const subject of ["partners", "tiers"]) await mkdir(join(directory, subject));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

test("operations that ask come first, each kind in the order of its files, titled by the operation's name, with the comments on top", async () => {
  const source = "# Every tier, lowest first.\nquery TierMatrix { tiers { name } }\n";
  await writeFile(join(directory, "tiers", "tier-matrix.graphql"), source);
  await writeFile(join(directory, "partners", "partner-list.graphql"), "{ partners { nodes { id } } }");
  await writeFile(join(directory, "partners", "add-partner.graphql"), "mutation AddPartner { addPartner { id } }");
  await writeFile(join(directory, "tiers", "README.md"), "not an operation");
  expect(playgroundOperations(directory)).toEqual([
    { name: "partner-list", title: "partner-list", source: "{ partners { nodes { id } } }" },
    { name: "tier-matrix", title: "TierMatrix", source },
    { name: "add-partner", title: "AddPartner", source: "mutation AddPartner { addPartner { id } }" },
  ]);
});

test("an operation that is not valid GraphQL is named", async () => {
  await writeFile(join(directory, "tiers", "broken.graphql"), "query {");
  expect(() => playgroundOperations(directory)).toThrow("The operation tiers/broken.graphql is not valid GraphQL");
});
