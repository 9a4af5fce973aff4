import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { type EmbeddedServices, migrateAll, openServices } from "@tiergraph/gateway-server/embedded";
import { inProcessSource } from "@tiergraph/gateway-server/graph/in-process-source";
import { openDatabase } from "@tiergraph/kit/database/database";
import { DatabaseUnavailable } from "@tiergraph/kit/database/database-unavailable";
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  freePort,
  startEmbeddedPostgres,
} from "@tiergraph/kit/database/embedded-postgres";
import { SERVICES, serviceUrl } from "@tiergraph/kit/database/provision";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { createLog } from "@tiergraph/kit/process/log";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SECRET } from "../kit/secrets.js";

// A PostgreSQL of its own, durable, that is killed while partners are registered and their events are delivered.
const log = createLog("test", process.env.LOG_LEVEL ?? "silent");
let cluster: EmbeddedPostgresOptions & { port: number };
let postgres: EmbeddedPostgres;
let services: EmbeddedServices;
let db: Awaited<ReturnType<typeof openDatabase>>;
const viewer = systemViewer("test");

beforeAll(async () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph restart "));
  cluster = { directory, database: "restarted", port: await freePort() };
  postgres = await startEmbeddedPostgres(cluster);
  await migrateAll(postgres.ownerUrl, SECRET);
  services = await openServices({
    ownerUrl: postgres.ownerUrl,
    secret: SECRET,
    log,
    clock: { now: () => new Date() },
    maxConnections: 5,
  });
  await Promise.all(SERVICES.map((name) => services[name].startJobs()));
  db = await openDatabase({ url: serviceUrl(postgres.ownerUrl, "metrics", SECRET), maxConnections: 2 });
});
afterAll(async () => {
  await db.close();
  await Promise.all(SERVICES.map((name) => services[name].close()));
  await postgres.stop();
  fs.rmSync(cluster.directory, { recursive: true, force: true });
});

test("a PostgreSQL that is killed and started again under load loses no acknowledged write and no event", async () => {
  const load = registerPartners();
  await eventually(async () => load.acknowledged.length > 50, 10_000);
  process.kill(postgres.pid, "SIGKILL");
  await postgres.stop();
  const away = Date.now();
  await eventually(async () => load.refused() > 0 && !(await areReady()), 10_000);
  expect(await areReady()).toBe(false);
  for (const work of [
    () => db.readAs(viewer).many("test.away", unchecked(), "select 1", []),
    () => db.transact(viewer, async () => 1),
  ]) {
    const error = await work().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect((error as Error).message).toBe("The database does not answer");
  }
  postgres = await startAgain();
  const back = Date.now();
  await eventually(areReady, 10_000);
  const readyMs = Date.now() - back;
  const before = load.acknowledged.length;
  await eventually(async () => load.acknowledged.length > before + 50, 10_000);
  const { acknowledged, refused } = await load.stop();
  expect(refused).toBeGreaterThan(0);
  const owner = new pg.Client({ connectionString: postgres.ownerUrl });
  await owner.connect();
  const missingIn = async (table: string): Promise<number> => {
    const { rows } = await owner.query<{ id: string }>(`select partner_id as id from ${table}`);
    const known = new Set(rows.map(({ id }) => id));
    return acknowledged.filter((id) => !known.has(id)).length;
  };
  expect(await missingIn("partners.partner")).toBe(0);
  await eventually(async () => (await missingIn("metrics.partner")) === 0, 10_000);
  const queues = SERVICES.map((name) => `select attempts from ${name}_jobs._private_jobs`).join(" union all ");
  await eventually(async () => (await owner.query(queues)).rowCount === 0, 20_000);
  await owner.end();
  log.warn({ awayMs: back - away, readyMs, emptyMs: Date.now() - back, acknowledged: acknowledged.length, refused });
});

test("a process whose connections are all cut is ready again within seconds, and works on", async () => {
  const owner = new pg.Client({ connectionString: postgres.ownerUrl });
  await owner.connect();
  await owner.query("select pg_terminate_backend(pid) from pg_stat_activity where usename like 'tiergraph_%'");
  await eventually(areReady, 5_000);
  const load = registerPartners();
  await setTimeout(300);
  const { acknowledged, refused } = await load.stop();
  expect(refused).toBe(0);
  const received = async () =>
    (await owner.query("select 1 from metrics.partner where partner_id = any($1)", [acknowledged])).rowCount;
  await eventually(async () => (await received()) === acknowledged.length, 5_000);
  await owner.end();
});

const areReady = async (): Promise<boolean> =>
  (await Promise.all(SERVICES.map((name) => services[name].isReady().catch(() => false)))).every((ready) => ready);

/** Registers partners, three at a time, until it is stopped; answers which the service said it had. */
function registerPartners() {
  const source = inProcessSource(services.partners, log);
  const acknowledged: string[] = [];
  let refused = 0;
  let isStopped = false;
  const register = async (): Promise<void> => {
    while (!isStopped) {
      const { data } = await source.process({
        request: {
          query:
            "mutation ($code: String!) { registerPartners(input: { partners: [{ code: $code }] }) { partners { id } } }",
          variables: { code: randomUUID() },
        },
        context: { viewer: { role: "PROGRAM_MANAGER", subject: "load", partnerIds: "all" }, requestId: randomUUID() },
      } as unknown as Parameters<typeof source.process>[0]); // The gateway hands over more than a subgraph reads.
      const registered = (data as { registerPartners: { partners: { id: string }[] } | null } | null)?.registerPartners;
      if (registered) acknowledged.push(...registered.partners.map(({ id }) => id));
      else refused++;
      await setTimeout(5);
    }
  };
  const workers = [register(), register(), register()];
  return {
    acknowledged,
    refused: () => refused,
    async stop() {
      isStopped = true;
      await Promise.all(workers);
      return { acknowledged, refused };
    },
  };
}

/** What a killed PostgreSQL leaves behind needs a moment to go. */
async function startAgain(): Promise<EmbeddedPostgres> {
  for (let tries = 1; ; tries++) {
    try {
      return await startEmbeddedPostgres(cluster);
    } catch (error) {
      if (tries === 50) throw error;
      await setTimeout(200);
    }
  }
}

async function eventually(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("It did not come about in time");
    await setTimeout(50);
  }
}
