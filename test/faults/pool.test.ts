import { randomUUID } from "node:crypto";
import { openDatabase } from "@tiergraph/kit/database/database";
import { DatabaseUnavailable } from "@tiergraph/kit/database/database-unavailable";
import { serviceUrl } from "@tiergraph/kit/database/provision";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SECRET } from "../kit/secrets.js";
import { copyOfTemplate } from "../kit/start-tiergraph.js";

const viewer = systemViewer("test");
let ownerUrl: string;
let owner: pg.Client;
let db: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  ownerUrl = await copyOfTemplate();
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  db = await openDatabase({ url: serviceUrl(ownerUrl, "metrics", SECRET), maxConnections: 2 });
});
afterAll(async () => {
  await db.close();
  await owner.end();
});

const read = (text = "select 1 as one") => db.readAs(viewer).many(`test.${text}`, unchecked(), text, []);
const change = (text = "select 2 as two") =>
  db.transact(viewer, (tx) => tx.many(`test.${text}`, unchecked(), text, []));

/** The refusal of what must fail, and how long it took to come. */
async function refusalOf(work: Promise<unknown>): Promise<{ error: unknown; tookMs: number }> {
  const from = performance.now();
  const error = await work.then(
    () => "It did not fail",
    (reason: unknown) => reason,
  );
  return { error, tookMs: performance.now() - from };
}

const cutConnections = () =>
  owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'tiergraph_metrics'",
  );

test("where all connections are busy the next request is answered so within 2.5 s, and none is lost", async () => {
  const slow = [read("select pg_sleep(4)::text"), change("select pg_sleep(4)::text as slept")];
  await new Promise((resolve) => setTimeout(resolve, 100));
  const refusals = await Promise.all([refusalOf(read()), refusalOf(change())]);
  for (const { error, tookMs } of refusals) {
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect(tookMs).toBeLessThan(2_500);
  }
  await Promise.all(slow);
  await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? read() : change())));
  const { rows } = await owner.query(
    "select 1 from pg_stat_activity where datname = current_database() and usename = 'tiergraph_metrics'",
  );
  expect(rows.length).toBeLessThanOrEqual(2);
});

test("a connection that is cut under a request fails it at once, and the next request gets another", async () => {
  const cut = [refusalOf(read("select pg_sleep(20)::text")), refusalOf(change("select pg_sleep(20)::text as slept"))];
  await new Promise((resolve) => setTimeout(resolve, 300));
  await cutConnections();
  for (const { error, tookMs } of await Promise.all(cut)) {
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect(tookMs).toBeLessThan(2_000);
  }
  await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? read() : change())));
  await cutConnections();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? read() : change())));
});

test("a lock that does not come and a statement that takes too long are reported as such, without what was asked", async () => {
  await owner.query("begin");
  await owner.query("lock table metrics.handled_event in access exclusive mode");
  const { error } = await refusalOf(
    db.transact(viewer, async (tx) => {
      await tx.run("test.short-lock", "select set_config('lock_timeout', '200ms', true)", []);
      await tx.run("test.locked", "select event_id from metrics.handled_event where event_id = $1", [randomUUID()]);
    }),
  );
  await owner.query("rollback");
  expect(error).toBeInstanceOf(DatabaseUnavailable);
  expect((error as Error).cause).toMatchObject({ code: "55P03" });
});

test("a mistake in a statement stays what it is", async () => {
  const { error } = await refusalOf(read("select 1 / 0 as none"));
  expect(error).not.toBeInstanceOf(DatabaseUnavailable);
  expect(error).toMatchObject({ code: "22012" });
});
