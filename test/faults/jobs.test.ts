import { randomUUID } from "node:crypto";
import { openDatabase } from "@tiergraph/kit/database/database";
import { serviceUrl } from "@tiergraph/kit/database/provision";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { publisher } from "@tiergraph/kit/jobs/publisher";
import { QueuePool } from "@tiergraph/kit/jobs/queue-pool";
import { readQueue, retryJobs } from "@tiergraph/kit/jobs/retry-jobs.action";
import { startWorker } from "@tiergraph/kit/jobs/worker";
import { systemClock } from "@tiergraph/kit/process/clock";
import { createLog } from "@tiergraph/kit/process/log";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SECRET } from "../kit/secrets.js";
import { copyOfTemplate } from "../kit/start-tiergraph.js";

// The queue by itself: published by partners, received by metrics, each under its own login role.
interface Bodies {
  Announced: { text: string };
}
const log = createLog("test", "silent");
const viewer = systemViewer("test");
const publish = publisher<Bodies>({ Announced: ["metrics"] }, systemClock);

let ownerUrl: string;
let owner: pg.Client;
let partners: Awaited<ReturnType<typeof openDatabase>>;
let metrics: Awaited<ReturnType<typeof openDatabase>>;
let metricsUrl: string;

beforeAll(async () => {
  ownerUrl = await copyOfTemplate();
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  metricsUrl = serviceUrl(ownerUrl, "metrics", SECRET);
  partners = await openDatabase({ url: serviceUrl(ownerUrl, "partners", SECRET), maxConnections: 3 });
  metrics = await openDatabase({ url: metricsUrl, maxConnections: 3 });
});
afterAll(async () => {
  await partners.close();
  await metrics.close();
  await owner.end();
});

const pending = async () => (await readQueue(metrics, "metrics")(viewer)).pending;

async function until(holds: () => Promise<boolean> | boolean, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("It did not come about in time");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test("what a transaction announces is delivered once it commits, and never when it does not", async () => {
  const received: string[] = [];
  await expect(
    partners.transact(viewer, async (tx) => {
      await publish(tx, "Announced", { text: "rolled back" });
      throw new Error("No");
    }),
  ).rejects.toThrow("No");
  await partners.transact(viewer, (tx) => publish(tx, "Announced", { text: "committed" }));
  const worker = await startWorker({
    service: "metrics",
    databaseUrl: metricsUrl,
    log,
    handlers: { Announced: async (event) => void received.push((event as { text: string }).text) },
  });
  await until(async () => (await pending()) === 0);
  await worker.stop();
  expect(received).toEqual(["committed"]);
});

test("a job that fails comes again, and its effect happens once", async () => {
  let attempts = 0;
  const effects: string[] = [];
  await partners.transact(viewer, (tx) => publish(tx, "Announced", { text: "stubborn" }));
  const worker = await startWorker({
    service: "metrics",
    databaseUrl: metricsUrl,
    log,
    handlers: {
      Announced: async (given) => {
        const event = given as { id: string; name: string };
        attempts++;
        await metrics.transact(viewer, async (tx) => {
          if (!(await isFirstDelivery(tx, "metrics", event))) return;
          if (attempts === 1) throw new Error("Not yet");
          effects.push(event.id);
        });
      },
    },
  });
  await until(async () => (await pending()) === 0);
  await worker.stop();
  expect(attempts).toBe(2);
  expect(effects).toHaveLength(1);
});

test("an event that is delivered three times takes effect once", async () => {
  const event = { id: randomUUID(), name: "Announced" };
  const deliveries: boolean[] = [];
  for (let i = 0; i < 3; i++)
    deliveries.push(await metrics.transact(viewer, (tx) => isFirstDelivery(tx, "metrics", event)));
  expect(deliveries).toEqual([true, false, false]);
});

test("the jobs of a worker that died run again within ten seconds", async () => {
  await partners.transact(viewer, (tx) => publish(tx, "Announced", { text: "left behind" }));
  // What a killed worker leaves: a job locked by someone who holds no sign of life.
  await owner.query(
    "update metrics_jobs._private_jobs set locked_by = 'worker_of_a_dead_process', locked_at = now(), attempts = 1",
  );
  const received: string[] = [];
  const worker = await startWorker({
    service: "metrics",
    databaseUrl: metricsUrl,
    log,
    handlers: { Announced: async (event) => void received.push((event as { text: string }).text) },
  });
  await until(() => received.length === 1, 10_000);
  await worker.stop();
  expect(received).toEqual(["left behind"]);
});

test("a living worker keeps its jobs, however long they take", async () => {
  let runs = 0;
  await partners.transact(viewer, (tx) => publish(tx, "Announced", { text: "slow" }));
  const options = { service: "metrics", databaseUrl: metricsUrl, log } as const;
  const slow = async () => {
    runs++;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  };
  const first = await startWorker({ ...options, handlers: { Announced: slow } });
  const second = await startWorker({ ...options, handlers: { Announced: slow } });
  await until(async () => (await pending()) === 0);
  await first.stop();
  await second.stop();
  expect(runs).toBe(1);
});

test("a job that failed for good is kept, listed with its error, and runs again when a person says so", async () => {
  await partners.transact(viewer, (tx) => publish(tx, "Announced", { text: "hopeless" }));
  await owner.query("update metrics_jobs._private_jobs set attempts = max_attempts, last_error = 'It cannot be'");
  const { pending: waiting, dead } = await readQueue(metrics, "metrics")(viewer);
  expect(waiting).toBe(0);
  expect(dead).toMatchObject([{ task: "Announced", lastError: "It cannot be" }]);
  const ids = dead.map(({ id }) => id);
  expect(await retryJobs(metrics, "metrics")(viewer, [...ids, "999999999", "nonsense"])).toEqual(ids);
  expect(await pending()).toBe(1);
});

test("a service may add jobs to another's queue, and neither read nor change them", async () => {
  const reader = partners.readAs(viewer);
  for (const text of [
    "select * from metrics_jobs._private_jobs",
    "select * from metrics_jobs.jobs",
    "delete from metrics_jobs._private_jobs",
    "insert into metrics_jobs._private_jobs (task_id) values (1)",
    "insert into metrics_jobs._private_job_queues (queue_name) values ('q')",
    "update metrics_jobs._private_known_crontabs set last_execution = now()",
    "select metrics_jobs.add_jobs('{}')",
  ])
    await expect(reader.many(`forbidden ${text.slice(0, 50)}`, unchecked(), text, [])).rejects.toThrow(
      /permission denied/,
    );
  await expect(
    reader.many("forbidden call", unchecked(), "select metrics_jobs.add_job('Announced')", []),
  ).rejects.toThrow(/permission denied/);
});

test("a service's clock strikes under its own role, and makes up for a strike that it missed", async () => {
  let strikes = 0;
  const start = () =>
    startWorker({
      service: "metrics",
      databaseUrl: metricsUrl,
      log,
      crontab: "*/5 * * * * Struck ?fill=1h",
      handlers: { Struck: async () => void strikes++ },
    });
  await (await start()).stop();
  await owner.query("update metrics_jobs._private_known_crontabs set last_execution = now() - interval '11 minutes'");
  const worker = await start();
  await until(() => strikes >= 2);
  await worker.stop();
  expect(strikes).toBeLessThanOrEqual(3);
});

test("a job that outlives all connections ends once, and the worker runs again", async () => {
  await owner.query("delete from metrics_jobs._private_jobs");
  const started: string[] = [];
  const worker = await startWorker({
    service: "metrics",
    databaseUrl: metricsUrl,
    log,
    handlers: {
      Announced: async (event) => {
        const { text } = event as { text: string };
        started.push(text);
        if (text === "long") await new Promise((resolve) => setTimeout(resolve, 1_500));
      },
    },
  });
  await partners.transact(viewer, (tx) => publish(tx, "Announced", { text: "long" }));
  await until(() => started.length === 1);
  for (let cuts = 0; cuts < 3; cuts++) {
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'tiergraph_metrics'",
    );
    await until(() => !worker.isRunning());
    await until(() => worker.isRunning(), 5_000);
  }
  await partners.transact(viewer, (tx) => publish(tx, "Announced", { text: "next" }));
  // A job that ended is gone: where none is left, nobody takes one up again.
  await until(async () => (await owner.query("select from metrics_jobs._private_jobs")).rowCount === 0);
  await worker.stop();
  expect(started.sort()).toEqual(["long", "next"]);
});

test("a listener that is released twice, as where its connection is cut while the worker stops, ends no process", async () => {
  const pool = new QueuePool({ connectionString: metricsUrl, max: 1 });
  await new Promise<void>((resolve, reject) => {
    pool.connect((error, client, done) => {
      if (error !== undefined || client === undefined) return reject(error);
      client.query('listen "jobs:insert"').catch(() => undefined);
      done(new Error("cut"));
      done();
      resolve();
    });
  });
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  expect(pool.totalCount).toBe(1);
  await pool.end();
  // The library releases what it was not given, too, where it connects again after it was stopped.
  const refused = await new Promise<unknown>((resolve) => {
    pool.connect((error, _client, done) => {
      done();
      resolve(error);
    });
  });
  expect(refused).toMatchObject({ message: expect.stringContaining("after calling end") });
});

test("a worker in trouble with its queue starts anew and works on", async () => {
  const received: string[] = [];
  const worker = await startWorker({
    service: "metrics",
    databaseUrl: metricsUrl,
    log,
    handlers: { Announced: async (event) => void received.push((event as { text: string }).text) },
  });
  await owner.query("revoke select on metrics_jobs._private_jobs from tiergraph_metrics");
  await until(() => !worker.isRunning());
  await owner.query("grant select on metrics_jobs._private_jobs to tiergraph_metrics");
  await until(() => worker.isRunning());
  await partners.transact(viewer, (tx) => publish(tx, "Announced", { text: "received" }));
  await until(() => received.length === 1);
  await worker.stop();
});

test("what a failing job carries stays out of the log", async () => {
  const lines: string[] = [];
  await partners.transact(viewer, (tx) => publish(tx, "Announced", { text: "Jane Doe" }));
  const worker = await startWorker({
    service: "metrics",
    databaseUrl: metricsUrl,
    log: createLog("test", "debug", { write: (line) => void lines.push(line) }),
    handlers: {
      Announced: async () => {
        throw Object.assign(new Error("It cannot be"), { detail: "Jane Doe" });
      },
    },
  });
  await until(() => lines.some((line) => line.includes("a job failed")));
  await worker.stop();
  const logged = JSON.parse(lines.find((line) => line.includes("a job failed")) ?? "{}");
  expect(logged).toMatchObject({ job: { task: "Announced", attempt: 1, of: 18 }, err: { message: "It cannot be" } });
  expect(lines.join("")).not.toContain("Jane Doe");
  await owner.query("delete from metrics_jobs._private_jobs");
});
