import { expect } from "vitest";
import { attempt } from "../kit/ask.js";
import { daysAgo } from "../kit/days.js";
import type { Tiergraph } from "../kit/start-tiergraph.js";
import type { Story } from "../kit/story.js";
import { PROOF } from "./known-values.js";

/** Redemptions that wait for a person and for a batch, a deal that is protected, a benefit claimed, money of a fund with its proof. */
export async function setUpRewards(tiergraph: Tiergraph, story: Story, partnerId: string, word: string): Promise<void> {
  const redeem = (amount: string, key: string) =>
    story.change("redeem-rewards", { partnerId, amount, note: `${word} note`, idempotencyKey: `${word} ${key}` });
  await redeem("100", "small");
  await redeem("110", "second");
  await redeem("1000", "large");
  await story.change("register-deal", {
    partnerId,
    customer: `${word} registered`,
    domain: `${word}.com`,
    productLine: `${word} line`,
    amount: "5000",
    expectedOn: daysAgo(-30),
    note: `${word} note`,
    idempotencyKey: `${word} deal`,
  });
  const voucher = { partnerId, benefit: "training-vouchers", note: `${word} note`, idempotencyKey: `${word} voucher` };
  await story.change("claim-benefit", voucher);
  const { request } = await story.change("request-funds", {
    partnerId,
    fund: "campaigns",
    activity: `${word} activity`,
    amount: "500",
    idempotencyKey: `${word} funds`,
  });
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  const decided = { id: request.id, approve: true, reason: `${word} reason` };
  expect(await attempt(tiergraph, second, "decide-fund-request", decided)).toMatchObject({ userErrors: [] });
  const file = { fileName: `${word}.pdf`, mediaType: "application/pdf", content: PROOF(word) };
  await story.change("attach-proof", { id: request.id, ...file });
  await tiergraph.sql(
    `insert into benefits.reward_withheld (partner_id, rule, subject, program, ceiling, amount_minor, currency, noted_at)
     values ($1, 'deal-rebate', $2, 'northwind-partners', 'rewards-a-year', 1, 'USD', date_trunc('milliseconds', now()))`,
    [partnerId, `${word} subject`],
  );
}

/** One batch that holds redemptions of both; one of each was paid. */
export async function payOut(story: Story): Promise<void> {
  const { batch } = await story.change("create-payout-batch", { note: "Both" });
  const first = new Map(batch.redemptions.map(({ id, partner }) => [partner.id, id]));
  const payouts = [...first].map(([partnerId, redemptionId]) => ({ redemptionId, reference: `${partnerId} payment` }));
  await story.change("settle-payouts", { id: batch.id, payouts });
  await story.settled();
}
