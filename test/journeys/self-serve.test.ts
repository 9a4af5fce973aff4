import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askRaw, attempt, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { OperationName, VariablesOf } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";
import { SCENARIO } from "./enablement-variables.js";

let tiergraph: Tiergraph;
let story: Story;
let solution: http.Server;
let endpoint: string;
let health: object;

beforeAll(async () => {
  solution = http.createServer((request, response) => {
    if (request.url === "/health") response.end(JSON.stringify(health));
    else if (request.url === "/version") response.end('"7"');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => solution.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(solution.address() as AddressInfo).port}`;
  tiergraph = await startTiergraph({ probedOrigins: [endpoint] });
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  await story.change("publish-scenario", { input: SCENARIO });
});
afterAll(async () => {
  await tiergraph.stop();
  solution.close();
});

let count = 0;
const aPartner = async (tracks: string[]) => {
  const partnerId = await story.partner(`P${++count}`, tracks);
  await story.settled();
  return { partnerId, token: await tiergraph.tokenOf("partner", partnerId) };
};
const change = <Name extends OperationName>(token: string, name: Name, variables: VariablesOf<Name>) =>
  attempt(tiergraph, token, name, variables);

const runsOf = async (partnerId: string) =>
  (
    await ask(tiergraph, story.token, operation("partner-validations"), {
      partnerId,
    })
  ).partner.validationRuns;

test("a validation asks the partner's endpoint, keeps what was seen, waits for who looks, and completes the step that waits for it", async () => {
  const { partnerId, token } = await aPartner(["integrator"]);
  const run = () => change(token, "run-validation", { partnerId, validation: "integration-readiness" });
  expect((await run()).userErrors).toMatchObject([{ code: "NO_ENDPOINT" }]);
  await change(token, "declare-endpoint", { partnerId, url: endpoint });
  health = { status: "starting" };
  await run();
  await story.settled();
  const [failed] = await runsOf(partnerId);
  expect(failed).toMatchObject({ state: "FAILED" });
  expect(failed?.checks[0]).toMatchObject({ hasPassed: false });
  expect(failed?.checks[0]?.evidence).toMatch(
    /^GET http:.*\/health answered 200 in \d+ ms; \/status is `starting`, not `ok`\.$/,
  );
  health = { status: "ok" };
  const again = await run();
  await story.settled();
  expect((await runsOf(partnerId))[0]).toMatchObject({
    state: "WAITING",
    checks: [{ hasPassed: true }, { hasPassed: true }, {}],
  });
  // Partners do not find for themselves.
  const looked = { id: again.run?.id, check: "data-sharing", hasPassed: true, evidence: "They stay in the tenant." };
  expect((await askRaw(tiergraph, token, operation("record-check"), looked)).errors?.[0]?.extensions.code).toBe(
    "FORBIDDEN",
  );
  expect((await change(story.token, "record-check", looked)).run).toMatchObject({ state: "PASSED" });
  const { partner } = await ask(tiergraph, token, operation("partner-onboarding"), { partnerId });
  const plan = partner.onboarding.plans.find(({ name }) => name === "integration");
  expect(plan?.steps.find(({ name }) => name === "readiness")?.doneBecause).toBe("VALIDATION");
});

test("an endpoint inside of anybody's house is refused when it is declared, and when it is asked", async () => {
  const { partnerId, token } = await aPartner(["integrator"]);
  const other = endpoint.replace(/\d+$/, (port) => String(Number(port) - 1));
  for (const url of [
    "https://127.0.0.1",
    "https://169.254.169.254/latest",
    "https://[::1]:8443",
    "https://10.1.2.3",
    other,
  ])
    expect((await change(token, "declare-endpoint", { partnerId, url })).userErrors).toMatchObject([
      { code: "ENDPOINT_INVALID" },
    ]);
  // A name that leads there is judged when it is asked.
  await change(token, "declare-endpoint", { partnerId, url: "https://localhost:8443" });
  await change(token, "run-validation", { partnerId, validation: "integration-readiness" });
  await story.settled();
  expect((await runsOf(partnerId))[0]?.checks[0]).toMatchObject({
    hasPassed: false,
    evidence: "GET https://localhost:8443/health: It does not lead to the public internet.",
  });
  await tiergraph.sql(
    `insert into enablement.validation_run (partner_id, run_id, validation, title, started_at, started_by)
     select $1, gen_random_uuid(), 'v', 'V', now(), 'test' from generate_series(1, 99)`,
    [partnerId],
  );
  const often = await change(token, "run-validation", { partnerId, validation: "integration-readiness" });
  expect(often.userErrors).toMatchObject([{ code: "TOO_MANY_RUNS" }]);
  const reseller = await aPartner(["reseller"]);
  const foreign = await change(reseller.token, "run-validation", {
    partnerId: reseller.partnerId,
    validation: "integration-readiness",
  });
  expect(foreign.userErrors).toMatchObject([{ code: "VALIDATION_UNKNOWN" }]);
});
const schemas = () =>
  tiergraph.sql<{ name: string }>("select nspname as name from pg_namespace where nspname like 'sandbox%'");

test("a sandbox is a place of its own with data and a key, as many as the tier gives, for as long as it is leased", async () => {
  const { partnerId, token } = await aPartner(["reseller"]);
  const lease = () => change(token, "lease-sandbox", { partnerId, label: "A demonstration" });
  const { sandbox } = await lease();
  const key = sandbox?.key ?? "";
  expect(sandbox).toMatchObject({
    expiresOn: dayFromToday(30),
    isOpen: true,
    key: expect.stringMatching(/^tgs_[\w-]{43}$/),
  });
  expect((await lease()).userErrors).toMatchObject([{ code: "QUOTA_REACHED" }]);
  expect(await schemas()).toHaveLength(1);
  const data = async (key: string) => (await ask(tiergraph, token, operation("sandbox-data"), { key })).sandboxData;
  expect(await data(key)).toMatchObject({ customers: { length: 20 }, deals: { length: 60 } });
  const deal = { key, customerId: 3, amount: "99.50", product: "core", stage: "WON" } as const;
  await change(token, "add-sandbox-deal", deal);
  expect((await data(key))?.deals.at(-1)).toEqual({
    id: 61,
    customerId: 3,
    amount: "99.5",
    product: "core",
    stage: "WON",
  });
  expect(await data(`${sandbox?.key}x`)).toBeNull();
  const [schema] = await schemas();
  await tiergraph.sql(`insert into ${schema?.name}.deal (customer_id, amount, product, stage)
    select 1, 1, 'core', 'open' from generate_series(1, 9939)`);
  expect((await change(token, "add-sandbox-deal", deal)).userErrors).toMatchObject([{ code: "SANDBOX_FULL" }]);
  // The key is kept by nobody.
  expect(JSON.stringify(await tiergraph.sql("select * from enablement.sandbox"))).not.toContain(sandbox?.key);
  const extend = () => change(token, "extend-sandbox", { id: sandbox?.id });
  expect((await extend()).sandbox?.expiresOn).toBe(dayFromToday(60));
  expect((await extend()).sandbox?.expiresOn).toBe(dayFromToday(90));
  expect((await extend()).userErrors).toMatchObject([{ code: "NOT_EXTENDED" }]);
  tiergraph.passDays(90);
  expect(await data(key)).toBeNull();
  await tiergraph.sql("select enablement_jobs.publish('reclaimDaily', '{}')");
  await story.settled();
  expect(await schemas()).toEqual([]);
  expect((await lease()).sandbox?.isOpen).toBe(true);
  tiergraph.passDays(-90);
});

test("many who lease at once get no more than the tier gives, and one that is given back makes room", async () => {
  const { partnerId, token } = await aPartner(["reseller"]);
  const leases = await Promise.all(
    Array.from({ length: 8 }, () => change(token, "lease-sandbox", { partnerId, label: "At once" })),
  );
  const [got, ...more] = leases.flatMap(({ sandbox }) => sandbox ?? []);
  expect(more).toEqual([]);
  await change(token, "release-sandbox", { id: got?.id ?? "" });
  expect((await change(token, "lease-sandbox", { partnerId, label: "Again" })).sandbox).not.toBeNull();
  const stranger = await aPartner(["reseller"]);
  const foreign = await change(stranger.token, "extend-sandbox", { id: got?.id ?? "" });
  expect(foreign.userErrors).toMatchObject([{ code: "SANDBOX_NOT_FOUND" }]);
});

test("a deal is played scene by scene, scored and explained, and the board names nobody of another partner", async () => {
  const [own, other] = [await aPartner(["reseller"]), await aPartner(["reseller"])];
  const play = async ({ partnerId, token }: typeof own, choices: [string, string][]) => {
    const personId = await story.person(partnerId, "player");
    const { play: begun } = await change(token, "start-simulation", { personId, scenario: "renewal" });
    expect(JSON.stringify(begun.scene)).not.toContain("points");
    let last = begun;
    for (const [scene, choice] of choices)
      last = (await change(token, "choose-in-simulation", { id: begun.id, scene, choice })).play;
    return last;
  };
  const best = await play(own, [
    ["call", "ask"],
    ["need", "fewer"],
    ["need", "fewer"],
  ]);
  expect(best).toMatchObject({ scene: null, score: 10, percent: 100 });
  expect(best.steps.map(({ points, why }) => [points, why])).toEqual([
    [-1, "They did not expect that."],
    [11, "They pay for what they use."],
  ]);
  const quick = await play(other, [["call", "discount"]]);
  expect(quick).toMatchObject({ score: 3, percent: 30 });
  // What is over is not gone back to.
  const undo = await change(other.token, "choose-in-simulation", { id: quick.id, scene: "call", choice: "ask" });
  expect(undo.userErrors).toMatchObject([{ code: "CHOICE_UNKNOWN" }]);
  const { scenarios } = await ask(tiergraph, other.token, operation("scenarios"));
  expect(scenarios[0]?.board).toEqual([
    { rank: 1, score: 10, person: null },
    { rank: 2, score: 3, person: { id: expect.any(String), name: "Person player" } },
  ]);
});
