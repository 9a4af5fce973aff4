import { afterEach, expect, test } from "vitest";
import type { ProposeAdjustmentInput } from "../generated/documents.js";
import { ask, askRaw, attempt, operation } from "../kit/ask.js";
import { dayFromToday, daysBetween, nextMonth } from "../kit/days.js";
import { agreedOverride, refusalOf, standingOf } from "../kit/govern.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, tellStory } from "../kit/story.js";

// Each test has a Tiergraph of its own: it is about one program and its clock.
let tiergraph: Tiergraph;
let story: Story;
afterEach(async () => {
  const { faults } = (await ask(tiergraph, story.token, operation("verify-decisions"))).verifyDecisions;
  await tiergraph.stop();
  // Whatever happened: decisions follow from their inputs, and each from the one before.
  expect(faults).toEqual([]);
});

async function begin(parts: { governance?: string; more?: string; silver?: string; window?: string }): Promise<void> {
  tiergraph = await startTiergraph();
  story = await tellStory(tiergraph);
  const { governance, more = "", silver = "{ measure: revenue, at-least: 1000 }", window = "30 days" } = parts;
  await story.publish(
    `
program: governed
version: "1"
currency: USD
fiscal-year-starts-in: 2
measures:
  revenue: { title: Revenue, sum: amount, of: deal.won, window: { rolling: ${window} } }
  pulse: { title: Pulse, review: pulse, window: { rolling: 12 months } }
reviews:
  pulse:
    title: Pulse
    every: quarter
    questions:
      mood: { ask: How is it going?, best: 5, weight: 2 }
      plan: { ask: Is there a plan?, best: 5 }
approvals: { strategic: { title: Strategic partner, why: Some are chosen. } }
benefits:
  leads: { title: Leads, dimension: go-to-market, why: They close. }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: ${silver} }
  gold: { rank: 2, why: Sells more., requires: { measure: revenue, at-least: 5000 }, benefits: { leads: { quantity: 3 } } }
  elite:
    rank: 3
    why: Is wanted at the table.
    requires: { all: [{ measure: revenue, at-least: 5000 }, { approval: strategic }] }
    benefits: { leads: { quantity: 9 } }
${governance === undefined ? "" : `governance: ${governance}`}
${more}`,
    "2025-06-01",
  );
}

/** A partner with won deals: `{ "2026-03-01": "6000" }`. */
async function partnerWith(code: string, deals: Record<string, string> = {}): Promise<string> {
  const id = await story.partner(code);
  await win(id, deals);
  return id;
}

async function win(partnerId: string, deals: Record<string, string>): Promise<void> {
  for (const [on, amount] of Object.entries(deals))
    await story.wonDeal(partnerId, { externalId: `${partnerId} ${on}`, on, amount });
  await story.settled();
}

/** On the day of its first placement a partner is placed at once, however often; safeguards hold from the next day on. */
async function nextDay(): Promise<void> {
  tiergraph.passDays(1);
  await story.newDay();
}

const standing = (id: string) => standingOf(tiergraph, story.token, id);

/** Tier and safeguards, as `gold` or `gold GRACE until 2026-04-10`, after everyone was placed as of a day. */
async function placedOn(day: string, id: string): Promise<string> {
  await story.place(day);
  const { tierStatus } = await standing(id);
  const safeguards = tierStatus.decision.safeguards.map(({ rule, until }) => `${rule} until ${until}`);
  return [tierStatus.tier.name, ...safeguards].join(" ");
}

const CAREFUL = `{ cadence: on-change, keeps-at: 80%, grace: 10 days, wait-after-demotion: 20 days, period: month }`;

test("a tier that is no longer earned is kept until the last day of grace, and lost on the day after", async () => {
  await begin({ governance: CAREFUL });
  const id = await partnerWith("gracious", { "2026-03-01": "6000" });
  expect(await placedOn("2026-03-10", id)).toBe("gold");
  // The last day that the deal counts is 30 March.
  expect(await placedOn("2026-03-30", id)).toBe("gold");
  expect((await standing(id)).tierStatus).toMatchObject({ isAtRisk: false, safeUntil: "2026-04-10" });
  expect(await placedOn("2026-03-31", id)).toBe("gold GRACE until 2026-04-10");
  expect((await standing(id)).tierStatus).toMatchObject({
    isAtRisk: true,
    safeUntil: "2026-04-10",
    keeping: { isMet: false },
  });
  expect(await placedOn("2026-04-09", id)).toBe("gold GRACE until 2026-04-10");
  expect(await placedOn("2026-04-10", id)).toBe("registered");
  expect((await standing(id)).tierStatus).toMatchObject({ since: "2026-04-10", decision: { outcome: "DEMOTED" } });
});

test("grace begins anew when the bar was met in between", async () => {
  await begin({ governance: CAREFUL });
  const id = await partnerWith("recovering", { "2026-03-01": "6000", "2026-04-05": "4000" });
  await story.place("2026-03-10");
  expect(await placedOn("2026-03-31", id)).toBe("gold GRACE until 2026-04-10");
  expect(await placedOn("2026-04-05", id)).toBe("gold");
  expect(await placedOn("2026-05-05", id)).toBe("gold GRACE until 2026-05-15");
});

test("a partner above the keeping bar keeps its tier, though it would not reach it again", async () => {
  await begin({ governance: CAREFUL });
  const keeps = await partnerWith("keeps", { "2026-03-01": "2000", "2026-03-20": "4000" });
  const misses = await partnerWith("misses", { "2026-03-01": "2000", "2026-03-20": "3999.99" });
  await story.place("2026-03-25");
  await story.place("2026-04-05");
  expect((await standing(keeps)).tierStatus).toMatchObject({
    tier: { name: "gold" },
    isAtRisk: false,
    keeping: { isMet: true, requirement: { rules: [] } },
  });
  expect((await standing(misses)).tierStatus).toMatchObject({
    tier: { name: "gold" },
    isAtRisk: true,
    keeping: { isMet: false },
  });
});

test("after a demotion nobody is promoted before the wait is over and the period has ended", async () => {
  await begin({ governance: CAREFUL });
  const id = await partnerWith("waiting", { "2026-03-01": "6000", "2026-04-15": "6000" });
  for (const day of ["2026-03-10", "2026-03-31"]) await story.place(day);
  expect(await placedOn("2026-04-10", id)).toBe("registered");
  expect(await placedOn("2026-04-20", id)).toBe(
    "registered WAIT_AFTER_DEMOTION until 2026-04-30 DEMOTED_THIS_PERIOD until 2026-05-01",
  );
  expect(await placedOn("2026-04-30", id)).toBe("registered DEMOTED_THIS_PERIOD until 2026-05-01");
  expect(await placedOn("2026-05-01", id)).toBe("gold");
});

test("between quarterly reviews nobody moves; a review that falls into a freeze is made up for after it", async () => {
  await begin({
    governance: "{ cadence: quarterly, freeze: [{ from: 12-15, to: 01-05, why: Holidays. }] }",
  });
  const id = await partnerWith("patient", { "2025-09-20": "6000", "2025-12-20": "6000" });
  expect(await placedOn("2025-09-10", id)).toBe("registered");
  expect(await placedOn("2025-09-30", id)).toBe("registered NOT_DUE until 2025-10-01");
  expect(await placedOn("2025-10-01", id)).toBe("gold");
  // The deal of September no longer counts, and nobody looks before January.
  expect(await placedOn("2025-11-15", id)).toBe("gold NOT_DUE until 2026-01-01");
  // In the freeze the review day comes, and nothing moves: neither down on old facts nor up on new ones.
  const other = await partnerWith("frozen", { "2025-12-19": "1200" });
  await story.place("2025-09-11");
  await story.place("2025-10-02");
  expect(await placedOn("2026-01-02", other)).toBe("registered FREEZE until 2026-01-06");
  expect(await placedOn("2026-01-06", other)).toBe("silver");
});
const entitlementsOf = async (partnerId: string) =>
  (await ask(tiergraph, story.token, operation("entitlements"), { partnerId })).partner.entitlements.map(
    ({ tier, grantedOn, withdrawnOn }) => ({ tier, grantedOn, withdrawnOn }),
  );

test("a tier that takes effect next month is announced to the partner, and its benefits begin on the day it does", async () => {
  // Longer than every month: what is earned on its first day is still earned when the next one begins.
  await begin({ governance: "{ takes-effect: next-month }", window: "60 days" });
  const id = await partnerWith("pending");
  await nextDay();
  await win(id, { [dayFromToday(1)]: "6000" });
  const from = nextMonth(dayFromToday(1));
  const daysUntil = daysBetween(dayFromToday(1), from);
  const pending = { tier: { name: "gold" }, from };
  expect((await standing(id)).tierStatus).toMatchObject({
    tier: { name: "registered" },
    since: dayFromToday(0),
    pending,
    decision: { outcome: "PROMOTED", effectiveOn: from },
  });
  expect(await entitlementsOf(id)).toEqual([]);

  tiergraph.passDays(daysUntil - 1);
  await story.newDay();
  expect((await standing(id)).tierStatus).toMatchObject({ tier: { name: "registered" }, pending });
  expect(await entitlementsOf(id)).toEqual([]);

  tiergraph.passDays(1);
  await story.newDay();
  expect((await standing(id)).tierStatus).toMatchObject({ tier: { name: "gold" }, since: from, pending: null });
  expect(await entitlementsOf(id)).toEqual([{ tier: "gold", grantedOn: from, withdrawnOn: null }]);
});

test("a tier that is decided and no longer earned before it begins never begins", async () => {
  await begin({ governance: "{ takes-effect: { days: 40 } }" });
  const id = await partnerWith("fleeting");
  await nextDay();
  await win(id, { [dayFromToday(1)]: "6000" });
  expect((await standing(id)).tierStatus.pending).toEqual({ tier: { name: "gold" }, from: dayFromToday(41) });
  tiergraph.passDays(31);
  await story.newDay();
  expect((await standing(id)).tierStatus).toMatchObject({ tier: { name: "registered" } });
  tiergraph.passDays(9);
  await story.newDay();
  tiergraph.passDays(40);
  await story.newDay();
  expect((await standing(id)).tierStatus).toMatchObject({ tier: { name: "registered" }, pending: null });
});

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
  expect(waiting.requestedOverrides).toMatchObject([{ id: override.id, reason: "A joint launch." }]);

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
  expect(overrides).toMatchObject([
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
  expect(ended.overrides.find((known) => known.id === override.id)).toMatchObject({ state: "ENDED" });
  expect(await entitlementsOf(id)).not.toContainEqual(expect.objectContaining({ withdrawnOn: null }));
  // The days are free again.
  expect(await refusalOf(tiergraph, first, "decide-override", { id: otherId, approve: true })).toEqual([]);
});

test("whoever asked for a tier by hand cannot approve it, and may be refused by the second person", async () => {
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
    await refusalOf(tiergraph, second, "decide-override", { ...decision, approve: false, note: "Too soon." }),
  ).toEqual([]);
  await story.settled();
  const { tierStatus, overrides } = await standing(id);
  expect(tierStatus).toMatchObject({ tier: { name: "registered" }, decision: { override: null } });
  expect(overrides).toMatchObject([{ state: "REFUSED", decidedBy: "a second manager" }]);
});

test.each([
  ["an unknown tier", { subject: "diamond" }, "SUBJECT_UNKNOWN"],
  ["no tier", { subject: null }, "SUBJECT_UNKNOWN"],
  ["an end before its beginning", { from: dayFromToday(5), until: dayFromToday(5) }, "SPAN_INVALID"],
  ["an end in the past", { from: dayFromToday(-9), until: dayFromToday(-1) }, "SPAN_INVALID"],
  ["more than two years", { until: dayFromToday(1_200) }, "SPAN_INVALID"],
  ["a reason of blanks", { reason: "  " }, "REASON_MISSING"],
])("a tier by hand with %s is not even asked for", async (_what, wrong, code) => {
  await begin({});
  const partnerId = await partnerWith("careless");
  const request = {
    partnerId,
    kind: "TIER" as const,
    subject: "gold",
    until: dayFromToday(30),
    reason: "A launch.",
    ...wrong,
  };
  expect(await refusalOf(tiergraph, story.token, "request-override", request)).toEqual([code]);
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

const SILVER_BY_PULSE = "{ any: [{ measure: revenue, at-least: 1000 }, { measure: pulse, at-least: 60% }] }";
const answers = (mood: number, plan: number) => [
  { question: "mood", answer: mood },
  { question: "plan", answer: plan },
];

test("a review counts as soon as it is recorded, and a correction takes its place", async () => {
  await begin({ silver: SILVER_BY_PULSE });
  const id = await partnerWith("reviewed");
  const manager = await tiergraph.tokenOf("partner-manager", id);
  const review = { partnerId: id, review: "pulse", answers: answers(4, 3) };
  // 4 of 5 counts twice, 3 of 5 once: 11 of 15.
  const recorded = await attempt(tiergraph, manager, "record-review", review);
  expect(Number(recorded.review.score)).toBeCloseTo(11 / 15, 4);
  await story.settled();
  expect((await standing(id)).tierStatus.tier.name).toBe("silver");
  expect(await refusalOf(tiergraph, manager, "record-review", { ...review, answers: answers(2, 2) })).toEqual([]);
  await story.settled();
  const { tierStatus, reviews } = await standing(id);
  expect(tierStatus.tier.name).toBe("registered");
  expect(reviews.map(({ score }) => Number(score).toFixed(2))).toEqual(["0.40", "0.73"]);
});

test.each([
  ["an answer above the best", { answers: answers(6, 3) }, "ANSWERS_INVALID"],
  ["an answer below zero", { answers: answers(-1, 3) }, "ANSWERS_INVALID"],
  ["a question left out", { answers: answers(4, 3).slice(1) }, "ANSWERS_INVALID"],
  ["a question answered twice", { answers: [...answers(4, 3), ...answers(4, 3)] }, "ANSWERS_INVALID"],
  ["a question that nobody asked", { answers: [...answers(4, 3), { question: "x", answer: 1 }] }, "ANSWERS_INVALID"],
  ["an unknown form", { review: "grudge" }, "REVIEW_UNKNOWN"],
  ["a day to come", { heldOn: dayFromToday(3) }, "DAY_IN_FUTURE"],
])("a review with %s is refused, and nobody moves", async (_what, wrong, code) => {
  await begin({ silver: SILVER_BY_PULSE });
  const partnerId = await partnerWith("refused");
  const review = { partnerId, review: "pulse", answers: answers(5, 5), ...wrong };
  expect(await refusalOf(tiergraph, story.token, "record-review", review)).toEqual([code]);
  await story.settled();
  expect(await standing(partnerId)).toMatchObject({ reviews: [], tierStatus: { tier: { name: "registered" } } });
});

test("a partner sees what persons decided about it, and nothing of another's", async () => {
  await begin({});
  const [own, other] = [await partnerWith("own"), await partnerWith("other")];
  for (const partnerId of [own, other]) {
    await agreedOverride(tiergraph, {
      partnerId,
      kind: "TIER",
      subject: "gold",
      until: dayFromToday(30),
      reason: `Reason of ${partnerId}`,
    });
    await story.change("record-review", { partnerId, review: "pulse", answers: answers(4, 3) });
  }
  await story.settled();
  const token = await tiergraph.tokenOf("partner", own);
  expect(await standingOf(tiergraph, token, own)).toMatchObject({
    overrides: [{ kind: "TIER", state: "APPROVED" }],
    reviews: [{ review: "pulse" }],
  });
  expect(await standingOf(tiergraph, token, other)).toBeNull();
  const recorded = await askRaw(tiergraph, token, operation("record-review"), {
    partnerId: own,
    review: "pulse",
    answers: answers(5, 5),
  });
  expect(recorded.data).toEqual({ recordReview: null });
});
const inputOf = async (partnerId: string) => {
  const { partner } = await ask(tiergraph, story.token, operation("why-this-tier"), { partnerId });
  const { tier, decision } = partner.tierStatus;
  const { value, adjustments } = decision.inputs.find(({ measure }) => measure === "revenue") ?? {};
  return { tier: tier.name, value, adjustments };
};
async function proposed(input: Omit<ProposeAdjustmentInput, "measure">): Promise<string> {
  const { adjustment } = await story.change("propose-adjustment", {
    input: { measure: "revenue", ...input },
  });
  return adjustment.id;
}

test("an excused period counts once a second person approves it, is shown in the decision, and ends without a trace", async () => {
  await begin({});
  const day = dayFromToday;
  // The deal lies 40 days back: outside of the 30 days, unless twenty of them are excused.
  const id = await partnerWith("excused", { [day(-40)]: "6000" });
  expect(await inputOf(id)).toEqual({ tier: "registered", value: "0", adjustments: [] });
  const adjustmentId = await proposed({
    kind: "EXCUSED",
    from: day(-21),
    to: day(-1),
    why: "The port was closed.",
  });
  await story.settled();
  expect((await inputOf(id)).tier).toBe("registered");
  const decision = { adjustmentId, isApproved: true };
  expect(await refusalOf(tiergraph, story.token, "decide-adjustment", decision)).toEqual(["SECOND_PERSON_NEEDED"]);
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  expect(await refusalOf(tiergraph, second, "decide-adjustment", decision)).toEqual([]);
  await story.settled();
  expect(await inputOf(id)).toMatchObject({
    tier: "gold",
    value: "6000",
    adjustments: [{ kind: "excused", from: day(-21), to: day(-1), unadjusted: "0", why: "The port was closed." }],
  });
  await story.change("end-adjustment", { adjustmentId });
  await story.settled();
  expect(await inputOf(id)).toEqual({ tier: "registered", value: "0", adjustments: [] });
});

test("a seasonal factor changes the measure of those it is for, and of nobody else", async () => {
  await begin({});
  const day = dayFromToday;
  const deals = { [day(-5)]: "600" };
  const [id, elsewhere] = [
    await story.partner("seasonal", [], { region: "North" }),
    await story.partner("elsewhere", [], { region: "South" }),
  ];
  for (const partnerId of [id, elsewhere]) await win(partnerId, deals);
  const adjustmentId = await proposed({
    kind: "FACTOR",
    factor: "1.75",
    from: day(-10),
    to: day(1),
    regions: ["North"],
    why: "Summer.",
  });
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  expect(await refusalOf(tiergraph, second, "decide-adjustment", { adjustmentId, isApproved: true })).toEqual([]);
  await story.settled();
  expect(await inputOf(id)).toMatchObject({
    tier: "silver",
    value: "1050",
    adjustments: [{ kind: "factor", factor: "1.75", unadjusted: "600", why: "Summer." }],
  });
  expect(await inputOf(elsewhere)).toEqual({ tier: "registered", value: "600", adjustments: [] });
});
