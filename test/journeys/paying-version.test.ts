import { afterAll, beforeAll, expect, test } from "vitest";
import type { FactInput } from "../generated/documents.js";
import { ask, attempt, graphql, operation } from "../kit/ask.js";
import { daysAgo } from "../kit/days.js";
import { faultsOfLedgers } from "../kit/faults-of-ledgers.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// Which version of a program pays a deal: the one that was in force on the deal's own day, whenever the deal comes or is
// corrected. A version for days that are over pays their deals anew, and shows before how many and how much.
const program = (version: string, rate: string) => `
program: versions
version: "${version}"
why: The rate is ${rate}.
currency: USD
measures: { revenue: { sum: amount, of: deal.won, window: lifetime } }
tiers: { base: { rank: 0, why: All. } }
rebates: { commission: { of: deal.won, net-of: deal.refunded, rate: { base: ${rate} }, why: A share. } }
${version === "1" ? "" : `changes: [{ at: rebates.commission, because: The rate is ${rate}. }]`}
`;

let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(program("1", "4%"), daysAgo(60));
  partnerId = await story.partner("partner", undefined, { joinedOn: daysAgo(50) });
  await story.place(daysAgo(50));
  await story.settled();
});
afterAll(() => tiergraph.stop());

const won = (externalId: string, amount: string, back: number) => ({
  kind: "DEAL_WON" as const,
  partnerId,
  externalId,
  amount,
  on: daysAgo(back),
});
const record = async (...facts: FactInput[]) => {
  await story.change("record-facts", { facts });
  await story.settled();
};
const earned = async () => {
  const { partner } = await ask(
    tiergraph,
    story.token,
    graphql("query ($id: ID!) { partner(id: $id) { rewards { balance { amount } } } }"),
    { id: partnerId },
  );
  return partner.rewards.balance.amount;
};

test("a deal that comes late is paid by the version of its own day, and so is its correction", async () => {
  await record(won("before", "1000.00", 10));
  expect(await earned()).toBe("40.00");
  await story.publish(program("2", "6%"));
  // Of before the second version, reported after it.
  await record(won("late", "1000.00", 5));
  expect(await earned()).toBe("80.00");
  await record(won("today", "1000.00", 0));
  expect(await earned()).toBe("140.00");
  await story.change("replace-facts", { facts: [won("before", "2000.00", 10)], reason: "Twice as many." });
  await story.settled();
  expect(await earned()).toBe("180.00");
  // It happened on a day of the second version: the correction moves it there.
  await story.change("replace-facts", { facts: [won("late", "1000.00", 0)], reason: "Another day." });
  await story.settled();
  expect(await earned()).toBe("200.00");
});
const publish = (source: string, more: object) =>
  attempt(tiergraph, story.token, "publish-program", { source, ...more });

test("a version for days that are over shows what it changes before it does", async () => {
  const third = program("3", "10%");
  const rehearsed = await publish(third, { effectiveOn: daysAgo(20), dryRun: true });
  expect(rehearsed.userErrors).toEqual([]);
  expect(rehearsed.program).toBeNull();
  // 2,000.00 at 10% instead of 4%, 2 × 1,000.00 at 10% instead of 6%.
  expect(rehearsed.rewardsChange).toEqual({
    partners: 1,
    rewards: 3,
    isComplete: true,
    more: { amount: "200.00", currency: "USD" },
    less: { amount: "0.00", currency: "USD" },
  });
  expect(await earned()).toBe("200.00");
  const unconfirmed = await publish(third, { effectiveOn: daysAgo(20) });
  expect(unconfirmed.userErrors.map(({ code }) => code)).toEqual(["PAST_NOT_CONFIRMED"]);

  expect((await publish(third, { effectiveOn: daysAgo(20), changesPast: true })).userErrors).toEqual([]);
  await story.settled();
  expect(await earned()).toBe("400.00");
  await record(won("behind", "100.00", 30));
  expect(await earned()).toBe("404.00");
});

test("less is taken back, and a refund goes by the version of its deal", async () => {
  const fourth = program("4", "1%");
  expect((await publish(fourth, { effectiveOn: daysAgo(3), dryRun: true })).rewardsChange).toMatchObject({
    rewards: 2,
    more: { amount: "0.00" },
    less: { amount: "180.00" },
  });
  expect((await publish(fourth, { effectiveOn: daysAgo(3), changesPast: true })).userErrors).toEqual([]);
  await story.settled();
  expect(await earned()).toBe("224.00");
  const refund = { kind: "DEAL_REFUNDED" as const, partnerId, externalId: "back", on: daysAgo(0), amount: "1000.00" };
  await record({ ...refund, attributes: [{ name: "deal", value: "before" }] });
  expect(await earned()).toBe("124.00");
});

test("a version for days that are over pays for kinds that none paid for before, too", async () => {
  await record({ kind: "SEATS", partnerId, externalId: "seats", on: daysAgo(2), quantity: 40 });
  const before = await earned();
  const fifth = `${program("4.1", "1%")}spiffs: { seats: { title: Seats, of: seats, before: 2100-01-01, pays: 80, why: Use. } }`;
  const rehearsed = await publish(fifth, { effectiveOn: daysAgo(2), dryRun: true });
  expect(rehearsed.userErrors).toEqual([]);
  expect(rehearsed.rewardsChange).toMatchObject({ isComplete: false });
  expect((await publish(fifth, { effectiveOn: daysAgo(2), changesPast: true })).userErrors).toEqual([]);
  await story.settled();
  expect(Number(await earned()) - Number(before)).toBe(80);
});

test("who may not publish learns nothing of what a version would change", async () => {
  const analyst = await tiergraph.tokenOf("analyst");
  const answer = await ask(tiergraph, analyst, operation("publish-program"), {
    source: program("5", "2%"),
    dryRun: true,
  }).catch(() => ({ publishProgram: null }));
  expect(answer?.publishProgram ?? null).toBeNull();
});

test("every ledger agrees with the facts afterwards", async () => {
  expect(await faultsOfLedgers(tiergraph, story.token)).toEqual([]);
});
