import { ask, attempt, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { OperationName, VariablesOf } from "../kit/document.js";
import type { Tiergraph } from "../kit/start-tiergraph.js";
import type { Story } from "../kit/story.js";

/** Runs what makes something, as somebody; answers with the id of what was made. */
export const idsMadeAs =
  (tiergraph: Tiergraph, token: string) =>
  async <Name extends OperationName>(name: Name, given: VariablesOf<Name>): Promise<string> => {
    const payload = await attempt(tiergraph, token, name, given);
    const id = (Object.values(payload as object)[0] as { id: string } | null)?.id;
    if (id === undefined) throw new Error(`${name} was refused: ${JSON.stringify(payload)}`);
    return id;
  };

/** What operations about rewards are run with: each changes something of its own. */
export async function rewardVariables(
  tiergraph: Tiergraph,
  story: Story,
): Promise<Record<string, Record<string, unknown>>> {
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  const partnerId = await story.partner("rewarded", ["reseller"]);
  const person = await story.person(partnerId, "rewarded");
  await story.completes(person, "sales-foundations", dayFromToday(-30));
  await story.settled();
  for (const n of [1, 2, 3, 4])
    await story.wonDeal(partnerId, {
      externalId: `rewarded ${n}`,
      on: dayFromToday(0),
      amount: "100000",
      customer: `c${n}`,
    });
  await story.settled();
  /** Done by another person; the id of what it made. */
  const made = idsMadeAs(tiergraph, second);
  const redeem = { partnerId, amount: "1000" };
  const deal = { partnerId, customer: "Registered", productLine: "CRM" };
  const voucher = { partnerId, benefit: "training-vouchers" };
  const funds = { partnerId, fund: "campaigns", activity: "A breakfast.", amount: "100" };
  const file = {
    fileName: "invoice.pdf",
    mediaType: "application/pdf",
    content: Buffer.from("%PDF-1.7").toString("base64"),
  };
  const approved = { approve: true, reason: "Fine." };
  const promised = async (idempotencyKey: string): Promise<string> => {
    const id = await made("request-funds", { ...funds, idempotencyKey });
    await story.change("decide-fund-request", { id, ...approved });
    return id;
  };
  const proven = async (idempotencyKey: string): Promise<string> => {
    const id = await promised(idempotencyKey);
    await story.change("attach-proof", { id, ...file });
    return id;
  };
  const paid = await made("redeem-rewards", { partnerId, amount: "60", idempotencyKey: "paid" });
  const { batch } = await story.change("create-payout-batch", {});
  await made("redeem-rewards", { partnerId, amount: "61", idempotencyKey: "to be paid" });
  const claimed = await proven("claimed");
  await made("claim-funds", { id: claimed, spent: "90" });
  const claim = await made("claim-benefit", { ...voucher, idempotencyKey: "fulfilled" });
  await story.change("decide-benefit-claim", { id: claim, ...approved });
  const ofOne = Object.fromEntries(
    ["reward-account", "partner-ledger", "deal-registrations", "benefit-claims", "partner-funds"].map((name) => [
      name,
      { partnerId },
    ]),
  );
  return {
    ...ofOne,
    "redeem-rewards": { ...redeem, idempotencyKey: "mine" },
    "decide-redemption": { id: await made("redeem-rewards", { ...redeem, idempotencyKey: "decided" }), ...approved },
    "settle-payouts": { id: batch.id, payouts: [{ redemptionId: paid, reference: "SEPA-1" }] },
    "reward-statement": { partnerId, from: dayFromToday(-30), until: dayFromToday(1) },
    journal: { from: dayFromToday(-30), until: dayFromToday(1) },
    "register-deal": { ...deal, domain: "registered.com", idempotencyKey: "mine" },
    "decide-registration-conflict": {
      id: await conflictOf(tiergraph, story, partnerId),
      verdict: "DEAL_STANDS",
      reason: "Asked first.",
    },
    "decide-registration": {
      id: await waitingRegistration(tiergraph, story, { partnerId, key: "decided" }),
      ...approved,
    },
    "extend-registration": {
      id: await made("register-deal", { ...deal, customer: "Extended", idempotencyKey: "extended" }),
      reason: "The budget moved.",
    },
    "withdraw-registration": {
      id: await made("register-deal", { ...deal, customer: "Withdrawn", idempotencyKey: "withdrawn" }),
    },
    "claim-benefit": { partnerId, benefit: "sandbox", idempotencyKey: "mine" },
    "decide-benefit-claim": { id: await made("claim-benefit", { ...voucher, idempotencyKey: "decided" }), ...approved },
    "fulfil-benefit-claim": { id: claim },
    "request-funds": { ...funds, idempotencyKey: "mine" },
    "allocate-fund": {
      partnerId,
      fund: "campaigns",
      amount: "250",
      reason: "A launch.",
      idempotencyKey: "mine",
    },
    "decide-fund-request": { id: await made("request-funds", { ...funds, idempotencyKey: "decided" }), ...approved },
    "attach-proof": { id: await promised("proven"), ...file },
    "claim-funds": { id: await proven("to be claimed"), spent: "100" },
    "decide-fund-claim": { id: claimed, ...approved, reference: "SEPA-2" },
  };
}

/** A deal that another partner won of a customer that the partner had registered. */
async function conflictOf(tiergraph: Tiergraph, story: Story, partnerId: string): Promise<string> {
  await story.change("register-deal", {
    partnerId,
    customer: "Contested",
    productLine: "CRM",
    idempotencyKey: "contested",
  });
  const winner = await story.partner("winner");
  await story.wonDeal(winner, { externalId: "contested", on: dayFromToday(0), amount: "10", customer: "Contested" });
  await story.settled();
  const { registrationConflicts } = await ask(tiergraph, story.token, operation("registration-conflicts"));
  return nodesOf(registrationConflicts)[0]?.id ?? "";
}

/** One that waits, as where a program lets people decide; the sample program does not. */
async function waitingRegistration(
  tiergraph: Tiergraph,
  story: Story,
  { partnerId, key }: { partnerId: string; key: string },
): Promise<string> {
  const { registration } = await story.change("register-deal", {
    partnerId,
    customer: key,
    productLine: "CRM",
    idempotencyKey: key,
  });
  const customer = [key];
  await tiergraph.sql("delete from benefits.protection where customer_key = 'name:' || $1", customer);
  await tiergraph.sql(
    "update benefits.deal_registration set state = 'REQUESTED', protected_until = null where customer = $1",
    customer,
  );
  return registration.id;
}
