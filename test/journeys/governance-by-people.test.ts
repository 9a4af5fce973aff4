import { expect, test } from "vitest";
import { ask, askRaw, attempt, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { VariablesOf } from "../kit/document.js";
import { agreedOverride, refusalOf } from "../kit/govern.js";
import {
  begin,
  entitlementsOf,
  nextDay,
  partnerWith,
  standing,
  story,
  tiergraph,
  verifyAndStopAfterEach,
} from "./governance-fixture.js";

verifyAndStopAfterEach();

test("a tier by hand needs two people, says why, holds beside the rules, and ends with the earned tier", async () => {
  await begin({});
  const id = await partnerWith("launching");
  await nextDay();
  const day = (days: number) => dayFromToday(1 + days);
  const manager = await tiergraph.tokenOf("partner-manager", id);
  const [first, second] = [story.token, await tiergraph.tokenAs("a second manager", "program-manager")];
  const request = { partnerId: id, kind: "TIER" as const, subject: "gold", until: day(30), reason: "A joint launch." };

  // A partner asks for nothing by itself, and a partner manager decides nothing.
  const partner = await tiergraph.tokenOf("partner", id);
  const asked = await askRaw(tiergraph, partner, operation("request-override"), request);
  expect(asked.data).toEqual({ requestOverride: null });
  const { override } = await attempt(tiergraph, manager, "request-override", request);
  const decided = await askRaw(tiergraph, manager, operation("decide-override"), { id: override.id, approve: true });
  expect(decided.data).toEqual({ decideOverride: null });
  expect((await standing(id)).tierStatus.tier.name).toBe("registered");
  const waiting = await ask(tiergraph, first, operation("requested-overrides"));
  expect(nodesOf(waiting.requestedOverrides)).toMatchObject([{ id: override.id, reason: "A joint launch." }]);

  expect(await refusalOf(tiergraph, first, "decide-override", { id: override.id, approve: true })).toEqual([]);
  await story.settled();
  const { tierStatus, overrides } = await standing(id);
  expect(tierStatus).toMatchObject({
    tier: { name: "gold" },
    since: day(0),
    safeUntil: day(30),
    decision: {
      outcome: "PROMOTED",
      override: { tier: "gold", until: day(30), reason: "A joint launch." },
    },
  });
  expect(tierStatus.summary).toContain("A joint launch.");
  expect(nodesOf(overrides)).toMatchObject([
    { state: "APPROVED", requestedBy: "development partner-manager", decidedBy: "development program-manager" },
  ]);
  expect(await entitlementsOf(id)).toMatchObject([{ tier: "gold", withdrawnOn: null }]);
  expect(await refusalOf(tiergraph, second, "decide-override", { id: override.id, approve: true })).toEqual([
    "NOT_OPEN",
  ]);

  // A second tier by hand for some of the same days cannot hold beside it.
  const elite = { ...request, subject: "elite", from: day(20), until: day(50) };
  const other = await attempt(tiergraph, manager, "request-override", elite);
  const otherId = other.override.id;
  expect(await refusalOf(tiergraph, first, "decide-override", { id: otherId, approve: true })).toEqual([
    "TIER_BY_HAND_ALREADY",
  ]);

  expect(await refusalOf(tiergraph, first, "end-override", { id: override.id })).toEqual([]);
  await story.settled();
  const ended = await standing(id);
  expect(ended.tierStatus).toMatchObject({
    tier: { name: "registered" },
    since: day(-1),
    decision: { override: null },
  });
  expect(nodesOf(ended.overrides).find((known) => known.id === override.id)).toMatchObject({ state: "ENDED" });
  expect(await entitlementsOf(id)).not.toContainEqual(expect.objectContaining({ withdrawnOn: null }));
  // The days are free again.
  expect(await refusalOf(tiergraph, first, "decide-override", { id: otherId, approve: true })).toEqual([]);
});

test("a person who asked for a tier by hand cannot approve it, and may be refused by the second person", async () => {
  await begin({});
  const id = await partnerWith("own-cause");
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  const request = {
    partnerId: id,
    kind: "TIER" as const,
    subject: "gold",
    until: dayFromToday(30),
    reason: "A joint launch.",
  };
  const { override } = await story.change("request-override", request);
  const decision = { id: override.id, approve: true };
  expect(await refusalOf(tiergraph, story.token, "decide-override", decision)).toEqual(["SAME_PERSON"]);
  expect(
    await refusalOf(tiergraph, second, "decide-override", { ...decision, approve: false, reason: "Too soon." }),
  ).toEqual([]);
  await story.settled();
  const { tierStatus, overrides } = await standing(id);
  expect(tierStatus).toMatchObject({ tier: { name: "registered" }, decision: { override: null } });
  expect(nodesOf(overrides)).toMatchObject([{ state: "REFUSED", decidedBy: "a second manager" }]);
});

test("a tier by hand that cannot be is not even asked for", async () => {
  await begin({});
  const request = {
    partnerId: await partnerWith("careless"),
    kind: "TIER" as const,
    subject: "gold",
    until: dayFromToday(30),
    reason: "A launch.",
  };
  const refusalOfWrong = (wrong: Partial<VariablesOf<"request-override">>) =>
    refusalOf(tiergraph, story.token, "request-override", { ...request, ...wrong });
  expect(await refusalOfWrong({ subject: "diamond" })).toEqual(["SUBJECT_UNKNOWN"]);
  expect(await refusalOfWrong({ subject: null })).toEqual(["SUBJECT_UNKNOWN"]);
  expect(await refusalOfWrong({ from: dayFromToday(5), until: dayFromToday(5) })).toEqual(["SPAN_INVALID"]);
  expect(await refusalOfWrong({ from: dayFromToday(-9), until: dayFromToday(-1) })).toEqual(["SPAN_INVALID"]);
  // At most two years.
  expect(await refusalOfWrong({ until: dayFromToday(1_200) })).toEqual(["SPAN_INVALID"]);
  expect(await refusalOfWrong({ reason: "  " })).toEqual(["REASON_MISSING"]);
});

test("a tier by hand ends by itself on its last day", async () => {
  await begin({});
  const id = await partnerWith("for-a-week");
  await agreedOverride(tiergraph, {
    partnerId: id,
    kind: "TIER",
    subject: "elite",
    until: dayFromToday(7),
    reason: "A trade fair.",
  });
  await story.settled();
  expect((await standing(id)).tierStatus.tier.name).toBe("elite");
  tiergraph.passDays(6);
  await story.newDay();
  expect((await standing(id)).tierStatus.tier.name).toBe("elite");
  tiergraph.passDays(1);
  await story.newDay();
  expect((await standing(id)).tierStatus).toMatchObject({ tier: { name: "registered" }, since: dayFromToday(7) });
});

test("a tier by hand for days to come begins on its first day", async () => {
  await begin({});
  const id = await partnerWith("from-next-week");
  await agreedOverride(tiergraph, {
    partnerId: id,
    kind: "TIER",
    subject: "gold",
    from: dayFromToday(7),
    until: dayFromToday(9),
    reason: "A fair.",
  });
  await story.settled();
  for (const [days, tier] of [
    [6, "registered"],
    [1, "gold"],
    [2, "registered"],
  ] as const) {
    tiergraph.passDays(days);
    await story.newDay();
    expect((await standing(id)).tierStatus.tier.name).toBe(tier);
  }
});

test("a partner that is held stays where it is, both ways, until the hold ends", async () => {
  await begin({});
  const [falling, rising] = [
    await partnerWith("falling", { "2026-03-01": "6000" }),
    await partnerWith("rising", { "2026-04-01": "6000" }),
  ];
  for (const partnerId of [falling, rising])
    await agreedOverride(tiergraph, {
      partnerId,
      kind: "HOLD",
      from: "2026-03-20",
      until: dayFromToday(30),
      reason: "Under review.",
    });
  await story.settled();
  await story.place("2026-03-10");
  await story.place("2026-04-05");
  const until = dayFromToday(30);
  for (const [id, tier] of [
    [falling, "gold"],
    [rising, "registered"],
  ] as const)
    expect((await standing(id)).tierStatus).toMatchObject({
      tier: { name: tier },
      decision: { hold: { until, reason: "Under review." }, safeguards: [{ rule: "HOLD", until }] },
    });
});

test("an approval that a tier asks for counts from the second person's word to its last day", async () => {
  await begin({});
  const id = await partnerWith("strategic", { [dayFromToday(0)]: "6000" });
  expect((await standing(id)).tierStatus.tier.name).toBe("gold");
  await agreedOverride(tiergraph, {
    partnerId: id,
    kind: "APPROVAL",
    subject: "strategic",
    until: dayFromToday(10),
    reason: "Chosen.",
  });
  await story.settled();
  expect((await standing(id)).tierStatus).toMatchObject({
    tier: { name: "elite" },
    decision: { approvals: ["strategic"] },
  });
  tiergraph.passDays(9);
  await story.newDay();
  expect((await standing(id)).tierStatus.tier.name).toBe("elite");
  tiergraph.passDays(1);
  await story.newDay();
  expect((await standing(id)).tierStatus).toMatchObject({ tier: { name: "gold" }, decision: { approvals: [] } });
});
