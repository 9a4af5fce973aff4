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

test("operations come in the order of their files, titled by the operation's name, with the comments on top", async () => {
  const source = "# Every tier, lowest first.\nquery TierMatrix { tiers { name } }\n";
  await writeFile(join(directory, "tier-matrix.graphql"), source);
  await writeFile(join(directory, "partner-list.graphql"), "{ partners { nodes { id } } }");
  await writeFile(join(directory, "README.md"), "not an operation");
  expect(await readOperations(directory)).toEqual([
    { name: "partner-list", title: "partner-list", source: "{ partners { nodes { id } } }" },
    { name: "tier-matrix", title: "TierMatrix", source },
  ]);
});

test("an operation that is not valid GraphQL is named", async () => {
  await writeFile(join(directory, "broken.graphql"), "query {");
  await expect(readOperations(directory)).rejects.toThrow("The operation broken.graphql is not valid GraphQL");
});
