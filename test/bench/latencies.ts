import fs from "node:fs";
import os from "node:os";
import { setTimeout } from "node:timers/promises";
import { readOperation } from "@tiergraph/schema/operations";
import { startProcess } from "../kit/start-process.js";
import { example } from "../kit/story.js";
import { askGraph } from "./reads/ask.js";
import { load } from "./reads/load.js";
import { median, spread } from "./timing.js";

// What a person waits for: a start, an operation that nobody has asked before, a won deal until its tier shows.
// `npm run bench:latencies`; TIMES changes how often each is measured.
const TIMES = Number(process.env.TIMES ?? 20);
const STARTS = 5;
const UNDER_LOAD = { connections: 4, seconds: 1_000 };

const say = (what: string, times: readonly number[], must: string) =>
  console.log(`${what}: median ${median(times).toFixed(1)} ms (${spread(times)}), must be below ${must}`);

console.log(`${process.version}, ${os.cpus().length} cores, ${TIMES} times each`);
const first = await startProcess({ mode: "main" });
process.once("exit", () => first.child.kill("SIGTERM")); // Also where the benchmark fails.
const token = await first.token("program-manager");
const url = `${first.url}/graphql`;
const ask = <Answer>(query: string, variables: Record<string, unknown> = {}) =>
  askGraph<Answer>(url, token, query, variables);
const operation = (name: Parameters<typeof readOperation>[0]) => readOperation(name).document;

await ask(operation("publish-program"), { source: example("crm-rolling-90-days") });
const partners = Array.from({ length: 3 * TIMES }, (_, i) => ({ code: `latency-${i}` }));
type Registered = { registerPartners: { partners: { id: string }[] } };
const { registerPartners } = await ask<Registered>(operation("register-partners"), { partners });
const ids = registerPartners.partners.map(({ id }) => id);
await setTimeout(3_000); // All that follows from a registration is done.

const TIER = "query ($id: ID!) { partner(id: $id) { tierStatus { tier { name } } } }";
async function dealToTier(partnerId: string): Promise<number> {
  const deal = { kind: "DEAL_WON", partnerId, externalId: partnerId, on: today(), amount: "120000" };
  const from = performance.now();
  await ask(operation("record-facts"), { facts: [deal] });
  for (;;) {
    type Placed = { partner: { tierStatus: { tier: { name: string } } | null } };
    const { partner } = await ask<Placed>(TIER, { id: partnerId });
    if (partner.tierStatus?.tier.name === "gold") return performance.now() - from;
    await setTimeout(2);
  }
}
const today = () => new Date().toISOString().slice(0, 10);

async function inTurn(some: readonly string[], measure: (id: string) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (const id of some) times.push(await measure(id));
  return times;
}

await inTurn(ids.slice(0, 5), dealToTier); // Warms.
say("a won deal to its tier, at rest", await inTurn(ids.slice(TIMES, 2 * TIMES), dealToTier), "500 ms");
const asking = new AbortController();
const body = () => JSON.stringify({ query: operation("portal-home"), variables: { partnerId: ids[0] } });
const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
const loading = load({ origin: first.url, path: "/graphql", headers, body }, { ...UNDER_LOAD, signal: asking.signal });
say("the same, beside homes over 4 connections", await inTurn(ids.slice(2 * TIMES), dealToTier), "500 ms");
asking.abort();
await loading;

// Each selects something else, so that no part of its plan is known.
const FIELDS = ["code", "name", "region", "tracks", "country", "joinedOn"];
const neverSeen = Array.from({ length: TIMES }, (_, i) => {
  const chosen = FIELDS.filter((_field, bit) => ((i + 1) >> bit) & 1).map((field) => `${field}${i}: ${field}`);
  return `query New${i}($id: ID!) { partner(id: $id) { ${chosen.join(" ")} t${i}: tierStatus { since summary } rewards { b${i}: balance { amount } } training { completed } } }`;
});
const timesOfNew = await inTurn(neverSeen, async (query) => {
  const from = performance.now();
  await ask(query, { id: ids[0] });
  return performance.now() - from;
});
say("an operation that was never seen", timesOfNew, "15 ms");

await first.kill("SIGTERM");
const starts: number[] = [];
for (let i = 0; i < STARTS; i++) {
  const from = performance.now();
  const again = await startProcess({ mode: "main", directory: first.directory });
  starts.push(performance.now() - from);
  await again.kill("SIGTERM");
}
say("start to ready, with its data there", starts, "3,000 ms");
fs.rmSync(first.directory, { recursive: true, force: true });
