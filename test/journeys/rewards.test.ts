import { afterAll, beforeAll, expect, test } from "vitest";
import type { FactInput } from "../generated/documents.js";
import { ask, graphql, operation } from "../kit/ask.js";
import { daysAgo, today } from "../kit/days.js";
import type { AnswerOf } from "../kit/document.js";
import { faultsOfLedgers } from "../kit/faults-of-ledgers.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, tellStory } from "../kit/story.js";

// Rewards from the deal to the bank: pending while it can be refunded, earned, redeemed, approved, paid, taken back.
const PROGRAM = `
program: rewarded
version: "1"
currency: USD
measures:
  revenue: { sum: amount, of: deal.won, window: lifetime }
tiers:
  base: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 5000 } }
rebates:
  deal-rebate: { title: Deal rebate, of: deal.won, net-of: deal.refunded, rate: { base: 1%, gold: 10% }, why: Thanks. }
bonuses:
  year: { title: Year target, sum: amount, of: deal.won, net-of: deal.refunded, over: year, targets: { 50000: 777 }, why: Thanks. }
spiffs:
  push: { title: Push, of: deal.won, where: { product: New }, before: 2100-01-01, pays: 25, why: New. }
ceilings:
  a-year: { title: A year, of: everything, each: partner, over: year, at-most: 100000, beyond: alert, alert-at: 1%, why: To look at. }
  launches: { of: [spiffs.push], each: program, over: lifetime, times: 3, beyond: refuse, why: The first three. }
ledger:
  refund-window: 30 days
  expires-after: 12 months
  minimum-payout: 10
  approval-from: 500
  accounts: { partner:earned: "2110", program:rebates: "6100" }
`;

let tiergraph: Tiergraph;
let story: Story;
let manager: string;
let second: string;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await tellStory(tiergraph);
  manager = story.token;
  second = await tiergraph.tokenAs("second", "program-manager");
  await story.publish(PROGRAM);
});
afterAll(() => tiergraph.stop());

const accountOf = async (partnerId: string) => {
  const { partner } = await ask(tiergraph, manager, operation("reward-account"), { partnerId });
  const account = partner.rewards.accounts[0];
  if (account === undefined) return null;
  const { pending, available, reserved, debt, paid } = account;
  return [pending, available, reserved, debt, paid].map(({ amount }) => amount);
};
/** A partner that holds its first tier for seventy days. */
const longStanding = async (code: string): Promise<string> => {
  const id = await story.partner(code, undefined, { joinedOn: daysAgo(70) });
  await story.place(daysAgo(70));
  await story.settled();
  return id;
};
const record = async (facts: FactInput[]) => {
  const { results } = await story.change("record-facts", { facts });
  expect(results.map(({ outcome }) => outcome)).toEqual(facts.map(() => "RECORDED"));
  await story.settled();
};
const won = (partnerId: string, externalId: string, amount: string, more: object = {}) => ({
  kind: "DEAL_WON" as const,
  partnerId,
  externalId,
  amount,
  on: today(),
  customer: externalId,
  ...more,
});
const refunded = (partnerId: string, externalId: string, deal: string, amount: string) => ({
  kind: "DEAL_REFUNDED" as const,
  partnerId,
  externalId,
  amount,
  on: today(),
  attributes: [{ name: "deal", value: deal }],
});
const redeem = async (token: string, partnerId: string, amount: string, idempotencyKey: string) =>
  (await ask(tiergraph, token, operation("redeem-rewards"), { partnerId, amount, idempotencyKey })).redeemRewards;

test("a rebate is pending for thirty days, then it is earned and can be redeemed once", async () => {
  const id = await longStanding("waiting");
  await record([won(id, "w-1", "10000", { on: daysAgo(31) }), won(id, "w-2", "10000")]);
  // Gold from the first deal on; the first is past its window already.
  expect(await accountOf(id)).toEqual(["1000.00", "100.00", "0.00", "0.00", "0.00"]);
  const token = await tiergraph.tokenOf("partner", id);
  expect(await redeem(token, id, "100.01", "a")).toMatchObject({
    redemption: null,
    userErrors: [{ code: "INSUFFICIENT_BALANCE", message: "0.01 USD are missing." }],
  });
  expect((await redeem(token, id, "9.99", "b")).userErrors).toMatchObject([{ code: "BELOW_MINIMUM" }]);
  const first = await redeem(token, id, "100", "c");
  expect(first).toMatchObject({ redemption: { state: "APPROVED" }, userErrors: [] });
  expect(await redeem(token, id, "100", "c")).toEqual(first);
  expect((await redeem(token, id, "99", "c")).userErrors).toMatchObject([{ code: "KEY_REUSED" }]);
  expect(await accountOf(id)).toEqual(["1000.00", "0.00", "100.00", "0.00", "0.00"]);
});

test("a large redemption waits for a second person, is paid in a batch, and a failed payment is there again", async () => {
  const id = await longStanding("large");
  await record([won(id, "l-0", "6000", { on: daysAgo(50) })]);
  await story.place(daysAgo(45));
  await record([won(id, "l-1", "20000", { on: daysAgo(40) })]);
  const before = await accountOf(id);
  const asked = await redeem(manager, id, "600", "large-1");
  expect(asked).toMatchObject({ redemption: { state: "REQUESTED" } });
  const decide = async (token: string, approve: boolean) =>
    (
      await ask(tiergraph, token, operation("decide-redemption"), {
        id: asked.redemption?.id,
        approve,
        reason: "Checked.",
      })
    ).decideRedemption;
  expect((await decide(manager, true)).userErrors).toMatchObject([{ code: "OWN_REQUEST" }]);
  expect(await decide(second, true)).toMatchObject({ redemption: { state: "APPROVED" } });
  expect((await decide(second, false)).userErrors).toMatchObject([{ code: "NOT_WAITING" }]);

  const { batch } = await story.change("create-payout-batch", { note: "November" });
  const own = batch.redemptions.find(({ partnerId }) => partnerId === id);
  expect(own?.id).toBe(asked.redemption?.id);
  const failed = { redemptionId: own?.id ?? "", failure: "Account closed." };
  await story.change("settle-payouts", { batchId: batch.id, payouts: [failed] });
  expect(await accountOf(id)).toEqual(before);

  const again = await redeem(manager, id, "600", "large-2");
  const third = await ask(tiergraph, second, operation("decide-redemption"), {
    id: again.redemption?.id,
    approve: true,
    reason: "Checked.",
  });
  expect(third.decideRedemption.userErrors).toEqual([]);
  const next = await story.change("create-payout-batch", {});
  const payouts = [{ redemptionId: again.redemption?.id, reference: "SEPA-1" }];
  for (let told = 0; told < 2; told++) await story.change("settle-payouts", { batchId: next.batch.id, payouts });
  expect((await accountOf(id))?.[4]).toBe("600.00");

  // A refund after the payout leaves a debt, and what comes next repays it.
  await record([refunded(id, "l-1-back", "l-1", "20000")]);
  const indebted = await accountOf(id);
  expect(indebted?.[1]).toBe("0.00");
  const debt = Number(indebted?.[3]);
  expect(debt).toBeGreaterThan(0);
  const indebtedStatement = await statementOf(id);
  expect(indebtedStatement.closing.get("PARTNER_DEBT")).toBe(-debt);
  await record([won(id, "l-2", "1000", { on: daysAgo(35) })]);
  const repaid = await accountOf(id);
  expect(Number(repaid?.[3])).toBeLessThan(debt);
  // A statement's entries lead from what was there to what is there, and that is what the account says.
  const statement = await statementOf(id);
  expect(statement.closing.get("PARTNER_DEBT")).toBe(-Number(repaid?.[3]));
  for (const { opening, moved, closing } of [indebtedStatement, statement])
    for (const account of new Set([...opening.keys(), ...moved.keys(), ...closing.keys()]))
      expect((opening.get(account) ?? 0) + (moved.get(account) ?? 0)).toBeCloseTo(closing.get(account) ?? 0, 5);
  expect(await faults()).toEqual([]);
});

/** Sums by account before and after today, and what today's entries moved. */
const statementOf = async (partnerId: string) => {
  type Line = { account: string; amount: { amount: string } };
  const { partner } = await ask(tiergraph, manager, operation("reward-statement"), {
    partnerId,
    from: today(),
    to: today(),
  });
  const summed = (lines: Line[]) => {
    const sums = new Map<string, number>();
    for (const { account, amount } of lines) sums.set(account, (sums.get(account) ?? 0) + Number(amount.amount));
    return sums;
  };
  const { opening, closing, entries } = partner.rewards.statement;
  return { opening: summed(opening), closing: summed(closing), moved: summed(entries.flatMap(({ lines }) => lines)) };
};

/** What of the ledgers does not agree, and with what. */
const faults = async () => (await faultsOfLedgers(tiergraph, manager)) as { partnerId: string; kind: string }[]; // As asked.

test("a bonus is paid once its target is reached, and a spiff until the program's ceiling", async () => {
  const id = await story.partner("ambitious");
  await record([1, 2, 3, 4].map((n) => won(id, `n-${n}`, "20000", { product: "New" })));
  const { partner } = await ask(tiergraph, manager, operation("partner-ledger"), { partnerId: id });
  const kinds = partner.rewards.ledger.nodes.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "SPIFF_ACCRUED")).toHaveLength(3);
  expect(kinds.filter((kind) => kind === "BONUS_ACCRUED")).toHaveLength(1);
  expect(partner.rewards.ledger.nodes.find(({ rule }) => rule === "year")?.explanation).toMatch(
    /777\.00 USD for 50,000\.00 USD/,
  );
  const account = await ask(tiergraph, manager, operation("reward-account"), { partnerId: id });
  expect(account.partner.rewards.withheld).toMatchObject([
    { rule: "push", ceiling: "launches", amount: { amount: "25.00" } },
  ]);
  const { ceilings } = await ask(tiergraph, manager, operation("ceilings"));
  expect(ceilings).toMatchObject([{ ceiling: "launches", timesUsed: 3, mostTimes: 3, isHard: true }]);
});

test("what moves to a day of another period leaves one ceiling of the program, and is held under the other", async () => {
  const years = await startTiergraph();
  const own = await tellStory(years);
  await own.publish(`
program: yearly
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers: { base: { rank: 0, why: Everyone. } }
rebates: { all: { of: deal.won, rate: { base: 10% }, why: Thanks. } }
ceilings: { yearly: { of: [rebates.all], each: program, over: year, at-most: 100, beyond: remainder, why: What there is. } }
`);
  const year = new Date().getUTCFullYear();
  const joinedOn = `${year - 3}-01-01`;
  const id = await own.partner("moving", undefined, { joinedOn });
  await own.place(joinedOn);
  const deal = (externalId: string, on: string) => ({
    kind: "DEAL_WON" as const,
    partnerId: id,
    externalId,
    on,
    amount: "800",
    customer: externalId,
  });
  const [before, after] = [`${year - 2}-06-01`, `${year - 1}-02-01`];
  await own.change("record-facts", { facts: [deal("M-1", before), deal("M-2", after)] });
  await own.settled();
  await own.change("replace-facts", { facts: [deal("M-1", after)], reason: "It was the year after." });
  await own.settled();
  const { partner } = await ask(
    years,
    own.token,
    graphql(`query ($id: ID!) { partner(id: $id) { rewards {
      balance { amount } withheld { rule ceiling amount { amount } }
      entries(first: 10) { nodes { on amount { amount } explanation } } } } }`),
    { id },
  );
  expect(partner.rewards.balance).toEqual({ amount: "100.00" });
  expect(partner.rewards.withheld).toMatchObject([{ rule: "all", ceiling: "yearly", amount: { amount: "60.00" } }]);
  expect(partner.rewards.entries.nodes.slice(0, 2)).toMatchObject([
    {
      on: after,
      amount: { amount: "20.00" },
      explanation: expect.stringMatching(
        /^20\.00 USD is earned on 1 February \d+ instead of 1 June \d+\. .*Paid is what/,
      ),
    },
    {
      on: before,
      amount: { amount: "-80.00" },
      explanation: expect.stringMatching(
        /^80\.00 USD of 1 June \d+ is taken back: it is earned on 1 February \d+ instead\.$/,
      ),
    },
  ]);
  const { ceilings } = await ask(years, own.token, operation("ceilings"));
  expect(ceilings).toMatchObject([
    { periodFrom: `${year - 1}-01-01`, used: { amount: "100.00" } },
    { periodFrom: `${year - 2}-01-01`, used: { amount: "0.00" } },
  ]);
  // Told again and settled again, it stays as it is.
  await own.change("record-facts", { facts: [deal("M-1", after)] });
  await own.settled();
  expect(await faultsOfLedgers(years, own.token)).toEqual([]);
  await years.stop();
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
  const ofYear = partner.rewards.ledger.nodes.filter(({ rule }) => rule === "year");
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

test("a statement goes from what was there to what is there, as data, as CSV and as a page", async () => {
  const id = await longStanding("accounted");
  await record([won(id, "a-1", "1000", { on: daysAgo(60) })]);
  const { partner } = await ask(tiergraph, manager, operation("reward-statement"), {
    partnerId: id,
    from: today(),
    to: today(),
  });
  const { statement } = partner.rewards;
  expect(statement.opening).toEqual([]);
  expect(statement.closing.map(({ account, amount }) => [account, amount.amount])).toEqual([
    ["PARTNER_EARNED", "10.00"],
    ["PROGRAM_REBATES", "-10.00"],
  ]);
  expect(statement.csv.split("\r\n")).toHaveLength(4);
  expect(statement.page).toContain("Reward statement");
});

test("the books of all partners add up to zero, and the journal carries the vendor's codes", async () => {
  const { trialBalance } = await ask(tiergraph, manager, operation("trial-balance"), {});
  expect(trialBalance.isBalanced).toBe(true);
  expect(trialBalance.accounts.length).toBeGreaterThan(3);
  const lines: { entry: string; account: string; accountCode: string | null; debit: object | null }[] = [];
  for (let after: string | null = null; ; ) {
    const page: AnswerOf<"journal"> = await ask(tiergraph, manager, operation("journal"), {
      from: today(),
      to: today(),
      first: 3,
      after,
    });
    lines.push(...page.journal.nodes);
    if (!page.journal.pageInfo.hasNextPage) break;
    after = page.journal.pageInfo.endCursor;
  }
  const stored = await tiergraph.sql<{ count: string }>("select count(*) from benefits.posting");
  expect(lines).toHaveLength(Number(stored[0]?.count));
  expect(new Set(lines.map(({ entry, account }) => entry + account)).size).toBe(lines.length);
  expect(lines.find(({ account }) => account === "PROGRAM_REBATES")?.accountCode).toBe("6100");
});

test("finance takes the journal away as a file, each line once, with its account's code", async () => {
  await story.change("save-query", { name: "journal", source: operation("journal") });
  const { export: started } = await story.change("start-export", {
    savedQuery: "journal",
    key: "once",
    variables: JSON.stringify({ from: daysAgo(1), to: today() }),
  });
  const shown = async () =>
    (await ask(tiergraph, manager, operation("exports"))).exports.nodes.find(({ id }) => id === started.id);
  await expect.poll(async () => (await shown())?.state, { timeout: 10_000 }).toBe("DONE");
  const url = `${tiergraph.url}${(await shown())?.link?.url}`;
  const text = await (await fetch(url, { headers: { authorization: `Bearer ${manager}` } })).text();
  const lines = text.split("\n").filter((line) => line !== "");
  const stored = await tiergraph.sql<{ count: string }>("select count(*) from benefits.posting");
  expect(lines).toHaveLength(Number(stored[0]?.count) + 1);
  expect(lines.filter((line) => line.includes("PROGRAM_REBATES,6100")).length).toBeGreaterThan(0);
});

test("what open deals would earn is told beside what is owed, and the rules of a tier in words", async () => {
  const id = await story.partner("hopeful");
  const open = {
    kind: "DEAL_OPEN" as const,
    partnerId: id,
    externalId: "o-1",
    amount: "1000",
    on: today(),
    openedOn: daysAgo(5),
  };
  const told = async () => {
    const { rewardLiability } = await ask(tiergraph, manager, operation("reward-liability"), {});
    expect(rewardLiability.next).toBeNull();
    return rewardLiability.liabilities[0];
  };
  const before = await told();
  await record([open]);
  const after = await told();
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
  expect(partner.rewards.ledger.nodes.map(({ kind }) => kind)).toEqual([
    "REWARDS_EXPIRED",
    "REWARDS_EARNED",
    "REBATE_ACCRUED",
  ]);
  tiergraph.passDays(-430);
});

test("the ledger takes no change, and the reconciler names what was changed behind it", async () => {
  const id = await longStanding("tampered");
  await record([won(id, "t-1", "1000", { on: daysAgo(60) })]);
  expect(await faults()).toEqual([]);
  await expect(tiergraph.sql("update benefits.posting set amount_minor = 1")).rejects.toThrow(/append-only/);
  await expect(
    tiergraph.sql(
      "insert into benefits.posting select partner_id, transaction_id, 'program:spiffs', 5, currency, program, '' from benefits.posting where partner_id = $1 limit 1",
      [id],
    ),
  ).rejects.toThrow(/do not add up to zero/);
  await tiergraph.sql(
    "update benefits.account_balance set balance_minor = balance_minor + 1 where partner_id = $1 and account = 'partner:earned'",
    [id],
  );
  await tiergraph.sql("alter table benefits.ledger_transaction disable trigger append_only");
  await tiergraph.sql(
    "update benefits.ledger_transaction set explanation = 'Otherwise.', accrued_minor = 900 where partner_id = $1",
    [id],
  );
  await tiergraph.sql("alter table benefits.ledger_transaction enable trigger append_only");
  const found = await faults();
  expect(found.map(({ partnerId, kind }) => [partnerId, kind])).toEqual([
    [id, "BALANCE"],
    [id, "CHAIN"],
    [id, "REWARD"],
  ]);
});
