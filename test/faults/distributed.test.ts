import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askRaw, graphql, nodesOf, operation } from "../kit/ask.js";
import { today } from "../kit/days.js";
import { readEvents } from "../kit/event-reader.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";
import { example } from "../kit/story.js";

let running: RunningProcess;
let token: string;

beforeAll(async () => {
  running = await startProcess({ mode: "main-distributed" });
  token = await running.token("program-manager");
  await ask(running, token, operation("publish-program"), { source: example("crm-rolling-90-days") });
});
afterAll(() => running.kill("SIGTERM"));
const STANDING = graphql(
  "query ($id: ID!) { partner(id: $id) { name tierStatus { tier { name } } rewards { balance { amount } } entitlements { tier } } }",
);

async function newPartner(code: string): Promise<string> {
  const { registerPartners } = await ask(running, token, operation("register-partners"), {
    partners: [{ code }],
  });
  return registerPartners.partners[0]?.id ?? "";
}

test("a won deal changes tier, entitlements and rebate within two seconds across processes", async () => {
  const id = await newPartner("far-away");
  const facts = [
    {
      kind: "DEAL_WON" as const,
      partnerId: id,
      externalId: "d1",
      on: today(),
      amount: "120000",
    },
  ];
  // Metrics knows of a new partner a moment after it joined.
  let recorded = 0;
  while (recorded === 0)
    recorded = (await ask(running, token, operation("record-facts"), { facts })).recordFacts.recorded;
  const startedAt = performance.now();
  for (let amount = ""; amount !== "9600.00"; ) {
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    const { partner } = await ask(running, token, STANDING, { id });
    amount = partner.tierStatus?.tier.name === "gold" ? (partner.rewards?.balance.amount ?? "") : "";
  }
});

test("what the program says stands across processes until it changes", async () => {
  const matrix = (has?: string | null) =>
    fetch(`${running.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
        ...(has && { "if-none-match": has }),
      },
      body: JSON.stringify({ query: operation("tier-matrix") }),
    });
  for (let i = 0; i < 2; i++) await (await matrix()).text();
  const kept = await matrix();
  expect(await kept.text()).toContain("gold");
  expect((await matrix(kept.headers.get("etag"))).status).toBe(304);
  const changed = example("crm-rolling-90-days")
    .replace(/^version: .*$/m, 'version: "changed"')
    .replace("Everyone who sells", "Anew");
  await ask(running, token, operation("publish-program"), { source: changed });
  const now = await matrix(kept.headers.get("etag"));
  expect(await now.text()).toContain("Anew with us");
});

test("an export goes through the gateway and the service, each a process of its own", async () => {
  await newPartner("to-be-exported");
  const source = `{ partners(filter: { codes: ["to-be-exported"] }) { nodes { code } } }`;
  await ask(running, token, operation("save-query"), { name: "far", source });
  await ask(running, token, operation("start-export"), { savedQuery: "far", idempotencyKey: "far" });
  const link = async () => nodesOf((await ask(running, token, operation("exports"))).exports)[0]?.link?.url ?? null;
  await expect.poll(link).not.toBeNull();
  const served = await fetch(`${running.url}${await link()}`, { headers: { authorization: `Bearer ${token}` } });
  expect(await served.text()).toBe("code\nto-be-exported\n");
});

test("events come through the gateway from services in processes of their own", async () => {
  const stream = await readEvents(running.url, token);
  await expect.poll(() => stream.events().length).toBeGreaterThan(0);
  const id = await newPartner("followed-from-afar");
  await expect.poll(() => stream.changes()).toContain(`tier-changed ${id}`);
  stream.close();
});

test("a subgraph that is down nulls only its own fields, with an error that names it and no address", async () => {
  const id = await newPartner("left-alone");
  await kill("benefits");
  const startedAt = performance.now();
  const { data, errors } = await askRaw(running, token, STANDING, { id });
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(data?.partner).toMatchObject({
    name: "left-alone",
    tierStatus: { tier: { name: "registered" } },
    rewards: null,
    entitlements: null,
  });
  expect(errors).toHaveLength(1);
  expect(errors?.[0]).toMatchObject({
    message: "The benefits service is not available.",
    extensions: { code: "SUBGRAPH_UNAVAILABLE", service: "benefits" },
  });
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|localhost|ECONN|:\d{4,5}/);
});

test("while a subgraph is down its events wait, and the others come", async () => {
  await kill("benefits");
  const stream = await readEvents(running.url, token);
  await expect.poll(() => stream.events().length).toBeGreaterThan(0);
  const id = await newPartner("followed-meanwhile");
  await expect.poll(() => stream.changes()).toContain(`tier-changed ${id}`);
  stream.close();
});

test("a subgraph that died is named, leaves the gateway in its balancer, and is started again", async () => {
  await kill("benefits");
  const ready = async () => {
    const response = await fetch(`${running.url}/readyz`);
    return { code: response.status, ...((await response.json()) as object) };
  };
  await expect.poll(ready).toMatchObject({
    code: 200,
    status: "degraded",
    parts: { partners: "ready", benefits: "not ready", tokenKeys: "ready" },
  });
  expect(await (await fetch(`${running.url}/metrics`)).text()).toMatch(/tiergraph_ready\{part="benefits"\} [01]/);
  await expect.poll(ready, { timeout: 40_000 }).toMatchObject({ code: 200, status: "ready" });
  expect(running.output()).toContain("benefits ended and is started again");
}, 60_000);

/** Ends one service's process at once, as a crash does; waits for it where it is just started again. */
async function kill(service: string): Promise<void> {
  const pids = (): string[] => {
    const found = ["-P", String(running.child.pid), "-f", `bundle/${service}.js`];
    const { stdout } = spawnSync("pgrep", found, { encoding: "utf8" });
    return stdout.trim().split("\n").filter(Boolean);
  };
  await expect.poll(pids, { timeout: 10_000 }).not.toEqual([]);
  for (const pid of pids()) process.kill(Number(pid), "SIGKILL");
}
