import { randomUUID } from "node:crypto";
import { type Database, openDatabase } from "@tiergraph/kit/database/database";
import { serviceUrl } from "@tiergraph/kit/database/provision";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { addLiveEvents } from "@tiergraph/kit/live/live-event.store";
import { liveEventReads } from "@tiergraph/kit/live/live-events.reads";
import { KEPT_MS } from "@tiergraph/kit/live/live-position";
import { trimLiveEvents } from "@tiergraph/kit/live/trim-live-events.action";
import { cursors } from "@tiergraph/kit/paging/cursor";
import { type Clock, systemClock } from "@tiergraph/kit/process/clock";
import { readPartsFor } from "@tiergraph/kit/subgraph/parts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SECRET } from "../kit/secrets.js";
import { copyOfTemplate } from "../kit/start-tiergraph.js";

// What a service records and reads of events, on a PostgreSQL where transactions overlap.
const system = systemViewer("metrics");
const add = addLiveEvents("metrics", "measures-changed");
let db: Database;
beforeAll(async () => {
  const url = serviceUrl(await copyOfTemplate(), "metrics", SECRET);
  db = await openDatabase({ url, service: "metrics", checksRows: true, maxConnections: 4 });
});
afterAll(() => db.close());

const readAs = (viewer: Viewer, clock: Clock = systemClock) =>
  liveEventReads(
    readPartsFor({ viewer, language: "en" }, { db, cursors: cursors(SECRET), clock, onRead: () => undefined }),
    {
      service: "metrics",
      follows: (partnerId) => viewer.partnerIds === "all" || viewer.partnerIds.includes(partnerId),
      seesWithheld: true,
    },
  );
const read = (after: string | null, clock?: Clock) => readAs(system, clock).liveEvents({ after });
const now = async () => (await read(null)).cursor;
const idsOf = ({ events }: Awaited<ReturnType<typeof read>>) => events.map(({ partnerId }) => partnerId);

/** Reads on until some events came, in their order: transactions of other databases of the server hold all back, too. */
async function readUntil(start: string, awaited: readonly string[]) {
  const seen: { partnerId: string; cursor: string }[] = [];
  let after = start;
  for (const deadline = Date.now() + 30_000; !awaited.every((id) => seen.some(({ partnerId }) => partnerId === id)); ) {
    if (Date.now() > deadline) throw new Error(`${seen.length} of ${awaited.length} events came`);
    const page = await read(after);
    expect(page.isReset).toBe(false);
    expect(page.events.length).toBeLessThanOrEqual(200);
    seen.push(...page.events);
    after = page.cursor;
  }
  const ours = seen.filter(({ partnerId }) => awaited.includes(partnerId));
  return { ids: ours.map(({ partnerId }) => partnerId), cursors: ours.map(({ cursor }) => cursor), after };
}

/** A transaction that has added an event, and commits when it is let. */
async function begin(partnerId: string): Promise<{ commit(): Promise<void> }> {
  const [go, waiting] = gate();
  const [hasAdded, added] = gate();
  const done = db.transact(system, async (tx) => {
    await add(tx, [partnerId]);
    hasAdded();
    await waiting;
  });
  await added;
  return {
    commit: async () => {
      go();
      await done;
    },
  };
}

function gate(): [open: () => void, passed: Promise<void>] {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [open, passed];
}

test("a transaction that began earlier and commits later is not read past", async () => {
  const start = await now();
  const [slow, fast] = [randomUUID(), randomUUID()];
  const slowOne = await begin(slow);
  await (await begin(fast)).commit();
  // The later one has committed, and is held back until the earlier one has.
  const meanwhile = await read(start);
  expect(idsOf(meanwhile)).not.toContain(fast);
  await slowOne.commit();
  const { ids, after } = await readUntil(meanwhile.cursor, [slow, fast]);
  expect(ids).toEqual([slow, fast]);
  expect(idsOf(await read(after))).toEqual([]);
});

test("what is rolled back is nobody's news", async () => {
  const start = await now();
  const [kept, gone] = [randomUUID(), randomUUID()];
  await db.rehearse(system, (tx) => add(tx, [gone]));
  await db.transact(system, (tx) => add(tx, [kept]));
  const { after } = await readUntil(start, [kept]);
  expect(await Promise.all([start, after].map(async (from) => idsOf(await read(from))))).not.toContainEqual(
    expect.arrayContaining([gone]),
  );
});

test("many writers and a reader at once: each event is read once, whenever it commits", {
  timeout: 60_000,
}, async () => {
  const start = await now();
  const ids = Array.from({ length: 300 }, () => randomUUID());
  const writing = Promise.all(
    [0, 1, 2].map(async (writer) => {
      for (let i = writer; i < ids.length; i += 3)
        await db.transact(system, async (tx) => {
          await add(tx, [ids[i] ?? ""]);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
        });
    }),
  );
  const found = await readUntil(start, ids);
  await writing;
  expect([...found.ids].sort()).toEqual([...ids].sort());
});

test("a placement of thousands is one statement, read page by page, and from the middle of its transaction", async () => {
  const start = await now();
  const ids = Array.from({ length: 1_000 }, () => randomUUID()).sort();
  await db.transact(system, (tx) => add(tx, ids));
  const all = await readUntil(start, ids);
  expect(all.ids).toEqual(ids);
  expect((await readUntil(all.cursors[536] ?? "", ids.slice(537))).ids).toEqual(ids.slice(537));
});

test("a viewer reads its own partners' events, also where the policy or the database alone would say so", async () => {
  const [own, foreign] = [randomUUID(), randomUUID()];
  const viewer = (partnerIds: readonly string[]): Viewer => ({ role: "PARTNER", subject: "p", partnerIds });
  const bound = readAs(viewer([own]));
  const start = (await bound.liveEvents({})).cursor;
  await db.transact(system, (tx) => add(tx, [own, foreign]));
  await expect.poll(async () => idsOf(await bound.liveEvents({ after: start }))).toEqual([own]);
  // A cursor is of its viewer: another begins anew.
  expect(await readAs(viewer([foreign])).liveEvents({ after: start })).toMatchObject({ isReset: true, events: [] });
});

test("a place in the middle of an old backlog is as old as what it follows", async () => {
  const start = await now();
  const ids = Array.from({ length: 300 }, () => randomUUID());
  await db.transact(system, (tx) => add(tx, ids));
  await readUntil(start, ids);
  const later = (days: number): Clock => ({ now: () => new Date(Date.now() + days * KEPT_MS) });
  const page = await read(start, later(0.9));
  expect(page).toMatchObject({ isReset: false, hasMore: true });
  // The page was read a fifth of a day ago; what comes after it happened more than a day ago.
  expect(await read(page.cursor, later(1.1))).toMatchObject({ isReset: true, events: [] });
});

test("what is older than a day is not there any more, and a client that asks after it learns so", async () => {
  const start = await now();
  await db.transact(system, (tx) => add(tx, [randomUUID()]));
  await expect.poll(async () => (await read(start)).events.length).toBeGreaterThan(0);
  const tomorrow = { now: () => new Date(Date.now() + KEPT_MS + 60_000) };
  expect(await read(start, tomorrow)).toMatchObject({ isReset: true, events: [] });
  const count = async () =>
    (
      await db
        .readAs(system)
        .many<{ n: bigint }>(
          "test.count",
          { parse: (row) => row as { n: bigint } },
          "select count(*) as n from metrics.live_event",
          [],
        )
    )[0]?.n;
  await trimLiveEvents(db, "metrics", systemClock)();
  expect(await count()).toBeGreaterThan(0n);
  await trimLiveEvents(db, "metrics", { now: () => new Date(Date.now() + 2 * KEPT_MS) })();
  expect(await count()).toBe(0n);
});
