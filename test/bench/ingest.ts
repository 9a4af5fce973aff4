import os from "node:os";
import { type EmbeddedServices, openServices } from "@tiergraph/gateway-server/embedded";
import { inProcessSource } from "@tiergraph/gateway-server/graph/in-process-source";
import { openGateway } from "@tiergraph/gateway-server/open-gateway";
import { signDevelopmentToken } from "@tiergraph/installation/development-tokens";
import { readEnvironment } from "@tiergraph/installation/environment";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { publisher } from "@tiergraph/kit/jobs/publisher";
import { systemClock } from "@tiergraph/kit/process/clock";
import { createLog } from "@tiergraph/kit/process/log";
import type { FactReport } from "@tiergraph/metrics/fact/fact-report";
import { recordFacts } from "@tiergraph/metrics/recording/record-facts.action";
import { publishedProgram } from "@tiergraph/program/document/program";
import { seriesOf } from "@tiergraph/program/measure";
import { type EventBodies, SUBSCRIBERS } from "@tiergraph/schema/events";
import { request } from "undici";
import { factNumbers, insertBatch, PARTNERS, partnerIdOf, partnerIdSql } from "./ingest-reference.js";
import { type Bench, settle, withBench } from "./open-bench.js";
import { placementProgram } from "./placement-program.js";
import { median, spread, timed } from "./timing.js";

// Records won deals in batches of 1,000, exactly once, with keys, rollups and events: by our code at the store, through
// the whole graph, and by one SQL statement a batch that makes the same rows, in turn, at several sizes of the base.
// `npm run bench:ingest`; SIZES (facts in the base, growing) and BATCHES change its size.
const SIZES = (process.env.SIZES ?? "100000,1000000,3000000").split(",").map(Number);
const BATCHES = Number(process.env.BATCHES ?? 40);
const BATCH = 1_000;
const system = systemViewer("bench");
const program = publishedProgram(placementProgram);

let next = 1;
const take = (facts: number): number => {
  const from = next;
  next += facts;
  return from;
};

async function prepare({ owner }: Bench): Promise<void> {
  await owner.transact(system, async (tx) => {
    await tx.run(
      "",
      `insert into metrics.program_version (sequence, program, version, source) values (1, $1, $2, $3)`,
      [program.name, program.version, placementProgram],
    );
    for (const [slot, { key }] of seriesOf(program).entries())
      await tx.run("", "insert into metrics.series (slot, key) values ($1, $2)", [slot, key]);
    await tx.run(
      "",
      `insert into metrics.partner (partner_id, tracks, changed_at)
       select ${partnerIdSql("i")}, '{}', now() from generate_series(0, ${PARTNERS - 1}) as i`,
      [],
    );
  });
}

const byReference = ({ owner }: Bench, facts: number): Promise<unknown> => {
  const from = take(facts);
  return owner.transact(system, (tx) => insertBatch(tx, { from, to: from + facts, program, prefix: "D-" }));
};

const dayOf = (day: number): string => new Date(Date.UTC(2024, 6, 1 + day)).toISOString().slice(0, 10);

const reportsFrom = (from: number): FactReport[] =>
  Array.from({ length: BATCH }, (_, i): FactReport => {
    const { partner, day, cents } = factNumbers(from + i);
    return {
      kind: "deal.won",
      externalId: `D-${from + i}`,
      partnerId: partnerIdOf(partner),
      on: dayOf(day),
      amount: (cents / 100).toFixed(2),
      customer: `Customer ${(from + i) % 977}`,
      product: `Product ${(from + i) % 7}`,
      attributes: [{ name: "sector", value: "retail" }],
    };
  });

const RECORD = `mutation ($facts: [FactInput!]!) {
  recordFacts(input: { facts: $facts }) { recorded results { index outcome code } }
}`;

/** The product whole: gateway and subgraphs in this process, asked over HTTP; its workers rest, since their work is not measured here. */
async function openGraph({ ownerUrl, secret }: Bench) {
  const log = createLog("bench", "silent");
  const services: EmbeddedServices = await openServices({ ownerUrl, secret, log, clock: systemClock });
  const port = await freePort();
  const environment = readEnvironment({ TIERGRAPH_DATA: os.tmpdir(), PORT: String(port), SAMPLE: "off" }, os.tmpdir());
  const sourceOf = (name: keyof EmbeddedServices) => inProcessSource(services[name], log);
  const gateway = await openGateway({ environment, sourceOf, services: async () => ({}), changes: () => null, log });
  await gateway.listen();
  if (gateway.issuer === null) throw new Error("A development installation signs its own tokens");
  const token = await signDevelopmentToken(gateway.issuer, "ingest", []);
  return {
    async record(from: number): Promise<void> {
      const facts = reportsFrom(from).map((report) => ({ ...report, kind: "DEAL_WON" }));
      const { body } = await request(`http://127.0.0.1:${port}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: RECORD, variables: { facts } }),
      });
      const answer = (await body.json()) as { data?: { recordFacts: { recorded: number } | null } };
      if (answer.data?.recordFacts?.recorded !== BATCH)
        throw new Error(`Not recorded: ${JSON.stringify(answer).slice(0, 500)}`);
    },
    async close(): Promise<void> {
      await gateway.close();
      await Promise.all(Object.values(services).map((service) => service.close()));
    },
  };
}

await withBench(async (bench) => {
  console.log(`${process.version}, ${os.cpus().length} cores, ${PARTNERS} partners, ${BATCHES} batches of ${BATCH}`);
  await prepare(bench);
  const record = recordFacts(bench.metrics, publisher<EventBodies>(SUBSCRIBERS, systemClock), systemClock);
  const graph = await openGraph(bench);
  const costs: number[] = [];
  for (const size of SIZES) {
    while (next < size) await byReference(bench, Math.min(10_000, size - next + 1));
    console.log(`${size} facts stand (${new Date().toISOString()}): from here on the machine must be left alone`);
    await settle(bench.ownerUrl);
    await bench.owner.transact(system, (tx) =>
      tx.many("", unchecked(), "truncate metrics_jobs._private_jobs, benefits_jobs._private_jobs", []),
    );
    const [sql, ours, whole]: [number[], number[], number[]] = [[], [], []];
    for (let i = 0; i < BATCHES; i++) {
      sql.push((await timed(() => byReference(bench, BATCH))).ms);
      const reports = reportsFrom(take(BATCH));
      const stored = await timed(() => record(system, { facts: reports, isDryRun: false }));
      if (stored.result.kind !== "FactsRecorded" || stored.result.outcomes.some(({ kind }) => kind !== "Recorded"))
        throw new Error("A batch was not recorded whole");
      ours.push(stored.ms);
      whole.push((await timed(() => graph.record(take(BATCH)))).ms);
    }
    costs.push(median(ours));
    const rate = (ms: number) => `${Math.round(BATCH / ms)} thousand a second`;
    const ratios = sql.map((ms, i) => ms / (ours[i] ?? Number.NaN));
    console.log(
      `${size} facts: SQL ${median(sql).toFixed(1)} ms a batch (${rate(median(sql))}), store ${median(ours).toFixed(1)} ms (${rate(median(ours))}), graph over HTTP ${median(whole).toFixed(1)} ms (${rate(median(whole))})`,
    );
    console.log(`  store against SQL: ${median(ratios).toFixed(2)} (${spread(ratios)}), must be 0.6`);
  }
  console.log(
    `a batch at ${SIZES.at(-1)} facts against one at ${SIZES[0]}: ${((costs.at(-1) ?? 0) / (costs[0] ?? 1)).toFixed(2)}`,
  );
  await graph.close();
});
