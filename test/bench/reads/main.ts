import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "@tiergraph/installation/root";
import { median } from "../timing.js";
import { type Base, openBase } from "./base.js";
import { type Charted, chartPage, type Figures } from "./charts.js";
import { CONTESTANTS, type Kind, type Place, type Running, startContestant } from "./contestants.js";
import { busyOf, cpuOf, memoryOf } from "./cpu.js";
import { load } from "./load.js";
import { profileInWords } from "./profile.js";

// How fast the product answers a partner's home and a list of fifty, against others on the same tables, in one run:
// `npm run bench -- portal-home partner-list --partners 10000 --rounds 5 --json FILE`
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    partners: { type: "string", default: "10000" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "5" },
    warm: { type: "string", default: "20" },
    connections: { type: "string", default: "32" },
    contestants: { type: "string", default: "ours,floor,postgraphile,postgraphile-jwt-rls" },
    /** Where bases are kept. */
    directory: { type: "string", default: path.join(ROOT, ".bench") },
    json: { type: "string" },
    /** A page with charts. */
    page: { type: "string" },
    /** A folder: each contestant writes there what its CPU was spent on, which makes it slower. */
    profile: { type: "string" },
  },
});
const kinds = (positionals.length === 0 ? ["portal-home", "partner-list"] : positionals) as Kind[];
const connections = Number(values.connections);
/** Homes and pages that are compared before anything is timed. */
const COMPARED = 100;
const PAGES = 20;
/** Pages that are asked for. */
const MAX_PAGES = 200;

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds a request: of the contestant's processes, and of PostgreSQL. */
  readonly app: number;
  readonly postgres: number;
  readonly cpu: number;
  readonly bytes: number;
  readonly memory: number;
  /** What other processes took, in percent of one core; the load itself included. */
  readonly others: number;
}

type Page = { readonly after: Place | null; readonly cursor: string | null };

/** The pages of the list, by the product's cursors and by the partners at which they end. */
async function pagesOf(ours: Running): Promise<Page[]> {
  const pages: Page[] = [{ after: null, cursor: null }];
  for (;;) {
    const last = pages.at(-1);
    const { partners } = await ours.ask(ours.dialect.list(null, last?.cursor ?? null));
    const end = partners?.edges?.at(-1)?.node as { name: string; id: string } | undefined; // As `partner-list` selects it.
    const { hasNextPage = false, endCursor = null } = partners?.pageInfo ?? {};
    if (!hasNextPage || end === undefined || pages.length === MAX_PAGES) return pages;
    pages.push({ after: [end.name, end.id], cursor: endCursor });
  }
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
};

/** @throws where a contestant answers otherwise than the product */
async function compare(running: readonly Running[], base: Base, pages: readonly Page[]): Promise<void> {
  const [ours, ...others] = running;
  if (ours === undefined) return;
  const hold = async (kind: Kind, bodyOf: (one: Running) => object, what: string) => {
    const answerOf = async (one: Running) =>
      JSON.stringify(sorted(one.dialect.normalized(kind, await one.ask(bodyOf(one)))));
    const expected = await answerOf(ours);
    for (const other of others) {
      const answered = await answerOf(other);
      if (answered === expected) continue;
      const from = [...expected].findIndex((character, i) => answered[i] !== character) - 80;
      throw new Error(
        `${other.name} answers ${what} otherwise:\n  ours   ${expected.slice(from, from + 200)}\n  theirs ${answered.slice(from, from + 200)}`,
      );
    }
  };
  for (const id of base.partnerIds.slice(0, COMPARED)) await hold("portal-home", (one) => one.dialect.home(id), id);
  for (const [i, { after, cursor }] of pages.slice(0, PAGES).entries())
    await hold("partner-list", (one) => one.dialect.list(after, cursor), `page ${i}`);
  console.log(
    `${Math.min(COMPARED, base.partnerIds.length)} homes and ${Math.min(PAGES, pages.length)} pages are equal.`,
  );
}

async function measure(one: Running, kind: Kind, base: Base, pages: readonly Page[], seconds: number): Promise<Round> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
  const bodies = kind === "portal-home" ? base.partnerIds : pages;
  const texts = new Map<unknown, string>();
  const body = () => {
    const key = pick<string | Page>(bodies);
    const asked = typeof key === "string" ? one.dialect.home(key) : one.dialect.list(key.after, key.cursor);
    const text = texts.get(key) ?? JSON.stringify(asked);
    texts.set(key, text);
    return text;
  };
  const headers = { "content-type": "application/json", authorization: `Bearer ${base.token}` };
  const used = () => [cpuOf(one.pid), cpuOf(base.postgresPid), busyOf()] as const;
  const [app, postgres, busy] = used();
  const from = performance.now();
  const loaded = await load({ origin: one.origin, path: "/graphql", headers, body }, { connections, seconds });
  const tookMs = performance.now() - from;
  const [appAfter, postgresAfter, busyAfter] = used();
  const each = (ms: number) => ms / loaded.requests;
  const [ofApp, ofPostgres] = [appAfter - app, postgresAfter - postgres];
  return {
    ...loaded,
    app: each(ofApp),
    postgres: each(ofPostgres),
    cpu: each(ofApp + ofPostgres),
    memory: memoryOf(one.pid),
    others: ((busyAfter - busy - ofApp - ofPostgres) / tookMs) * 100,
  };
}

const figure = (rounds: readonly Round[], name: keyof Round, digits = 1): string => {
  const all = rounds.map((round) => round[name]);
  return `${median(all).toFixed(digits)} (${Math.min(...all).toFixed(digits)} to ${Math.max(...all).toFixed(digits)})`;
};

interface Ratio {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Of paired rounds: ours to another's. */
function ratioOf(ours: readonly Round[], other: readonly Round[], name: "perSecond" | "cpu"): Ratio {
  const ratios = ours.map((round, i) => round[name] / (other[i]?.[name] ?? Number.NaN));
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
}

/** What a contestant needs that no other command does. */
function install(name: "postgraphile" | "hive", title: string): void {
  const folder = path.join(ROOT, "test/bench/reads", name);
  if (fs.existsSync(path.join(folder, "node_modules"))) return;
  console.log(`Installing ${title} …`);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel", "error"], {
    cwd: folder,
  });
}

const names = values.contestants.split(",");
const chosen = names.map((name) => CONTESTANTS.find((one) => one.name === name) ?? unknownContestant(name));
if (chosen.some(({ name }) => name.startsWith("postgraphile")))
  install("postgraphile", "PostGraphile and the Node that it needs");
if (chosen.some(({ name }) => name === "hive")) install("hive", "Hive Gateway");
const base = await openBase(values.directory, Number(values.partners));
const running: Running[] = [];
const ratios: Record<string, Ratio> = {};
const results: Record<string, Record<string, readonly Round[]>> = {};
try {
  // In turn: products that start at once meet in provisioning.
  for (const one of chosen)
    running.push(await startContestant(one, base, base.partnerIds[0] ?? "", profiling(one.name)));
  const ours = running.find(({ name }) => name === "ours");
  if (ours === undefined) throw new Error("Nothing to compare with: `ours` is not among the contestants");
  const pages = await pagesOf(ours);
  await compare([ours, ...running.filter((one) => one !== ours)], base, pages);
  const conditions = `${process.version}, ${os.cpus().length} cores, ${values.partners} partners, ${connections} connections`;
  console.log(conditions);
  for (const kind of kinds) {
    const rounds = new Map(running.map(({ name }) => [name, [] as Round[]]));
    for (const one of running) await measure(one, kind, base, pages, Number(values.warm));
    for (let round = 0; round < Number(values.rounds); round++)
      for (const one of [...running].sort(() => Math.random() - 0.5))
        rounds.get(one.name)?.push(await measure(one, kind, base, pages, Number(values.seconds)));
    console.log(`\n${kind}: medians of ${values.rounds} rounds of ${values.seconds} s, interleaved (least to most)`);
    for (const [name, of] of rounds)
      console.log(
        `  ${name.padEnd(21)} ${figure(of, "perSecond", 0)} a second, p50 ${figure(of, "p50")} ms, p99 ${figure(of, "p99")} ms, ` +
          `CPU ${figure(of, "cpu", 2)} ms (application ${figure(of, "app", 2)}, PostgreSQL ${figure(of, "postgres", 2)}), ` +
          `${figure(of, "bytes", 0)} bytes, ${figure(of, "memory", 0)} MB, others ${figure(of, "others", 0)}%`,
      );
    results[kind] = Object.fromEntries(rounds);
    const mine = rounds.get("ours") ?? [];
    const short = kind === "portal-home" ? "home" : "list";
    for (const [name, of] of rounds) {
      if (name === "ours") continue;
      ratios[`${short}:${name}`] = ratioOf(mine, of, "perSecond");
      ratios[`${short}-cpu:${name}`] = ratioOf(mine, of, "cpu");
    }
  }
  const [distributed, hive] = [results["portal-home"]?.distributed, results["portal-home"]?.hive];
  if (distributed !== undefined && hive !== undefined)
    ratios["distributed-home:hive"] = ratioOf(distributed, hive, "perSecond");
  console.log("\nOurs to the others, medians of paired rounds (least to most):");
  for (const [name, { median: middle, min, max }] of Object.entries(ratios))
    console.log(`  ${name.padEnd(30)} ${middle.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`);
  if (values.json !== undefined)
    fs.writeFileSync(values.json, JSON.stringify({ at: new Date(), node: process.version, ratios, results }, null, 2));
  if (values.page !== undefined) fs.writeFileSync(values.page, chartPage(charted(results), conditions));
} finally {
  for (const one of running) await one.stop();
  await base.stop();
}
if (values.profile !== undefined)
  for (const { name } of running)
    console.log(`\n${name}\n${profileInWords(path.join(values.profile, `${name}.cpuprofile`))}`);

function charted(all: typeof results): Charted {
  const figuresOf = (rounds: readonly Round[]): Figures => ({
    perSecond: rounds.map(({ perSecond }) => perSecond),
    app: rounds.map(({ app }) => app),
    postgres: rounds.map(({ postgres }) => postgres),
  });
  const ofOperation = (contestants: Record<string, readonly Round[]>) =>
    Object.fromEntries(Object.entries(contestants).map(([name, rounds]) => [name, figuresOf(rounds)]));
  return Object.fromEntries(
    Object.entries(all).map(([operation, contestants]) => [operation, ofOperation(contestants)]),
  );
}

function profiling(name: string): string[] {
  if (values.profile === undefined) return [];
  return ["--cpu-prof", `--cpu-prof-dir=${values.profile}`, `--cpu-prof-name=${name}.cpuprofile`];
}

function unknownContestant(name: string): never {
  throw new Error(`There is no contestant ${name}: one of ${CONTESTANTS.map((one) => one.name).join(", ")}`);
}
