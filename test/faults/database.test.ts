import { randomUUID } from "node:crypto";
import { migrateAll } from "@tiergraph/gateway-server/embedded";
import { openDatabase } from "@tiergraph/kit/database/database";
import { DatabaseRefused, provisionServices, SERVICES, serviceUrl } from "@tiergraph/kit/database/provision";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SECRET } from "../kit/secrets.js";
import { copyOfTemplate } from "../kit/start-tiergraph.js";

let ownerUrl: string;
let owner: pg.Client;
let db: Awaited<ReturnType<typeof openDatabase>>;
const a = randomUUID();
const b = randomUUID();
const partnerOf = (partnerId: string): Viewer => ({ role: "PARTNER", subject: "p", partnerIds: [partnerId] });

beforeAll(async () => {
  ownerUrl = await copyOfTemplate();
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    "insert into metrics.partner (partner_id, tracks, changed_at) values ($1, '{}', now()), ($2, '{}', now())",
    [a, b],
  );
  db = await openDatabase({ url: serviceUrl(ownerUrl, "metrics", SECRET), maxConnections: 2 });
});
afterAll(async () => {
  await db.close();
  await owner.end();
});

const seenBy = async (viewer: Viewer): Promise<string[]> =>
  (
    await db
      .readAs(viewer)
      .many<{ id: string }>("test.all", unchecked(), "select partner_id as id from metrics.partner order by 1", [])
  ).map(({ id }) => id);

test("a viewer reads the rows of its own partners, and the next reader on the same connection its own", async () => {
  expect(await seenBy(partnerOf(a))).toEqual([a]);
  expect(await seenBy(partnerOf(b))).toEqual([b]);
  expect(await seenBy({ role: "PARTNER_MANAGER", subject: "m", partnerIds: [] })).toEqual([]);
  expect(await seenBy(systemViewer("test"))).toEqual([a, b].sort());
  const interleaved = await Promise.all(Array.from({ length: 40 }, (_, i) => seenBy(partnerOf(i % 2 ? a : b))));
  expect(interleaved).toEqual(interleaved.map((_, i) => [i % 2 ? a : b]));
});

test("without a scope no row is seen, and none of another partner can be written", async () => {
  const client = new pg.Client({ connectionString: serviceUrl(ownerUrl, "metrics", SECRET) });
  await client.connect();
  expect((await client.query("select * from metrics.partner")).rows).toEqual([]);
  await client.end();
  const put = (partnerId: string) =>
    db.transact(partnerOf(a), (tx) =>
      tx.many("test.put", unchecked(), "insert into metrics.fact_key values ('deal', $1, $2, $3)", [
        randomUUID(),
        partnerId,
        randomUUID(),
      ]),
    );
  await put(a);
  await expect(put(b)).rejects.toThrow(/row-level security/);
});

test("after a failed statement the connection serves the next reader", async () => {
  await expect(db.readAs(partnerOf(a)).many("test.broken", unchecked(), "select 1 / $1::integer", [0])).rejects.toThrow(
    /division by zero/,
  );
  expect(await seenBy(partnerOf(a))).toEqual([a]);
});

test("a rehearsal answers what the action would, and keeps nothing of it", async () => {
  const partnerId = randomUUID();
  const add = (run: "rehearse" | "transact") =>
    db[run](systemViewer("test"), (tx) =>
      tx.many<{ id: string }>(
        "test.add-partner",
        unchecked(),
        "insert into metrics.partner (partner_id, tracks, changed_at) values ($1, '{}', now()) returning partner_id as id",
        [partnerId],
      ),
    );
  expect(await add("rehearse")).toEqual([{ id: partnerId }]);
  expect(await seenBy(systemViewer("test"))).not.toContain(partnerId);
  await expect(db.rehearse(systemViewer("test"), () => Promise.reject(new Error("of the action")))).rejects.toThrow(
    "of the action",
  );
});

test("statements that nobody waits for go in their order, and none goes once one has failed", async () => {
  const step =
    "select set_config('test.steps', coalesce(current_setting('test.steps', true), '') || $1, true) as steps";
  const steps = await db.transact(systemViewer("test"), (tx) =>
    Promise.all(["a", "b", "c"].map((name) => tx.many<{ steps: string }>("test.step", unchecked(), step, [name]))),
  );
  expect(steps.map(([row]) => row?.steps)).toEqual(["a", "ab", "abc"]);
  const partnerId = randomUUID();
  const put = "insert into metrics.partner (partner_id, tracks, changed_at) values ($1, '{}', now())";
  const failing = db.transact(systemViewer("test"), (tx) =>
    Promise.all([
      tx.many("test.put-partner", unchecked(), put, [partnerId]),
      tx.many("test.broken", unchecked(), "select 1 / $1::integer", [0]),
      tx.many("test.put-partner", unchecked(), put, [randomUUID()]),
    ]),
  );
  await expect(failing).rejects.toThrow(/division by zero/);
  expect(await seenBy(systemViewer("test"))).not.toContain(partnerId);
  expect(await seenBy(systemViewer("test"))).toHaveLength(2);
});

test("every table with a partner's rows is under forced row-level security, and belongs to no service", async () => {
  const { rows } = await owner.query<{ name: string; forced: boolean; owner: string }>(
    `select format('%s.%s', table_schema, table_name) as name, relrowsecurity and relforcerowsecurity as forced, pg_get_userbyid(relowner) as owner
     from information_schema.columns join pg_class on oid = format('%I.%I', table_schema, table_name)::regclass
     where table_schema = any($1) and column_name in ('partner_id', 'scope')`,
    [SERVICES],
  );
  expect(rows.length).toBeGreaterThan(15);
  for (const table of rows) expect(table).toMatchObject({ forced: true, owner: "postgres" });
});

test("a service's role reaches no other service's schema", async () => {
  for (const schema of SERVICES.filter((name) => name !== "metrics"))
    await expect(
      db
        .readAs(systemViewer("test"))
        .many(`test.${schema}`, unchecked(), `select * from ${schema}.program_version`, []),
    ).rejects.toThrow(/permission denied/);
});

test("a database that is set up is set up again without harm", async () => {
  await migrateAll(ownerUrl, SECRET);
  expect(await seenBy(partnerOf(a))).toEqual([a]);
});

test("products that start at the same moment all set up, on one database and on others of the server", async () => {
  const others = [await copyOfTemplate(), await copyOfTemplate(), await copyOfTemplate()];
  const starting = [ownerUrl, ownerUrl, ownerUrl, ...others, ...others].map((url) => migrateAll(url, SECRET));
  expect(await Promise.allSettled(starting)).toEqual(starting.map(() => ({ status: "fulfilled", value: undefined })));
});

test("a refused database is reported in one line that says what to do", async () => {
  const refusalOf = async (change: (url: URL) => void): Promise<string> => {
    const url = new URL(ownerUrl);
    change(url);
    const error = await provisionServices(url.toString(), SECRET).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DatabaseRefused);
    return (error as Error).message;
  };
  expect(await refusalOf((url) => (url.port = "1"))).toMatch(
    /^No PostgreSQL answers at 127\.0\.0\.1:1\/.*: start it, or mend DATABASE_URL/,
  );
  expect(await refusalOf((url) => (url.password = "wrong"))).toMatch(
    /refused user postgres: mend the name or password in DATABASE_URL/,
  );
  expect(await refusalOf((url) => (url.pathname = "/nowhere"))).toMatch(
    /There is no such database at .*\/nowhere: create it first/,
  );
});

test("a process that starts sets up again beside others at work, and waits for none of their locks", async () => {
  const busy = new pg.Client({ connectionString: ownerUrl });
  await busy.connect();
  try {
    await busy.query("begin");
    for (const service of SERVICES) await busy.query(`select count(*) from ${service}_jobs._private_jobs`);
    await Promise.all([migrateAll(ownerUrl, SECRET), migrateAll(ownerUrl, SECRET)]);
    const { rows } = await owner.query(
      "select count(*)::int as count from pg_policies where policyname = 'worker_all'",
    );
    expect(rows).toEqual([{ count: 4 * SERVICES.length }]);
  } finally {
    await busy.end();
  }
});
