import fs from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { ask, askRaw, graphql, operation } from "../kit/ask.js";
import { today } from "../kit/days.js";
import { faultsOfEntitlements } from "../kit/faults-of-entitlements.js";
import { faultsOfLedgers } from "../kit/faults-of-ledgers.js";
import { faultsOfRollups } from "../kit/faults-of-rollups.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";
import { waitUntilSettled } from "../kit/story.js";

// 60,000 facts come in while, every one to three seconds, up to fifteen times, a process is killed without warning:
// Tiergraph itself, its PostgreSQL, or one of PostgreSQL's own. What was acknowledged stays, and nothing counts twice.
const FACTS = 60_000;
// A job that was interrupted waits twice as long each time: on a slow machine more strikes would make it wait for hours.
const STRIKES = 15;
const BATCH = 1_000;
const PARTNERS = 50;
const SENDERS = 2;

const PROGRAM = `
program: under-fire
version: "1"
currency: USD
measures:
  revenue: { sum: amount, of: deal.won }
  deals: { count: deal.won }
rebates: { deal-rebate: { of: deal.won, rate: { registered: 1%, gold: 2% }, why: Thanks. } }
tiers:
  registered: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: deals, at-least: 900 }, benefits: { passes: { quantity: 2 } } }
benefits: { passes: { dimension: go-to-market, why: To meet. } }
`;

let running: RunningProcess;
afterAll(() => running.kill("SIGTERM"));

/** So that the sum shows which facts are in it. */
const centsOf = (i: number): number => 100_000 + i;

/** The process that a file of PostgreSQL names, and its children; none where the system does not say. */
function postgresProcesses(directory: string): { postmaster: number | null; backends: number[] } {
  const file = (fs.readdirSync(directory, { recursive: true }) as string[]).find(
    (name) => path.basename(name) === "postmaster.pid",
  );
  if (file === undefined || !fs.existsSync("/proc/self/stat")) return { postmaster: null, backends: [] };
  const postmaster = Number(fs.readFileSync(path.join(directory, file), "utf8").split("\n")[0]);
  const backends = fs.readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const parent = /^\d+ \(.*\) . (\d+)/.exec(fs.readFileSync(`/proc/${name}/stat`, "utf8"))?.[1];
      return Number(parent) === postmaster ? [Number(name)] : [];
    } catch {
      return []; // It ended just now.
    }
  });
  return { postmaster, backends };
}

const strike = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself in this very moment.
  }
};

test("no acknowledged fact is lost and none counts twice, no matter what is killed", async () => {
  running = await startProcess({ mode: "main" });
  const token = await running.token("program-manager");
  await ask(running, token, operation("publish-program"), { source: PROGRAM });
  const { registerPartners } = await ask(running, token, operation("register-partners"), {
    partners: Array.from({ length: PARTNERS }, (_, i) => ({ code: `P${i}` })),
  });
  const partnerIds = registerPartners.partners.map(({ id }) => id);
  await waitUntilSettled(running, token);

  const on = today();
  const batchFrom = (from: number) =>
    Array.from({ length: BATCH }, (_, j) => ({
      kind: "DEAL_WON",
      partnerId: partnerIds[(from + j) % PARTNERS],
      externalId: `f${from + j}`,
      on,
      amount: (centsOf(from + j) / 100).toFixed(2),
    }));
  /** Sends until it is acknowledged; answers how often it was in vain. */
  const send = async (from: number): Promise<number> => {
    for (let inVain = 0; ; inVain++) {
      const answer = await askRaw(running, token, operation("record-facts"), { facts: batchFrom(from) }).catch(
        () => null,
      );
      const payload = answer?.data?.recordFacts;
      if (payload != null) {
        expect(payload.recorded + payload.unchanged).toBe(BATCH);
        return inVain;
      }
      await setTimeout(100);
    }
  };
  let next = 0;
  let inVain = 0;
  let isSent = false;
  const sending = Promise.all(
    Array.from({ length: SENDERS }, async () => {
      while (next < FACTS) {
        const from = next;
        next += BATCH;
        inVain += await send(from);
      }
    }),
  ).finally(() => {
    isSent = true;
  });

  const struck = { tiergraph: 0, postmaster: 0, backend: 0 };
  for (let round = 0; !isSent && round < STRIKES; round++) {
    await setTimeout(1_000 + Math.random() * 2_000);
    if (isSent) break;
    const { postmaster, backends } = postgresProcesses(running.directory);
    // Each in its turn, so that a short run meets all three.
    const target = (["tiergraph", "backend", "postmaster"] as const)[round % 3] ?? "tiergraph";
    struck[target]++;
    if (target === "backend") strike(backends[Math.floor(Math.random() * backends.length)]);
    else {
      // Who starts Tiergraph again starts its PostgreSQL with it.
      if (target === "postmaster") strike(postmaster ?? undefined);
      await running.kill("SIGKILL");
      running = await startProcess({ mode: "main", directory: running.directory });
    }
  }
  await sending;
  await waitUntilSettled(running, token, 150_000);

  // Else nothing was at stake.
  expect(struck.tiergraph).toBeGreaterThan(0);
  expect(inVain).toBeGreaterThan(0);
  const { partners } = await ask(
    running,
    token,
    graphql(
      '{ partners(first: 100) { nodes { tierStatus { tier { name } } measures(names: ["revenue", "deals"]) { measure value } } } }',
    ),
  );
  const total = (name: string, scale: number) =>
    partners.nodes
      .flatMap(({ measures }) => measures)
      .filter(({ measure }) => measure === name)
      .reduce((sum, { value }) => sum + Math.round(Number(value) * scale), 0);
  expect(total("deals", 1)).toBe(FACTS);
  expect(total("revenue", 100)).toBe(Array.from({ length: FACTS }, (_, i) => centsOf(i)).reduce((a, b) => a + b, 0));
  expect(partners.nodes.every(({ tierStatus }) => tierStatus.tier.name === "gold")).toBe(true);
  expect(await faultsOfRollups(running, token)).toEqual([]);
  expect(await faultsOfEntitlements(running, token)).toEqual([]);
  // What was given, balances, credits and chains too.
  expect(await faultsOfLedgers(running, token)).toEqual([]);
}, 420_000);
