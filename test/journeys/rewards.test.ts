import { expect, test } from "vitest";
import { ask, nodesOf, operation } from "../kit/ask.js";
import { daysAgo, today } from "../kit/days.js";
import {
  accountOf,
  longStanding,
  manager,
  record,
  redeem,
  runRewarded,
  story,
  tiergraph,
  won,
} from "./rewards-fixture.js";

runRewarded();

test("a rebate is pending for thirty days, then it is earned and can be redeemed once", async () => {
  const id = await longStanding("waiting");
  await record([won(id, "w-1", "10000", { on: daysAgo(31) }), won(id, "w-2", "10000")]);
  // Gold from the first deal on; the first is past its window already.
  expect(await accountOf(id)).toEqual(["1000.00", "100.00", "0.00", "0.00", "0.00"]);
  const token = await tiergraph.tokenOf("partner", id);
  expect(await redeem(token, id, "100.01", "a")).toMatchObject({
    redemption: null,
    userErrors: [
      {
        code: "INSUFFICIENT_BALANCE",
        message: "0.01 USD are missing.",
        missing: { amount: "0.01", currency: "USD" },
        left: null,
      },
    ],
  });
  expect((await redeem(token, id, "9.99", "b")).userErrors).toMatchObject([{ code: "BELOW_MINIMUM" }]);
  const first = await redeem(token, id, "100", "c");
  expect(first).toMatchObject({ redemption: { state: "APPROVED" }, userErrors: [] });
  expect(await redeem(token, id, "100", "c")).toEqual(first);
  expect((await redeem(token, id, "99", "c")).userErrors).toMatchObject([{ code: "KEY_REUSED" }]);
  expect(await accountOf(id)).toEqual(["1000.00", "0.00", "100.00", "0.00", "0.00"]);
});

test("a bonus is paid once its target is reached, and a spiff until the program's ceiling", async () => {
  const id = await story.partner("ambitious");
  await record([1, 2, 3, 4].map((n) => won(id, `n-${n}`, "20000", { product: "New" })));
  const { partner } = await ask(tiergraph, manager, operation("partner-ledger"), { partnerId: id });
  const kinds = nodesOf(partner.rewards.ledger).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "SPIFF_ACCRUED")).toHaveLength(3);
  expect(kinds.filter((kind) => kind === "BONUS_ACCRUED")).toHaveLength(1);
  expect(nodesOf(partner.rewards.ledger).find(({ rule }) => rule === "year")?.explanation).toMatch(
    /777\.00 USD for 50,000\.00 USD/,
  );
  const account = await ask(tiergraph, manager, operation("reward-account"), { partnerId: id });
  expect(account.partner.rewards.withheld).toMatchObject([
    { rule: "push", ceiling: "launches", amount: { amount: "25.00" } },
  ]);
  const { ceilings } = await ask(tiergraph, manager, operation("ceilings"));
  expect(ceilings).toMatchObject([{ ceiling: "launches", timesUsed: 3, mostTimes: 3, isHard: true }]);
});

test("a bonus that a refund takes back is dated by the refund, and comes back with the deal that makes up for it", async () => {
  const id = await story.partner("fell-short", undefined, { joinedOn: "2025-01-02" });
  await story.place("2025-01-02");
  await story.settled();
  await record([won(id, "b-1", "30000", { on: "2025-03-01" }), won(id, "b-2", "25000", { on: "2025-04-01" })]);
  const refund = {
    kind: "DEAL_REFUNDED" as const,
    partnerId: id,
    externalId: "b-r",
    attributes: [{ name: "deal", value: "b-2" }],
  };
  await record([{ ...refund, on: "2025-06-15", amount: "10000" }]);
  await record([won(id, "b-3", "8000", { on: "2025-09-01" })]);
  const { partner } = await ask(tiergraph, manager, operation("partner-ledger"), { partnerId: id });
  const ofYear = nodesOf(partner.rewards.ledger).filter(({ rule }) => rule === "year");
  expect(ofYear.map(({ kind, on }) => [kind, on])).toEqual([
    ["BONUS_CORRECTED", "2025-09-01"],
    ["CLAWED_BACK", "2025-06-15"],
    ["BONUS_ACCRUED", "2025-04-01"],
  ]);
});

test("a partner sees how far it has filled its own ceilings, and whether it is looked at", async () => {
  const id = await longStanding("watched");
  const ceilings = async () =>
    (await ask(tiergraph, manager, operation("reward-account"), { partnerId: id })).partner.rewards.ceilings;
  await record([won(id, "c-1", "4000")]);
  const most = { most: { amount: "100000.00" }, isHard: false };
  expect(await ceilings()).toMatchObject([{ ceiling: "a-year", used: { amount: "40.00" }, isReached: false, ...most }]);
  await record([won(id, "c-2", "9600")]);
  expect(await ceilings()).toMatchObject([{ used: { amount: "1360.00" }, isReached: true, ...most }]);
});

test("what open deals would earn is shown beside what is owed, and the rules of a tier in words", async () => {
  const id = await story.partner("hopeful");
  const open = {
    kind: "DEAL_OPEN" as const,
    partnerId: id,
    externalId: "o-1",
    amount: "1000",
    on: today(),
    openedOn: daysAgo(5),
  };
  const liability = async () => {
    const { rewardLiability } = await ask(tiergraph, manager, operation("reward-liability"), {});
    expect(rewardLiability.next).toBeNull();
    return rewardLiability.liabilities[0];
  };
  const before = await liability();
  await record([open]);
  const after = await liability();
  // 1% of 1,000.00 at the tier that it holds.
  expect(Number(after?.expected.amount) - Number(before?.expected.amount ?? 0)).toBeCloseTo(10, 5);
  expect(after?.pending).toEqual(before?.pending);
  const { tiers } = await ask(tiergraph, manager, operation("tier-rewards"), {});
  const gold = tiers.find(({ name }) => name === "gold")?.rewards;
  expect(gold?.rules.find(({ name }) => name === "deal-rebate")?.inWords).toBe(
    "10% of each won deal, at the tier held on its day. Refunds reduce it. A year: at most 100,000.00 USD a year for each partner.",
  );
  expect(gold?.terms).toContain("A reward is pending for 30 days after the deal, while the deal can be refunded.");
});

test("time makes pending rewards earned, and lapses what nobody redeemed", async () => {
  const id = await story.partner("patient");
  await record([won(id, "p-1", "1000")]);
  expect(await accountOf(id)).toEqual(["10.00", "0.00", "0.00", "0.00", "0.00"]);
  const newDay = async (days: number) => {
    tiergraph.passDays(days);
    await tiergraph.sql("select benefits_jobs.publish('keepUpDaily', '{}')");
    await story.settled();
  };
  await newDay(30);
  expect(await accountOf(id)).toEqual(["0.00", "10.00", "0.00", "0.00", "0.00"]);
  await newDay(400);
  expect(await accountOf(id)).toEqual(["0.00", "0.00", "0.00", "0.00", "0.00"]);
  const { partner } = await ask(tiergraph, manager, operation("partner-ledger"), { partnerId: id });
  expect(nodesOf(partner.rewards.ledger).map(({ kind }) => kind)).toEqual([
    "REWARDS_EXPIRED",
    "REWARDS_EARNED",
    "REBATE_ACCRUED",
  ]);
  tiergraph.passDays(-430);
});
