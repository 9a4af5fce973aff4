import { createHash } from "node:crypto";
import { waitUntil } from "@tiergraph/kit/process/wait-until";
import { readOperations } from "@tiergraph/schema/operations";
import { parse, print } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, attempt, nodesOf, operation } from "../kit/ask.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;
let tokens: Record<"partner" | "manager", string>;
beforeAll(async () => {
  tiergraph = await startTiergraph({ env: { SAFELIST: "partners" } });
  story = await startStory(tiergraph);
  partnerId = await story.partner("listed");
  tokens = { partner: await tiergraph.tokenOf("partner", partnerId), manager: story.token };
});
afterAll(() => tiergraph.stop());

const HOME = readOperations().find(({ name }) => name === "viewer")?.document ?? "";
const OWN = "query Own { viewer { role } }";
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const byHash = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } });

async function send(who: "partner" | "manager", body: object | null, search = "") {
  const response = await fetch(`${tiergraph.url}/graphql${search}`, {
    method: body === null ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      "apollo-require-preflight": "true",
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { viewer?: { role: string } };
    errors?: { extensions: { code: string } }[];
  };
  return [response.status, errors?.[0]?.extensions.code ?? null, data?.viewer?.role ?? null];
}
const searchOf = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;
const REFUSED = [400, "QUERY_NOT_IN_SAFELIST", null];
const ANSWERED = [200, null, "PARTNER"];

test("a partner sends committed operations, by text or hash, and no others", async () => {
  expect(HOME).toContain("viewer");
  // From the pipeline first, then compiled.
  for (let i = 0; i < 2; i++) {
    expect(await send("partner", { query: HOME })).toEqual(ANSWERED);
    expect(
      await send("partner", {
        query: print(parse(HOME)).replaceAll(/\s+/g, " ").replace("viewer {", "viewer { __typename"),
      }),
    ).toEqual(ANSWERED);
    expect(await send("partner", { extensions: byHash(HOME) })).toEqual(ANSWERED);
    expect(await send("partner", { documentId: `sha256:${hashOf(HOME)}` })).toEqual(ANSWERED);
    expect(await send("partner", null, searchOf({ extensions: JSON.stringify(byHash(HOME)) }))).toEqual(ANSWERED);
    expect(await send("partner", null, searchOf({ query: HOME }))).toEqual(ANSWERED);
    for (const refused of [
      { query: OWN },
      { query: OWN, extensions: byHash(OWN) },
      { extensions: byHash(OWN) },
      { documentId: `sha256:${hashOf(OWN)}` },
      { query: "{ __schema { types { name } } }" },
      { query: `${HOME}\n${OWN}`, operationName: "Own" },
    ])
      expect(await send("partner", refused)).toEqual(REFUSED);
    expect(await send("partner", null, searchOf({ query: OWN }))).toEqual(REFUSED);
  }
});

test("others register documents by their hash, as Apollo's clients do; a partner gains nothing by that", async () => {
  expect(await send("manager", { extensions: byHash(OWN) })).toEqual([200, "PERSISTED_QUERY_NOT_FOUND", null]);
  expect(await send("manager", { query: OWN, extensions: byHash(HOME) })).toEqual([400, "BAD_REQUEST", null]);
  const managed = [200, null, "PROGRAM_MANAGER"];
  expect(await send("manager", { query: OWN, extensions: byHash(OWN) })).toEqual(managed);
  expect(await send("manager", { extensions: byHash(OWN) })).toEqual(managed);
  expect(await send("manager", null, searchOf({ extensions: JSON.stringify(byHash(OWN)) }))).toEqual(managed);
  expect(await send("partner", { extensions: byHash(OWN) })).toEqual(REFUSED);
  expect(await send("manager", { query: OWN })).toEqual(managed);
});

test("an export is no way around the list", async () => {
  const source =
    "query All($first: Int, $after: String) { partners(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
  await attempt(tiergraph, tokens.partner, "save-query", { name: "around", source });
  const { export: started } = await attempt(tiergraph, tokens.partner, "start-export", {
    savedQuery: "around",
    idempotencyKey: "around",
  });
  const read = async () => {
    const { exports } = await ask(tiergraph, tokens.partner, operation("exports"), {});
    return nodesOf(exports).find((one) => one.id === started?.id);
  };
  expect(await waitUntil(async () => (await read())?.state === "FAILED", { withinMs: 20_000, everyMs: 50 })).toBe(true);
  expect((await read())?.problem).toContain("safelist");
});
