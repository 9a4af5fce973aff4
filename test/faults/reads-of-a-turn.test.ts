import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { type Database, openDatabase } from "@tiergraph/kit/database/database";
import { keptRead } from "@tiergraph/kit/database/kept-reads";
import { serviceUrl } from "@tiergraph/kit/database/provision";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SECRET } from "../kit/secrets.js";
import { copyOfTemplate } from "../kit/start-tiergraph.js";
import { untilHolds } from "../kit/until-holds.js";

let ownerUrl: string;
let owner: pg.Client;
let db: Database;
let statements: string[] = [];
const partners = Array.from({ length: 6 }, () => randomUUID()).sort();
const [a = "", b = ""] = partners;
const system = systemViewer("test");
const partnerOf = (partnerId: string): Viewer => ({ role: "PARTNER", subject: "p", partnerIds: [partnerId] });
const open = () =>
  openDatabase({
    url: serviceUrl(ownerUrl, "metrics", SECRET),
    service: "metrics",
    maxConnections: 2,
    onStatement: (name) => statements.push(name),
  });

beforeAll(async () => {
  ownerUrl = await copyOfTemplate();
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    "insert into metrics.partner (partner_id, tracks, changed_at) select id, '{}', now() from unnest($1::uuid[]) as id",
    [partners],
  );
  db = await open();
});
afterAll(async () => {
  await db.close();
  await owner.end();
});

interface Seen {
  readonly id: string;
  readonly transaction: string;
}
const see = (viewer: Viewer, name = "test.see") =>
  db
    .readAs(viewer)
    .many<Seen>(
      name,
      unchecked(),
      "select partner_id as id, now()::text || pg_backend_pid() as transaction from metrics.partner order by 1",
      [],
    );

test("what is read in one turn is one transaction, and what is read in the next another", async () => {
  const [first, second] = await Promise.all([see(system), see(system, "test.see-again")]);
  expect(first.map(({ id }) => id)).toEqual(partners);
  expect(new Set([...first, ...second].map(({ transaction }) => transaction)).size).toBe(1);
  const [later] = await see(system);
  expect(later?.transaction).not.toBe(first[0]?.transaction);
});

test("a statement is planned once a connection, however often it is called", async () => {
  const single = await openDatabase({ url: serviceUrl(ownerUrl, "metrics", SECRET), maxConnections: 1 });
  try {
    const reader = single.readAs(system);
    const text = "select partner_id as id from metrics.partner where partner_id = any($1)";
    for (let i = 0; i < 12; i++) await reader.many("test.planned", unchecked(), text, [partners.slice(0, i % 6)]);
    const plans = await reader.many(
      "test.plans",
      unchecked(),
      "select generic_plans::integer as kept, custom_plans::integer as anew from pg_prepared_statements where statement = $1",
      [text],
    );
    expect(plans).toEqual([{ kept: 12, anew: 0 }]);
  } finally {
    await single.close();
  }
});

test("while a packet is on its way, what later turns ask for goes together, each under its own scope", async () => {
  // A pause of the process in between ends their patience: then they go apart, and it is tried again.
  await untilHolds(async () => {
    const sleeps = db.readAs(system).many("test.sleep-a-little", unchecked(), "select pg_sleep(0.004)::text", []);
    await setImmediate();
    await setImmediate();
    const first = see(partnerOf(a), "test.see-while-waiting");
    await setImmediate();
    const second = see(partnerOf(b), "test.see-while-waiting");
    const [[ofA], [ofB]] = await Promise.all([first, second, sleeps]);
    expect([ofA?.id, ofB?.id]).toEqual([a, b]);
    return ofA?.transaction === ofB?.transaction;
  }, 2_000);
});

test("a quick read does not wait for one that is known to be slow", async () => {
  const sleep = () => db.readAs(system).many("test.sleep-long", unchecked(), "select pg_sleep(0.4)::text", []);
  await sleep();
  await see(system);
  const slow = sleep();
  const from = performance.now();
  await see(system);
  expect(performance.now() - from).toBeLessThan(300);
  await slow;
});

test("viewers who read in one turn each see what is theirs, however many they are", async () => {
  const viewers = Array.from({ length: 60 }, (_, i) => partnerOf(partners[i % partners.length] ?? ""));
  const seen = await Promise.all(viewers.map((viewer) => see(viewer)));
  expect(seen.map((rows) => rows.map(({ id }) => id))).toEqual(viewers.map(({ partnerIds }) => partnerIds));
});

test("a read that fails fails alone: those before it and after it in the turn are answered", async () => {
  const divide = (by: number) =>
    db.readAs(system).many<{ found: number }>("test.divide", unchecked(), "select 6 / $1::integer as found", [by]);
  const broken = () => db.readAs(system).many("test.broken", unchecked(), "select no_such_column", []);
  const endless: { self?: object } = {};
  endless.self = endless;
  const unsendable = () => db.readAs(system).many("test.unsendable", unchecked(), "select $1::json as sent", [endless]);
  const clashing = () => db.readAs(system).many("test.divide", unchecked(), "select 1 as found", []);
  const reads = [divide(2), divide(0), divide(3), unsendable(), broken(), divide(1)];
  const resultOf = (one: PromiseSettledResult<unknown>) =>
    one.status === "fulfilled" ? one.value : String(one.reason);
  expect((await Promise.allSettled(reads)).map(resultOf)).toEqual([
    [{ found: 3 }],
    expect.stringContaining("division by zero"),
    [{ found: 2 }],
    expect.stringContaining("circular"),
    expect.stringContaining("no_such_column"),
    [{ found: 6 }],
  ]);
  expect((await Promise.allSettled([divide(3), clashing(), divide(2)])).map(resultOf)).toEqual([
    [{ found: 2 }],
    expect.stringContaining("Two statements are named test.divide"),
    [{ found: 3 }],
  ]);
  // Also what was first parsed beside a failure is parsed well.
  expect(await divide(6)).toEqual([{ found: 1 }]);
  expect((await see(partnerOf(b))).map(({ id }) => id)).toEqual([b]);
});

test("a condition that a null switches off is left out of the statement, and answers the same", async () => {
  const after = (partnerId: string | null) =>
    db.readAs(system).many<{ id: string }>(
      "test.after",
      unchecked(),
      `select partner_id as id from metrics.partner
       where ($1::uuid is null or partner_id > $1) order by partner_id limit $2`,
      [partnerId, 10],
    );
  statements = [];
  expect((await after(null)).map(({ id }) => id)).toEqual(partners);
  expect((await after(a)).map(({ id }) => id)).toEqual(partners.slice(1));
  expect((await after(null)).map(({ id }) => id)).toEqual(partners);
  expect(statements).toEqual(["test.after", "test.after", "test.after"]);
});

const listPrograms = keptRead("test.programs", (kept) =>
  kept.many<{ version: string }>("test.programs", unchecked(), "select version from metrics.program_version", []),
);
const addVersion = (version: string) =>
  "insert into metrics.program_version (sequence, program, version, source) " +
  `values (${Number(version)}, 'p', '${version}', 'program: p')`;
const versions = async (read: Database) =>
  (await listPrograms(read.readAs(system))).map(({ version }) => version).sort();

const same = (found: readonly string[], expected: readonly string[]) => found.join() === expected.join();

test("a watched table is read once until it changes: own changes are seen at once, those of others within a second", async () => {
  const other = await open();
  try {
    // The first read opens a connection, and nothing is kept before one listens.
    for (let i = 0; i < 2; i++) expect([await versions(db), await versions(other)]).toEqual([[], []]);
    statements = [];
    expect([await versions(db), await versions(other)]).toEqual([[], []]);
    expect(statements).toEqual([]);

    await db.transact(system, async (tx) => {
      await tx.run("test.add-version", addVersion("1"), []);
      expect((await listPrograms(tx)).map(({ version }) => version)).toEqual(["1"]); // Its own, before others see it.
      expect(await versions(other)).toEqual([]);
    });
    expect(await versions(db)).toEqual(["1"]);
    await untilHolds(async () => same(await versions(other), ["1"]), 1_000);

    await owner.query(addVersion("2")); // As another process does.
    await untilHolds(async () => same([await versions(db), await versions(other)].flat(), ["1", "2", "1", "2"]), 1_000);
  } finally {
    await other.close();
  }
});

test("what was kept is read anew once the connections that listened are gone", async () => {
  expect(await versions(db)).toEqual(["1", "2"]);
  await owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'tiergraph_metrics'",
  );
  await owner.query(addVersion("3"));
  // A read may still be sent to a connection whose end has not come through, and fails there.
  await untilHolds(async () => same(await versions(db).catch(() => []), ["1", "2", "3"]), 2_000);
});
