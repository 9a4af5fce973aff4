import os from "node:os";
import type { Database } from "@tiergraph/kit/database/database";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { tallyPartners } from "@tiergraph/metrics/measure/tally-partners.reads";
import { type TallyPlan, tallyPlan } from "@tiergraph/metrics/measure/tally-plan";
import { listPartnerIds } from "@tiergraph/partners/partner/partner.store";
import { place } from "@tiergraph/partners/placement/record-verdicts.tx";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { seriesOf } from "@tiergraph/program/measure";
import { batchPlacer } from "@tiergraph/program/place";
import { type Bench, settle, withBench } from "./open-bench.js";
import { placementProgram } from "./placement-program.js";
import { fill, referenceRead, referenceWrite } from "./placement-reference.js";
import { median, spread, timed, watchMemory } from "./timing.js";

// Places a pool of partners by six measures over twelve months of rollups, once by our code and once by one set-based SQL
// statement that comes to the same tiers, in turn. `npm run bench:placement`; PARTNERS and ROUNDS change its size.
const PARTNERS = Number(process.env.PARTNERS ?? 1_000_000);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const CHUNK = 2_000;
/** As many chunks as there are cores here: one is read while another is judged. */
const LANES = 3;
const AS_OF = knownCalendarDate("2026-06-30");
const system = systemViewer("bench");

async function run({ ownerUrl, owner, partners, metrics }: Bench): Promise<void> {
  const program = publishedProgram(placementProgram);
  const slots = new Map(seriesOf(program).map(({ key }, slot) => [key, slot]));
  const plan = tallyPlan(program, AS_OF, slots);
  if (plan === null) throw new Error("The program of the benchmark cannot be tallied");
  const pool: Pool = { owner, partners, metrics, program, plan };

  console.log(
    `${process.version}, ${os.cpus().length} cores, ${PARTNERS} partners, ${ROUNDS} rounds, chunks of ${CHUNK}`,
  );
  await fill(owner, { program, source: placementProgram, slots, from: 0, to: 10_000 });
  await settle(ownerUrl);
  const small = await oneChangedPartner(pool, 10_000);
  await fill(owner, { program, source: placementProgram, slots, from: 10_000, to: PARTNERS });
  await settle(ownerUrl);
  const large = await oneChangedPartner(pool, PARTNERS);
  console.log(
    `one changed partner, measured, placed and stored: ${small.toFixed(2)} ms among 10,000, ${large.toFixed(2)} ms among ${PARTNERS}, ratio ${(large / small).toFixed(2)}`,
  );

  const memory = watchMemory();
  const [reading, writing]: [number[], number[]] = [[], []];
  for (let round = 1; round <= ROUNDS; round++) {
    const sql = await timed(() => referenceRead(owner, program, slots));
    const ours = await timed(() => readAndJudge(pool));
    mustAgree(sql.result, ours.result);
    reading.push(sql.ms / ours.ms);
    tell(`round ${round}, tiers only`, sql.ms, ours.ms);

    await clear(owner);
    const sqlWrite = await timed(() => referenceWrite(owner, program, slots));
    const expected = await stored(owner);
    await clear(owner);
    const oursWrite = await timed(() => placeAll(pool));
    mustAgree(expected, await stored(owner));
    writing.push(sqlWrite.ms / oursWrite.ms);
    tell(`round ${round}, decisions stored`, sqlWrite.ms, oursWrite.ms);
  }
  console.log(
    `without writing: ${median(reading).toFixed(2)} of the speed of set-based SQL (${spread(reading)}), must be 0.5`,
  );
  console.log(
    `decisions stored: ${median(writing).toFixed(2)} of the speed of set-based SQL (${spread(writing)}), must be 0.8`,
  );
  console.log(`memory of this process: ${memory.stop()} MB at most, must be below 1,000`);
}

interface Pool {
  readonly owner: Database;
  readonly partners: Database;
  readonly metrics: Database;
  readonly program: Program;
  readonly plan: TallyPlan;
}
type Tiers = Readonly<Record<string, number>>;

function tell(what: string, sqlMs: number, oursMs: number): void {
  const rate = (ms: number) => `${Math.round(PARTNERS / ms)} thousand a second`;
  console.log(
    `${what}: SQL ${(sqlMs / 1000).toFixed(2)} s (${rate(sqlMs)}), ours ${(oursMs / 1000).toFixed(2)} s (${rate(oursMs)})`,
  );
}

function mustAgree(expected: Tiers, found: Tiers): void {
  if (JSON.stringify(expected) !== JSON.stringify(found))
    throw new Error(`The tiers differ: SQL ${JSON.stringify(expected)}, ours ${JSON.stringify(found)}`);
}

/** The pool in chunks, each by whichever lane is free. */
async function inChunks(ids: readonly string[], work: (chunk: readonly string[]) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < ids.length) {
      const chunk = ids.slice(next, next + CHUNK);
      next += CHUNK;
      await work(chunk);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

const allIds = async (db: Database): Promise<string[]> =>
  (await listPartnerIds(db.readAs(system))).map(({ partnerId }) => partnerId);

async function readAndJudge({ partners, metrics, program, plan }: Pool): Promise<Tiers> {
  const placer = batchPlacer(program);
  if (placer === null) throw new Error("The program of the benchmark asks for more than bounds");
  const counts: Record<string, number> = {};
  const reader = metrics.readAs(system);
  await inChunks(await allIds(partners), async (chunk) => {
    for (const measures of await tallyPartners(reader, plan, chunk)) {
      const verdict = placer.judge({ tracks: [] }, measures);
      const tier = program.tiers[verdict?.reached.lastIndexOf(true) ?? -1]?.name ?? "none";
      counts[tier] = (counts[tier] ?? 0) + 1;
    }
  });
  return sorted(counts);
}

async function placeAll({ partners, metrics, program, plan }: Pool): Promise<void> {
  const reader = metrics.readAs(system);
  await inChunks(await allIds(partners), async (chunk) => {
    const measures = await tallyPartners(reader, plan, chunk);
    await partners.transact(system, (tx) => place(tx, tellNobody, batchOf(program, chunk, measures)));
  });
}

/** What the others hear of a change is their cost, and is measured with their own benchmarks. */
const tellNobody = async (): Promise<void> => undefined;

const batchOf = (program: Program, ids: readonly string[], measures: Awaited<ReturnType<typeof tallyPartners>>) => ({
  program,
  asOf: AS_OF,
  runId: null,
  measuredAt: new Date(),
  decidedAt: new Date(),
  measuresOf: new Map(ids.map((id, i) => [id, measures[i] ?? []])),
});

/** Milliseconds, median of 200, to measure, place and store one partner that changed. */
async function oneChangedPartner({ partners, metrics, program, plan }: Pool, pool: number): Promise<number> {
  const reader = metrics.readAs(system);
  const times: number[] = [];
  for (let i = 0; i < 220; i++) {
    const id = `00000000-0000-4000-8000-${((i * 7919) % pool).toString(16).padStart(12, "0")}`;
    const { ms } = await timed(async () => {
      const measures = await tallyPartners(reader, plan, [id]);
      await partners.transact(system, (tx) => place(tx, tellNobody, batchOf(program, [id], measures)));
    });
    if (i >= 20) times.push(ms);
  }
  return median(times);
}

async function clear(owner: Database): Promise<void> {
  await owner.transact(system, async (tx) => {
    await tx.run("", "truncate partners.tier_period, partners.tier_status, partners.decision", []);
  });
}

const stored = async (owner: Database): Promise<Tiers> => {
  const rows = await owner.transact(system, (tx) =>
    tx.many<{ tier: string; partners: number }>(
      "",
      unchecked(),
      "select tier, count(*)::integer as partners from partners.decision group by tier",
      [],
    ),
  );
  return sorted(Object.fromEntries(rows.map(({ tier, partners }) => [tier, partners])));
};

const sorted = (counts: Tiers): Tiers =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

await withBench(run);
