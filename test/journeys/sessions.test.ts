import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askRaw, attempt, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;
let partnerIds: string[];
let personIds: string[];

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  const { partners } = await story.change("register-partners", {
    partners: Array.from({ length: 4 }, (_, i) => ({ code: `P${i}` })),
  });
  partnerIds = partners.map(({ id }) => id);
  await story.settled();
  const { people } = await story.change("register-people", {
    people: Array.from({ length: 200 }, (_, i) => ({
      partnerId: partnerIds[i % 4] ?? "",
      externalId: `person-${i}`,
      role: "SALES" as const,
    })),
  });
  personIds = people.map(({ id }) => id);
  await story.settled();
});
afterAll(() => tiergraph.stop());

const inDays = (days: number, hour = 9) => `${dayFromToday(days)}T0${hour}:00:00Z`;
const plan = async (more: object = {}): Promise<string> => {
  const { session } = await story.change("plan-session", {
    kind: "LAB",
    title: "First steps",
    startsAt: inDays(5, 8),
    endsAt: inDays(5),
    seats: 20,
    ...more,
  });
  return session.id;
};
const book = (sessionId: string, personId = "", token = story.token) =>
  attempt(tiergraph, token, "book-session", { sessionId, personId });
/** As a portal does where the graph says that it is too busy: nothing was booked, so it asks again. */
async function bookInARush(sessionId: string, personId: string) {
  for (;;) {
    const { data, errors = [] } = await askRaw(tiergraph, story.token, operation("book-session"), {
      sessionId,
      personId,
    });
    if (errors.length === 0) return data?.bookSession ?? { place: null };
    expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE" } }]);
  }
}
const leave = (sessionId: string, personId = "") =>
  attempt(tiergraph, story.token, "leave-session", { sessionId, personId });

const shown = async (id: string, token = story.token) => {
  const { sessions } = await ask(tiergraph, token, operation("sessions"), {});
  const found = nodesOf(sessions).find((one) => one.id === id);
  if (found === undefined) throw new Error("The session is not shown");
  return found;
};

test("200 people race for 20 seats: 20 are seated, 180 wait in order; five cancel, and the first five move up, notified once", async () => {
  const id = await plan();
  const answers = await Promise.all(personIds.map((personId) => bookInARush(id, personId)));
  const seated = answers.filter(({ place }) => place?.state === "SEATED");
  expect(seated).toHaveLength(20);
  expect(seated.map(({ place }) => place?.place).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
  expect(answers.filter(({ place }) => place?.state === "WAITING")).toHaveLength(180);
  const before = await shown(id);
  expect([before.seatsLeft, before.waiting]).toEqual([0, 180]);
  expect(before.places.map(({ place }) => place)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));

  const leaving = before.places.slice(3, 8).map(({ person }) => person.id);
  // Twice each: giving up again changes nothing.
  await Promise.all([...leaving, ...leaving].map((personId) => leave(id, personId)));
  const after = await shown(id);
  expect([after.seatsLeft, after.waiting]).toEqual([0, 175]);
  expect(after.places.filter(({ state }) => state === "SEATED").map(({ place }) => place)).toEqual([
    1,
    2,
    3,
    ...Array.from({ length: 17 }, (_, i) => i + 9),
  ]);
  const moved = await tiergraph.sql<{ place: number }>(
    "select place from enablement.session_place where session_id = $1 and moved_up_at is not null order by place",
    [id],
  );
  expect(moved.map(({ place }) => place)).toEqual([21, 22, 23, 24, 25]);
  // Who comes again is the last.
  expect((await book(id, leaving[0])).place).toMatchObject({ state: "WAITING", place: 201 });
});

test("a partner books its own people, sees their places and how many wait, and nobody of another partner", async () => {
  const id = await plan({ seats: 1 });
  const [own, other] = [personIds[0], personIds[1]];
  const token = await tiergraph.tokenOf("partner", partnerIds[0] ?? "");
  expect((await book(id, other, token)).userErrors).toMatchObject([{ code: "PERSON_NOT_FOUND" }]);
  await book(id, other);
  expect((await book(id, own, token)).place?.state).toBe("WAITING");
  const seen = await shown(id, token);
  expect([seen.seatsLeft, seen.waiting, seen.places.map(({ person }) => person.id)]).toEqual([0, 1, [own]]);
  // The other gives up, and this one moves up.
  await leave(id, other);
  const { partner } = await ask(tiergraph, token, operation("partner-sessions"), { partnerId: partnerIds[0] ?? "" });
  expect(nodesOf(partner.sessionPlaces).find(({ session }) => session.id === id)).toMatchObject({
    state: "SEATED",
    movedUpAt: expect.any(String),
  });
});

test("a session for some tiers, one that is over and one that was called off give no seat", async () => {
  const invited = await plan({ tiers: ["platinum"] });
  expect((await book(invited, personIds[0])).userErrors).toMatchObject([{ code: "TIER_NOT_INVITED" }]);
  const over = await plan({ startsAt: inDays(-2, 8), endsAt: inDays(-2) });
  expect((await book(over, personIds[0])).userErrors).toMatchObject([{ code: "SESSION_OVER" }]);
  const off = await plan();
  await book(off, personIds[0]);
  await story.change("cancel-session", { sessionId: off, reason: "The trainer is ill." });
  expect((await book(off, personIds[1])).userErrors).toMatchObject([{ code: "SESSION_CANCELLED" }]);
  const { places, seatsLeft, calendar } = await shown(off);
  expect([places, seatsLeft]).toEqual([[], 20]);
  expect(calendar).toContain("STATUS:CANCELLED");
});

test("a required session is an obligation of who is invited: open, booked, met or missed", async () => {
  const [partnerId, personId] = [partnerIds[0] ?? "", personIds[0] ?? ""];
  const token = await tiergraph.tokenOf("partner", partnerId);
  const states = async () => {
    const { partner } = await ask(tiergraph, token, operation("session-obligations"), { partnerId });
    return Object.fromEntries(partner.sessionObligations.map(({ state, session }) => [session.title, state]));
  };
  const review = await plan({ kind: "SECURITY_REVIEW", title: "Review", isRequired: true });
  await plan({ title: "For others", isRequired: true, tiers: ["platinum"] });
  await plan({ title: "Missed", isRequired: true, startsAt: inDays(-2, 8), endsAt: inDays(-2) });
  expect(await states()).toEqual({ Review: "OPEN", Missed: "MISSED" });
  await book(review, personId, token);
  expect((await states()).Review).toBe("BOOKED");
  await ask(tiergraph, story.token, operation("record-attendance"), { sessionId: review, personId, hasAttended: true });
  expect((await states()).Review).toBe("MET");
});

test("a partner's calendar is read by its address, without a token, until it has another", async () => {
  const partnerId = partnerIds[1] ?? "";
  const make = async (): Promise<string> => (await story.change("make-calendar", { partnerId })).calendar.path;
  const read = async (path: string) => {
    const response = await fetch(`${tiergraph.url}${path}`);
    return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
  };
  const booked = await plan({ title: "Booked; by us" });
  await book(booked, personIds[1]);
  await plan({ title: "Nobody of ours" });
  const first = await make();
  const calendar = await read(first);
  expect([calendar.status, calendar.type]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(calendar.text).toContain("SUMMARY:Booked\\; by us\r\n");
  expect(calendar.text).toContain("SUMMARY:Review\r\n");
  expect(calendar.text).not.toContain("Nobody of ours");
  await story.change("cancel-session", { sessionId: booked, reason: "The trainer is ill." });
  expect((await read(first)).text).toContain("STATUS:CANCELLED");
  const second = await make();
  expect((await read(first)).status).toBe(404);
  expect((await read(second)).status).toBe(200);
  expect((await read("/calendars/nonsense.ics")).status).toBe(404);
});

test("who moves to another partner gives up its seats, and who waited gets them", async () => {
  const id = await plan({ seats: 1, title: "Moved away" });
  const [leaving, waiting] = [personIds[4], personIds[5]];
  await book(id, leaving);
  await book(id, waiting);
  await story.change("move-person", { personId: leaving ?? "", partnerId: partnerIds[3] ?? "" });
  await story.settled();
  expect((await shown(id)).places).toMatchObject([{ person: { id: waiting }, state: "SEATED" }]);
  expect((await book(id, leaving)).userErrors).toMatchObject([{ code: "PERSON_NOT_FOUND" }]);
});

test("a cursor of sessions reads on from the day that its list began with", async () => {
  await plan();
  await plan();
  const list = (args: string) => `{ sessions(${args}) { nodes { id } pageInfo { endCursor } } }`;
  const first = await askRaw(tiergraph, story.token, list(`first: 1, from: "${dayFromToday(1)}"`));
  const cursor = (first.data as { sessions: { pageInfo: { endCursor: string } } }).sessions.pageInfo.endCursor;
  const readOn = (days: number) =>
    askRaw(tiergraph, story.token, list(`first: 1, from: "${dayFromToday(days)}", after: "${cursor}"`));
  expect((await readOn(1)).errors).toBeUndefined();
  expect((await readOn(2)).errors).toMatchObject([{ extensions: { code: "INVALID_CURSOR" } }]);
});
