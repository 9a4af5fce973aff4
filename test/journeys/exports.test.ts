import { afterAll, beforeAll, expect, test } from "vitest";
import type { StartExportMutationVariables } from "../generated/documents.js";
import { ask, askRaw, graphql, nodesOf, operation } from "../kit/ask.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;
let analyst: string;
const PARTNERS = 230;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  analyst = await tiergraph.tokenOf("analyst");
  await story.publish(example("crm-rolling-90-days"));
  await story.change("register-partners", {
    partners: Array.from({ length: PARTNERS }, (_, i) => ({
      code: `P${String(i).padStart(3, "0")}`,
      name: i === 0 ? "=HYPERLINK(1)" : i === 1 ? 'Comma, "quote"' : `Partner ${i}`,
      region: i === 2 ? "-2" : null,
    })),
  });
  await story.settled();
});
afterAll(() => tiergraph.stop());

const LIST = `query L($first: Int, $regions: [String!]) { partners(first: $first, filter: { regions: $regions }) {
  nodes { code name region tracks tierStatus { tier { name } } } } }`;

const save = (token: string, name: string, source: string, variables?: string) =>
  ask(tiergraph, token, operation("save-query"), { name, source, variables });
const start = async (token: string, given: StartExportMutationVariables) =>
  (await ask(tiergraph, token, operation("start-export"), given)).startExport;
const exportsOf = async (token: string) => nodesOf((await ask(tiergraph, token, operation("exports"))).exports);

async function ended(token: string, id: string) {
  const shown = async () => (await exportsOf(token)).find((one) => one.id === id);
  await expect.poll(async () => (await shown())?.state).toMatch(/DONE|FAILED/);
  const found = await shown();
  if (found === undefined) throw new Error("The export is gone");
  return found;
}
const fetched = (url: string, token?: string) =>
  fetch(`${tiergraph.url}${url}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

async function exported(token: string, source: string, more: Partial<StartExportMutationVariables> = {}) {
  await save(token, "of-a-test", source);
  const { export: started } = await start(token, {
    savedQuery: "of-a-test",
    idempotencyKey: crypto.randomUUID(),
    ...more,
  });
  if (started === null) throw new Error("The export was refused");
  const shown = await ended(token, started.id);
  const text = shown.link === null ? null : await (await fetched(shown.link.url, token)).text();
  return { ...shown, text, lines: text?.split("\n").filter((line) => line !== "") ?? [] };
}

test("a saved query is exported page after page, cells neutralised, as its viewer sees it", async () => {
  const { state, rows, lines } = await exported(analyst, LIST);
  expect([state, rows]).toEqual(["DONE", PARTNERS]);
  expect(lines[0]).toBe("code,name,region,tracks,tierStatus.tier.name");
  expect(lines).toHaveLength(PARTNERS + 1);
  const [first, second, third] = ["P000", "P001", "P002"].map((code) => lines.find((line) => line.startsWith(code)));
  expect(first).toBe("P000,'=HYPERLINK(1),,[],registered");
  expect(second).toBe('P001,"Comma, ""quote""",,[],registered');
  expect(third).toBe("P002,Partner 2,-2,[],registered");
  expect(new Set(lines).size).toBe(PARTNERS + 1);
});

test("JSON lines hold each row as the graph answers it, and variables choose the rows", async () => {
  const { lines } = await exported(analyst, LIST, { format: "JSON_LINES", variables: '{"regions":["-2"]}' });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { code: "P002", name: "Partner 2", region: "-2", tracks: [], tierStatus: { tier: { name: "registered" } } },
  ]);
});

test("aliases, fragments, edges, plain lists and single objects are exported too", async () => {
  const partners = `{ all: partners(filter: { regions: ["-2"] }) { edges { node { ...P } } } } fragment P on Partner { key: code }`;
  expect((await exported(analyst, partners)).lines).toEqual(["key", "P002"]);
  const tiers = "{ program { tiers { name rank } } }";
  expect((await exported(analyst, tiers)).lines).toEqual(["name,rank", "registered,0", "silver,1", "gold,2"]);
  expect((await exported(analyst, "{ program { name version } }")).lines).toEqual([
    "program.name,program.version",
    expect.stringMatching(/^crm-partners,/),
  ]);
});

test("what is no single valid query is refused or fails with its reason", async () => {
  const mutation = `mutation { placePartners(input: {}) { userErrors { code } } }`;
  for (const source of [mutation, "{ a", "query A { a } query B { b }"])
    expect((await save(analyst, "bad", source)).saveQuery.userErrors).toMatchObject([{ code: "SOURCE_INVALID" }]);
  expect((await save(analyst, "No Name", LIST)).saveQuery.userErrors).toMatchObject([{ code: "NAME_INVALID" }]);
  expect((await save(analyst, "bad", LIST, "[]")).saveQuery.userErrors).toMatchObject([{ code: "VARIABLES_INVALID" }]);
  const { state, problem } = await exported(analyst, "{ partners { nodes { colour } } }");
  expect([state, problem]).toEqual(["FAILED", expect.stringContaining('Cannot query field "colour"')]);
  expect((await exported(analyst, "{ claimExport: exportPart }")).problem).toContain("exportPart");
});

test("an export answers with the rights of the one who asked: a partner's holds the partner alone", async () => {
  const [own] = (await ask(tiergraph, analyst, graphql(`{ partners(first: 1) { nodes { id } } }`))).partners.nodes;
  const partner = await tiergraph.tokenOf("partner", own?.id ?? "");
  const { rows } = await exported(partner, LIST);
  expect(rows).toBe(1);
  const ingest = await tiergraph.tokenOf("ingest");
  const body = JSON.stringify({ query: operation("save-query"), variables: { name: "x", source: LIST } });
  const refused = await fetch(`${tiergraph.url}/graphql`, {
    method: "POST",
    headers: { authorization: `Bearer ${ingest}`, "content-type": "application/json" },
    body,
  });
  expect(JSON.stringify(await refused.json())).toContain("FORBIDDEN");
});

test("a link serves its viewer alone, and until it expires", async () => {
  const { link } = await exported(analyst, LIST);
  const url = link?.url ?? "";
  expect((await fetched(url)).status).toBe(401);
  expect((await fetched(url, story.token)).status).toBe(404);
  expect((await fetched(url, await tiergraph.tokenAs("another", "analyst"))).status).toBe(404);
  expect((await fetched(url.replace(/ticket=./, "ticket=z"), analyst)).status).toBe(404);
  expect((await fetched(url.replace(/\?.*/, ""), analyst)).status).toBe(404);
  const served = await fetched(url, analyst);
  expect(served.status).toBe(200);
  expect(served.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(served.headers.get("content-disposition")).toBe('attachment; filename="of-a-test.csv"');
  await tiergraph.sql("select 1");
  tiergraph.passDays(0.5);
  expect((await fetched(url, analyst)).status).toBe(404);
  const again = (await exportsOf(analyst))[0]?.link?.url ?? "";
  expect((await fetched(again, analyst)).status).toBe(200);
});

test("one key is one export, and another request under it is refused", async () => {
  await save(analyst, "keyed", LIST);
  const request = { savedQuery: "keyed", idempotencyKey: "once" };
  const first = await start(analyst, request);
  const second = await start(analyst, request);
  expect(second.export?.id).toBe(first.export?.id);
  expect((await start(analyst, { ...request, format: "JSON_LINES" })).userErrors).toMatchObject([
    { code: "KEY_REUSED" },
  ]);
  expect((await start(analyst, { ...request, savedQuery: "none" })).userErrors).toMatchObject([
    { code: "QUERY_UNKNOWN" },
  ]);
});

test("an export whose runner died is taken up where it was kept, and holds each row once", async () => {
  await save(analyst, "taken-up", LIST);
  const { export: started } = await start(analyst, { savedQuery: "taken-up", idempotencyKey: "taken-up" });
  const { link } = await ended(analyst, started?.id ?? "");
  const whole = await (await fetched(link?.url ?? "", analyst)).text();
  // As if the runner had died after its first page: 100 rows kept, a lease that is over.
  const first = await ask(tiergraph, analyst, graphql(`{ partners(first: 100) { pageInfo { endCursor } } }`));
  const kept = whole.split("\n").slice(0, 101).join("\n");
  await tiergraph.sql("update metrics.export_part set body = $2 where export_id = $1", [started?.id, `${kept}\n`]);
  await tiergraph.sql(
    `update metrics.export set state = 'RUNNING', ended_at = null, row_count = 100, position = $2,
       lease = gen_random_uuid(), leased_until = '2020-01-01' where export_id = $1`,
    [started?.id, first.partners.pageInfo.endCursor],
  );
  const { rows, link: later } = await ended(analyst, started?.id ?? "");
  expect(rows).toBe(PARTNERS);
  expect(await (await fetched(later?.url ?? "", analyst)).text()).toBe(whole);
});

test("an export can be cancelled while it waits, and no more than five wait", async () => {
  await save(analyst, "waiting", LIST);
  // Nobody runs what another holds.
  const hold = () =>
    tiergraph.sql(
      `update metrics.export set state = 'RUNNING', ended_at = null, lease = gen_random_uuid(), leased_until = now() + interval '2 days'
       where name = 'waiting'`,
    );
  for (let i = 0; i < 5; i++) {
    const { export: started } = await start(analyst, { savedQuery: "waiting", idempotencyKey: `waiting ${i}` });
    await ended(analyst, started?.id ?? "");
  }
  await hold();
  expect((await start(analyst, { savedQuery: "waiting", idempotencyKey: "one more" })).userErrors).toMatchObject([
    { code: "TOO_MANY_RUNNING" },
  ]);
  const held = (await exportsOf(analyst)).find(({ state }) => state === "RUNNING");
  const cancel = () => ask(tiergraph, analyst, operation("cancel-export"), { id: held?.id });
  expect((await cancel()).cancelExport.export?.state).toBe("CANCELLED");
  expect((await cancel()).cancelExport.userErrors).toMatchObject([{ code: "NOT_RUNNING" }]);
});

test("saved queries are one's own, and can be removed", async () => {
  const names = async (token: string) =>
    nodesOf((await ask(tiergraph, token, operation("saved-queries"))).savedQueries).map(({ name }) => name);
  expect(await names(analyst)).toContain("keyed");
  expect(await names(story.token)).toEqual([]);
  const remove = (token: string) =>
    ask(tiergraph, token, operation("remove-saved-query"), {
      name: "keyed",
    });
  expect((await remove(story.token)).removeSavedQuery.userErrors).toMatchObject([{ code: "QUERY_UNKNOWN" }]);
  expect((await remove(analyst)).removeSavedQuery.removed).toBe("keyed");
  expect(await names(analyst)).not.toContain("keyed");
});

/** Fragments that each name the next twice: some 1,300 bytes that stand for 2^25 fields. */
const DOUBLING = `{ partners(first: 1) { nodes { ...F0 } } } ${Array.from({ length: 25 }, (_, i) => `fragment F${i} on Partner { ...F${i + 1} ...F${i + 1} }`).join(" ")} fragment F25 on Partner { id }`;

test("nested fragments are refused in a moment: in a query, a saved query and an export", async () => {
  const startedAt = performance.now();
  const { errors, status } = await askRaw(tiergraph, analyst, DOUBLING);
  expect([status, errors?.length, errors?.[0]?.extensions.code]).toEqual([400, 1, "GRAPHQL_VALIDATION_FAILED"]);
  expect(errors?.[0]?.message).toContain("more than 2000 fields");
  expect((await save(analyst, "doubling", DOUBLING)).saveQuery.userErrors).toMatchObject([{ code: "SOURCE_INVALID" }]);
  // As a query that was saved before there was a bound.
  await save(analyst, "doubling", LIST);
  await tiergraph.sql("update metrics.saved_query set source = $1 where name = 'doubling'", [DOUBLING]);
  const { export: started } = await start(analyst, { savedQuery: "doubling", idempotencyKey: "doubling" });
  const { state, problem } = await ended(analyst, started?.id ?? "");
  expect([state, problem]).toEqual(["FAILED", expect.stringContaining("more than 2000 fields")]);
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});

test("an export is read in pages that cost no more than its viewer may ask for; a row that costs more fails it", async () => {
  const decisions = (within: string) => `{ partners { nodes { code decisions(first: 100) { nodes { ${within} } } } } }`;
  expect(await exported(analyst, decisions("id"))).toMatchObject({ state: "DONE", rows: PARTNERS });
  const evidence = "inputs { measurement { evidence(first: 100) { nodes { id } } } }";
  const { state, problem } = await exported(analyst, decisions(evidence));
  expect([state, problem]).toEqual([
    "FAILED",
    expect.stringMatching(/^One row of partners is too much\. .*evidence \(100\)/),
  ]);
});

test("an export that ended two runners before one part was done is set aside with its reason", async () => {
  await save(analyst, "set-aside", LIST);
  const { export: started } = await start(analyst, { savedQuery: "set-aside", idempotencyKey: "set-aside" });
  await ended(analyst, started?.id ?? "");
  const diedAfter = (claims: number) =>
    tiergraph.sql(
      `update metrics.export set state = 'RUNNING', ended_at = null, position = null, lease = gen_random_uuid(),
         leased_until = '2020-01-01', claims = $2 where export_id = $1`,
      [started?.id, claims],
    );
  await diedAfter(1);
  expect((await ended(analyst, started?.id ?? "")).state).toBe("DONE");
  await diedAfter(2);
  const { state, problem } = await ended(analyst, started?.id ?? "");
  expect([state, problem]).toEqual(["FAILED", "It ended 2 runners before one part was done: ask for less at once."]);
});
