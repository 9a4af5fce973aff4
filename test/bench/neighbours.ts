import fs from "node:fs";
import os from "node:os";
import { setTimeout } from "node:timers/promises";
import { readOperation } from "@tiergraph/schema/operations";
import { startProcess } from "../kit/start-process.js";
import { askGraph } from "./reads/ask.js";
import { median } from "./timing.js";

// What others wait for while one viewer sends the dearest operations that it may, over eight connections and as fast as it
// is answered or refused: a partner's home and a probe of health. The sample, with the limits of every installation.
// `npm run bench:neighbours`; SECONDS changes how long each is measured.
const SECONDS = Number(process.env.SECONDS ?? 15);
const CONNECTIONS = 8;
const EVERY_MS = 100;

const running = await startProcess({ mode: "main", env: { SAMPLE: "on", COST_PER_SECOND: "" } });
process.once("exit", () => running.child.kill("SIGTERM")); // Also where the benchmark fails.
const url = `${running.url}/graphql`;
const manager = await running.token("program-manager");
type Partners = { partners: { nodes: { id: string }[] } };
const { partners } = await askGraph<Partners>(url, manager, "{ partners(first: 2) { nodes { id } } }");
const [busy = "", quiet = ""] = partners.nodes.map(({ id }) => id);
const [busyToken, quietToken] = [await running.token("partner", busy), await running.token("partner", quiet)];
const portalHome = readOperation("portal-home").document;

const OF_A_PARTNER = [
  `{ partners(first: 1) { nodes { decisions(first: 100) { nodes { summary inputs { measurement { evidence(first: 5) { nodes { id amount { amount } } } } } } } } } }`,
  `{ partners(first: 1) { nodes { ${Array.from({ length: 10 }, (_, i) => `s${i}: measures { series(points: 60) { value } }`).join(" ")} } } }`,
  `{ partners(first: 1) { nodes { measures { evidence(first: 100) { nodes { id } } history(months: 36) { value } } } } }`,
];
const OF_A_MANAGER = [
  `{ partners(first: 100) { nodes { measures { evidence(first: 4) { nodes { id } } history(months: 3) { value } } } } }`,
  `{ partners(first: 100) { nodes { decisions(first: 6) { nodes { summary inputs { value } assessments { isMet } } } } } }`,
];

/** Milliseconds that one request took, and its status. */
async function request(
  path: string,
  token: string,
  body?: object,
): Promise<{ ms: number; status: number; text: string }> {
  const from = performance.now();
  const response = await fetch(`${running.url}${path}`, {
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { ms: performance.now() - from, status: response.status, text };
}

interface Waits {
  readonly home: number[];
  readonly health: number[];
  failures: number;
}

/** Asks now and then, each time whether or not the time before was answered. */
async function neighboursWait(): Promise<Waits> {
  const waits: Waits = { home: [], health: [], failures: 0 };
  const asked: Promise<void>[] = [];
  const until = performance.now() + SECONDS * 1_000;
  while (performance.now() < until) {
    const home = request("/graphql", quietToken, { query: portalHome, variables: { partnerId: quiet } });
    asked.push(
      home.then(({ ms, status, text }) => {
        waits.home.push(ms);
        if (status !== 200 || text.includes('"errors"')) waits.failures++;
      }),
      request("/healthz", "").then(({ ms }) => void waits.health.push(ms)),
    );
    await setTimeout(EVERY_MS);
  }
  await Promise.all(asked);
  return waits;
}

/** One viewer at its worst while the others ask. */
async function beside(token: string, queries: readonly string[]): Promise<Waits & { by: Record<string, number> }> {
  const by: Record<string, number> = {};
  let isOver = false;
  const worker = async (first: number) => {
    for (let i = first; !isOver; i++) {
      const { status, text } = await request("/graphql", token, { query: queries[i % queries.length] });
      const code = status === 200 && text.includes('"errors"') ? "200 with errors" : String(status);
      by[code] = (by[code] ?? 0) + 1;
      if (status === 400 || code === "200 with errors") throw new Error(text.slice(0, 1_000));
    }
  };
  const workers = Promise.all(Array.from({ length: CONNECTIONS }, (_, i) => worker(i)));
  const waits = await neighboursWait();
  isOver = true;
  await workers;
  return { ...waits, by };
}

function say(what: string, { home, health, failures }: Waits, by: Record<string, number> = {}) {
  const figures = (times: number[]) => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
    return `median ${median(times).toFixed(0)} ms, 99% ${at(0.99)}, most ${at(1)}`;
  };
  const answers = Object.entries(by).map(([status, count]) => `${count} × ${status}`);
  console.log(`${what}: home ${figures(home)}; healthz ${figures(health)}; ${failures} of ${home.length} homes failed`);
  if (answers.length > 0) console.log(`  the busy viewer was answered ${answers.join(", ")}`);
}

console.log(`${process.version}, ${os.cpus().length} cores, ${SECONDS} s each`);
await neighboursWait(); // Warms.
say("alone", await neighboursWait());
for (const [what, token, queries] of [
  ["beside a partner", busyToken, OF_A_PARTNER],
  ["beside a program manager", manager, OF_A_MANAGER],
] as const) {
  const { by, ...waits } = await beside(token, queries);
  say(what, waits, by);
}
await running.kill("SIGTERM");
fs.rmSync(running.directory, { recursive: true, force: true });
