import { expect, test } from "vitest";
import { ask, nodesOf, operation } from "../kit/ask.js";
import { daysAgo, today } from "../kit/days.js";
import type { AnswerOf } from "../kit/document.js";
import { faultsOfLedgers } from "../kit/faults-of-ledgers.js";
import {
  accountOf,
  longStanding,
  manager,
  record,
  redeem,
  refunded,
  runRewarded,
  second,
  story,
  tiergraph,
  won,
} from "./rewards-fixture.js";

runRewarded();

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
  const own = batch.redemptions.find(({ partner }) => partner.id === id);
  expect(own?.id).toBe(asked.redemption?.id);
  const failed = { redemptionId: own?.id ?? "", failure: "Account closed." };
  await story.change("settle-payouts", { id: batch.id, payouts: [failed] });
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
  for (let times = 0; times < 2; times++) await story.change("settle-payouts", { id: next.batch.id, payouts });
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
    until: daysAgo(-1),
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

test("a statement goes from what was there to what is there, as data, as CSV and as a page", async () => {
  const id = await longStanding("accounted");
  await record([won(id, "a-1", "1000", { on: daysAgo(60) })]);
  const { partner } = await ask(tiergraph, manager, operation("reward-statement"), {
    partnerId: id,
    from: today(),
    until: daysAgo(-1),
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
      until: daysAgo(-1),
      first: 3,
      after,
    });
    lines.push(...nodesOf(page.journal));
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
    idempotencyKey: "once",
    variables: JSON.stringify({ from: daysAgo(1), until: daysAgo(-1) }),
  });
  const shown = async () =>
    nodesOf((await ask(tiergraph, manager, operation("exports"))).exports).find(({ id }) => id === started.id);
  await expect.poll(async () => (await shown())?.state).toBe("DONE");
  const url = `${tiergraph.url}${(await shown())?.link?.url}`;
  const text = await (await fetch(url, { headers: { authorization: `Bearer ${manager}` } })).text();
  const lines = text.split("\n").filter((line) => line !== "");
  const stored = await tiergraph.sql<{ count: string }>("select count(*) from benefits.posting");
  expect(lines).toHaveLength(Number(stored[0]?.count) + 1);
  expect(lines.filter((line) => line.includes("PROGRAM_REBATES,6100")).length).toBeGreaterThan(0);
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
