import { expect, test } from "vitest";
import { giveSeat, giveUp } from "./give-seats.js";
import type { SessionRow } from "./session.entity.js";
import type { PlaceRow } from "./session-place.entity.js";

const now = new Date("2026-05-01T09:00:00Z");
const session = (given: Partial<SessionRow> = {}): SessionRow => ({
  sessionId: "s",
  kind: "LAB",
  title: "Lab",
  description: null,
  location: null,
  recordingUrl: null,
  tiers: [],
  isRequired: false,
  startsAt: new Date("2026-05-02T09:00:00Z"),
  endsAt: new Date("2026-05-02T11:00:00Z"),
  seats: 2,
  taken: 0,
  waiting: 0,
  arrivals: 0,
  cancelledBecause: null,
  createdAt: now,
  createdBy: "m",
  ...given,
});
const asking = { partnerId: "p", personId: "a", tier: "gold", actor: "a", now };
const placeOf = (given: Partial<PlaceRow> = {}): PlaceRow => ({
  partnerId: "p",
  sessionId: "s",
  personId: "a",
  place: 1,
  state: "SEATED",
  askedAt: now,
  askedBy: "a",
  seatedAt: now,
  movedUpAt: null,
  hasAttended: null,
  ...given,
});

test("a person who comes first is seated, a person who comes later waits in order", () => {
  expect(giveSeat(session(), null, asking)).toMatchObject({
    session: { taken: 1 },
    place: { place: 1, state: "SEATED" },
  });
  expect(giveSeat(session({ taken: 2, arrivals: 2 }), null, asking)).toMatchObject({
    session: { taken: 2, waiting: 1, arrivals: 3 },
    place: { place: 3, state: "WAITING", seatedAt: null },
  });
});

test("who has a place keeps it, and who gave one up is the last", () => {
  const known = placeOf({ place: 1 });
  expect(giveSeat(session({ taken: 2, arrivals: 5 }), known, asking)).toMatchObject({
    place: known,
    session: { arrivals: 5 },
  });
  const again = giveSeat(session({ taken: 2, arrivals: 5 }), placeOf({ state: "CANCELLED" }), asking);
  expect(again).toMatchObject({ place: { place: 6, state: "WAITING" } });
});

test("a session that is cancelled, over, or for other tiers gives no seat", () => {
  expect(giveSeat(session({ cancelledBecause: "Ill." }), null, asking).kind).toBe("SessionCancelled");
  expect(giveSeat(session({ endsAt: now }), null, asking).kind).toBe("SessionOver");
  expect(giveSeat(session({ tiers: ["platinum"] }), null, asking).kind).toBe("TierNotInvited");
  expect(giveSeat(session({ tiers: ["gold"] }), null, { ...asking, tier: null }).kind).toBe("TierNotInvited");
});

test("a seat that is given up goes to the one who has waited longest; without one it is free", () => {
  const waiting = placeOf({ personId: "b", place: 3, state: "WAITING", seatedAt: null });
  const { session: after, places } = giveUp(session({ taken: 2, waiting: 1 }), placeOf(), {
    firstWaiting: waiting,
    now,
  });
  expect(after).toMatchObject({ taken: 2, waiting: 0 });
  expect(places).toMatchObject([{ state: "CANCELLED" }, { personId: "b", state: "SEATED", movedUpAt: now }]);
  expect(giveUp(session({ taken: 2 }), placeOf(), { firstWaiting: null, now }).session.taken).toBe(1);
  expect(giveUp(session({ taken: 2, waiting: 1 }), waiting, { firstWaiting: waiting, now }).session).toMatchObject({
    taken: 2,
    waiting: 0,
  });
});
