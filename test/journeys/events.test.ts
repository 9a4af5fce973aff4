import { afterAll, beforeAll, expect, test } from "vitest";
import { daysAgo, today } from "../kit/days.js";
import { type ReadStream, readEvents } from "../kit/event-reader.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// What a portal that stays open is notified of, over real HTTP.
const PROGRAM = `
program: followed
version: "1"
currency: USD
measures:
  revenue: { sum: amount, of: deal.won, net-of: deal.refunded, window: lifetime }
  risk: { title: Risk, given: percent, seen-by: vendor }
governance: { grace: 90 days }
tiers:
  base: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 5000 } }
rebates:
  deal-rebate: { title: Deal rebate, of: deal.won, net-of: deal.refunded, rate: { base: 1%, gold: 10% }, why: Thanks. }
`;

let tiergraph: Tiergraph;
let story: Story;
beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM, daysAgo(90));
});
afterAll(() => tiergraph.stop());

const open: ReadStream[] = [];
/** A stream that is there: its first event came. */
async function follow(token: string, asked: Parameters<typeof readEvents>[2] = {}): Promise<ReadStream> {
  const stream = await readEvents(tiergraph.url, token, asked);
  open.push(stream);
  expect(stream.status).toBe(200);
  if (asked.lastEventId === undefined) await expect.poll(() => stream.events()[0]?.type).toBe("reset");
  return stream;
}
const asPartner = async (partnerId: string) => tiergraph.tokenOf("partner", partnerId);
const comes = (stream: ReadStream, ...changes: string[]) =>
  expect.poll(() => stream.changes()).toEqual(expect.arrayContaining(changes));
const sold = (partnerId: string, externalId: string, amount: string) =>
  story.wonDeal(partnerId, { externalId, on: today(), amount });

test("a won deal notifies of measures, of the tier that they reach, and of the reward; a refund of the risk", async () => {
  const partnerId = await story.partner("seller", undefined, { joinedOn: daysAgo(60) });
  const stream = await follow(await asPartner(partnerId));
  await story.wonDeal(partnerId, { externalId: "d1", on: daysAgo(30), amount: "6000" });
  await story.settled();
  await story.place(daysAgo(30));
  await comes(stream, `measures-changed ${partnerId}`, `tier-changed ${partnerId}`, `entry-posted ${partnerId}`);
  expect(stream.changes()).not.toContain(`alert ${partnerId}`);
  await story.settled();
  await story.change("record-facts", {
    facts: [
      {
        kind: "DEAL_REFUNDED",
        partnerId,
        externalId: "r1",
        on: today(),
        amount: "3000",
        attributes: [{ name: "deal", value: "d1" }],
      },
    ],
  });
  await comes(stream, `alert ${partnerId}`);
  await story.settled();
  // It goes on being at risk, which is nothing new.
  await sold(partnerId, "d2", "10");
  await expect.poll(() => stream.changes().filter((change) => change.startsWith("measures-changed"))).toHaveLength(3);
  await story.settled();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(stream.changes().filter((change) => change.startsWith("alert"))).toHaveLength(1);
});

test("an event says whose, what and when, and no more; the stream is neither kept nor compressed on its way", async () => {
  const partnerId = await story.partner("plain");
  const stream = await follow(await asPartner(partnerId), { headers: { "accept-encoding": "gzip, br" } });
  await sold(partnerId, "plain-1", "7654");
  await comes(stream, `measures-changed ${partnerId}`);
  for (const { type, data } of stream.events())
    expect(Object.keys(data)).toEqual(type === "reset" ? ["at"] : ["partnerId", "at"]);
  expect(stream.text()).not.toMatch(/7654|revenue|plain|gold/);
  expect(stream.headers).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-request-id": expect.stringMatching(/^[\w-]{36}$/),
  });
  expect(stream.headers["content-encoding"]).toBeUndefined();
});

test("each follows the partners that the graph shows it: its own, those it looks after, or all", async () => {
  const [one, other, third] = [await story.partner("one"), await story.partner("other"), await story.partner("third")];
  const own = await follow(await asPartner(one));
  const looking = await follow(await tiergraph.tokenOf("partner-manager", one, other));
  const managing = await follow(story.token);
  const analysing = await follow(await tiergraph.tokenOf("analyst"));
  for (const id of [one, other, third]) await sold(id, `scope-${id}`, "100");
  const changed = (...ids: string[]) => ids.map((id) => `measures-changed ${id}`);
  for (const stream of [managing, analysing]) await comes(stream, ...changed(one, other, third));
  await comes(looking, ...changed(one, other));
  await comes(own, ...changed(one));
  expect(looking.text()).not.toContain(third);
  expect(own.text()).not.toMatch(new RegExp(`${other}|${third}`));
  const refused = await readEvents(tiergraph.url, await tiergraph.tokenOf("ingest"));
  await refused.ended;
  expect([refused.status, JSON.parse(refused.text())]).toMatchObject([
    403,
    { errors: [{ extensions: { code: "FORBIDDEN" } }] },
  ]);
});

test("a client that comes back gets what it missed, in order, each once", async () => {
  const partnerId = await story.partner("absent");
  const token = await asPartner(partnerId);
  const before = await follow(token);
  await sold(partnerId, "absent-1", "100");
  await comes(before, `measures-changed ${partnerId}`, `entry-posted ${partnerId}`);
  await story.settled();
  before.close();
  for (let i = 2; i < 8; i++) {
    await sold(partnerId, `absent-${i}`, "100");
    await story.settled();
  }
  const after = await follow(token, { lastEventId: before.lastId() });
  const all = async (stream: ReadStream) =>
    expect.poll(() => stream.changes().filter((change) => change.startsWith("measures-changed"))).toHaveLength(6);
  await all(after);
  expect(after.events().map(({ type }) => type)).not.toContain("reset");
  expect(after.events().filter(({ type }) => type === "entry-posted")).toHaveLength(6);
  // From the middle of what it missed, by the parameter that some clients use.
  const measured = after.events().filter(({ type }) => type === "measures-changed");
  const rest = await follow(token, {
    query: `?types=measures-changed&lastEventId=${encodeURIComponent(measured[2]?.id ?? "")}`,
    lastEventId: measured[2]?.id ?? "",
  });
  await expect.poll(() => rest.events().length).toBe(3);
  const moments = measured.map(({ data }) => data.at);
  expect(rest.events().map(({ data }) => data.at)).toEqual(moments.slice(3));
  expect([...moments].sort()).toEqual(moments);
});

test("an id of another viewer, one that was changed, and one that is too old begin anew", async () => {
  const [one, other] = [await story.partner("id-one"), await story.partner("id-other")];
  const foreign = await follow(await asPartner(other));
  const token = await asPartner(one);
  const own = await follow(token);
  const changedId = own.lastId().replace(/^./, (first) => (first === "A" ? "B" : "A"));
  for (const lastEventId of [foreign.lastId(), changedId, "nothing", "~~", "x".repeat(5_000)]) {
    const stream = await follow(token, { lastEventId });
    await expect.poll(() => stream.events().map(({ type }) => type)).toEqual(["reset"]);
    stream.close();
  }
  const resumed = await follow(token, { lastEventId: own.lastId() });
  await sold(one, "id-1", "100");
  await comes(resumed, `measures-changed ${one}`);
  expect(resumed.events().map(({ type }) => type)).not.toContain("reset");
  expect(own.lastId()).toMatch(/^[\w~-]+$/);
});

test("a filter keeps to one partner and to some types, and an unknown one is refused", async () => {
  const [one, other] = [await story.partner("filter-one"), await story.partner("filter-other")];
  const stream = await follow(story.token, { query: `?partner=${one}&types=measures-changed,alert` });
  await sold(other, "filter-1", "100");
  await sold(one, "filter-2", "100");
  await comes(stream, `measures-changed ${one}`);
  await story.settled();
  await sold(one, "filter-3", "100");
  await expect.poll(() => stream.changes()).toEqual(Array(2).fill(`measures-changed ${one}`));
  const missing = "0193a0b2-0000-7000-8000-000000000001";
  const refusals = await Promise.all(
    [`partner=${missing}`, "partner=x", `partner=${other}`, "types=all", "tier=gold", "types="].map(async (query) => {
      const refused = await readEvents(tiergraph.url, await asPartner(one), { query: `?${query}` });
      await refused.ended;
      return [refused.status, (JSON.parse(refused.text()) as { errors: { message: string }[] }).errors[0]?.message];
    }),
  );
  const unknownPartner = "There is no partner of the id in `partner`.";
  expect(refusals).toEqual([
    [400, unknownPartner],
    [400, unknownPartner],
    [400, unknownPartner],
    [400, "`types` has some of tier-changed, alert, measures-changed, entry-posted, separated by commas."],
    [400, "`/events` takes `partner`, `types` and `lastEventId`."],
    [400, "`types` has some of tier-changed, alert, measures-changed, entry-posted, separated by commas."],
  ]);
});

test("a change of what only the vendor sees notifies the vendor alone", async () => {
  const partnerId = await story.partner("withheld");
  const [partner, manager] = [await follow(await asPartner(partnerId)), await follow(story.token)];
  const { results } = await story.change("record-facts", {
    facts: [
      {
        kind: "INDICATOR",
        partnerId,
        externalId: "risk-1",
        on: today(),
        quantity: 1_200,
        attributes: [{ name: "indicator", value: "risk" }],
      },
    ],
  });
  expect(results).toMatchObject([{ outcome: "RECORDED" }]);
  await story.settled();
  await comes(manager, `measures-changed ${partnerId}`);
  await sold(partnerId, "withheld-1", "100");
  await comes(partner, `measures-changed ${partnerId}`);
  await story.settled();
  expect(partner.changes().filter((change) => change.startsWith("measures-changed"))).toHaveLength(1);
});
