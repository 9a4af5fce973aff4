import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readOperations } from "./read-operations.js";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "operations-"));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

test("operations that ask come first, each kind in the order of its files, titled by the operation's name, with the comments on top", async () => {
  const source = "# Every tier, lowest first.\nquery TierMatrix { tiers { name } }\n";
  await writeFile(join(directory, "tier-matrix.graphql"), source);
  await writeFile(join(directory, "partner-list.graphql"), "{ partners { nodes { id } } }");
  await writeFile(join(directory, "add-partner.graphql"), "mutation AddPartner { addPartner { id } }");
  await writeFile(join(directory, "README.md"), "not an operation");
  expect(await readOperations(directory)).toEqual([
    { name: "partner-list", title: "partner-list", source: "{ partners { nodes { id } } }" },
    { name: "tier-matrix", title: "TierMatrix", source },
    { name: "add-partner", title: "AddPartner", source: "mutation AddPartner { addPartner { id } }" },
  ]);
});

test("an operation that is not valid GraphQL is named", async () => {
  await writeFile(join(directory, "broken.graphql"), "query {");
  await expect(readOperations(directory)).rejects.toThrow("The operation broken.graphql is not valid GraphQL");
});
