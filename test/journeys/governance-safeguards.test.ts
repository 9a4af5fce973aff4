import { expect, test } from "vitest";
import { dayFromToday, daysBetween, nextMonth } from "../kit/days.js";
import {
  begin,
  entitlementsOf,
  nextDay,
  partnerWith,
  standing,
  story,
  tiergraph,
  verifyAndStopAfterEach,
  win,
} from "./governance-fixture.js";

verifyAndStopAfterEach();

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
  expect((await standing(id)).tierStatus.pending).toMatchObject({ tier: { name: "gold" }, from: dayFromToday(41) });
  tiergraph.passDays(31);
  await story.newDay();
  expect((await standing(id)).tierStatus).toMatchObject({ tier: { name: "registered" } });
  tiergraph.passDays(9);
  await story.newDay();
  tiergraph.passDays(40);
  await story.newDay();
  expect((await standing(id)).tierStatus).toMatchObject({ tier: { name: "registered" }, pending: null });
});
