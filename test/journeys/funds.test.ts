import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, attempt, nodesOf, operation } from "../kit/ask.js";
import { today } from "../kit/days.js";
import type { OperationName, VariablesOf } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

const PROGRAM = `
program: funding
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won, window: lifetime } }
tiers:
  base: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 1000 } }
funds:
  marketing: { title: Marketing fund, over: quarter, budget: 5000, allocates: { gold: 2000 }, reimburses: 50%, claim-within: 30 days, why: To be known. }
  events: { title: Event fund, over: year, budget: 1000, allocates: discretion, why: To meet. }
  co-op: { title: Co-op, over: year, budget: 100000, allocates: { of: deal.won, rate: 2% }, why: To share. }
`;

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM);
});
afterAll(() => tiergraph.stop());

const golden = async (code: string, amount = "2000") => {
  const id = await story.partner(code);
  await story.wonDeal(id, { externalId: `${code}-1`, on: today(), amount });
  await story.settled();
  return id;
};

let keys = 0;
const change = <Name extends OperationName>(name: Name, variables: VariablesOf<Name>, token = story.token) =>
  attempt(tiergraph, token, name, variables);
const request = (partnerId: string, fund: string, amount: string, token?: string) =>
  change(
    "request-funds",
    { partnerId, fund, amount, activity: "A day with customers", idempotencyKey: `f${++keys}` },
    token,
  );
const fundsOf = async (partnerId: string, name: string) => {
  const { partner } = await ask(tiergraph, story.token, operation("partner-funds"), { partnerId });
  const fund = partner.funds.find((one) => one.fund === name);
  return [fund?.due?.amount ?? null, fund?.allocated.amount, fund?.committed.amount, fund?.reimbursed.amount];
};
const PDF = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(100_000, 7)]);
const proof = (id: string, more: object = {}) => ({
  id,
  fileName: "Invoice 17.pdf",
  mediaType: "application/pdf",
  content: PDF.toString("base64"),
  ...more,
});

test("a partner asks, is promised, proves, claims, and gets half of what it spent back", async () => {
  const id = await golden("spender");
  const token = await tiergraph.tokenOf("partner", id);
  expect(await fundsOf(id, "marketing")).toEqual(["2000.00", "0.00", "0.00", "0.00"]);
  expect((await request(id, "marketing", "2000.01", token)).userErrors).toMatchObject([
    { code: "INSUFFICIENT_FUNDS", message: "2,000.00 USD are left in this period." },
  ]);
  const asked = await request(id, "marketing", "1500", token);
  expect(asked.request?.state).toBe("REQUESTED");
  // What is asked for and not decided yet cannot be asked for twice.
  expect((await request(id, "marketing", "501", token)).userErrors).toMatchObject([
    { message: "500.00 USD are left in this period." },
  ]);
  const promised = await change("decide-fund-request", {
    id: asked.request?.id,
    approve: true,
    amount: "1000",
    reason: "A little less.",
  });
  expect(promised.request).toMatchObject({ state: "APPROVED", approved: { amount: "1000.00" } });
  expect(await fundsOf(id, "marketing")).toEqual(["2000.00", "1000.00", "1000.00", "0.00"]);

  expect((await change("claim-funds", { id: asked.request?.id, spent: "1200" }, token)).userErrors).toMatchObject([
    { code: "PROOF_MISSING" },
  ]);
  const attach = (more?: object) => change("attach-proof", proof(asked.request?.id, more), token);
  const first = await attach();
  expect(first.proof?.sha256).toBe(createHash("sha256").update(PDF).digest("hex"));
  expect(await attach()).toEqual(first);
  const problems = await Promise.all([
    attach({ mediaType: "image/png" }),
    attach({ mediaType: "text/html" }),
    attach({ content: "?" }),
    attach({ fileName: "../../etc/passwd" }),
    attach({ content: Buffer.concat([PDF, Buffer.alloc(2_100_000)]).toString("base64") }),
  ]);
  expect(problems.map(({ userErrors }) => userErrors[0]?.message)).toEqual([
    "The file is not of the type that it claims to be.",
    "A proof is one of application/pdf, image/png, image/jpeg.",
    "The content is not base64.",
    "A file has a name of 1 to 200 characters, without slashes.",
    "A proof has at most 2 MiB.",
  ]);

  expect((await change("claim-funds", { id: asked.request?.id, spent: "1200" }, token)).request?.state).toBe("CLAIMED");
  const { fundRequests } = await ask(tiergraph, story.token, operation("waiting-fund-requests"), {});
  expect(Buffer.from(nodesOf(fundRequests)[0]?.proofs[0]?.content ?? "", "base64").equals(PDF)).toBe(true);
  const paid = await change("decide-fund-claim", {
    id: asked.request?.id,
    approve: true,
    reason: "Seen.",
    reference: "SEPA-9",
  });
  // Half of 1,200.00; what was promised beyond it can be asked for again.
  expect(paid.request).toMatchObject({ state: "REIMBURSED", reimbursed: { amount: "600.00" } });
  expect(await fundsOf(id, "marketing")).toEqual(["2000.00", "1400.00", "0.00", "600.00"]);
});

test("the budget of a period is never passed, however many ask at once", async () => {
  const { partners } = await story.change("register-partners", {
    partners: Array.from({ length: 8 }, (_, i) => ({ code: `asker-${i}` })),
  });
  await story.settled();
  await story.change("record-facts", {
    facts: partners.map(({ id }, i) => ({
      kind: "DEAL_WON" as const,
      partnerId: id,
      externalId: `ask-${i}`,
      on: today(),
      amount: "3000",
    })),
  });
  await story.settled();
  const answers = await Promise.all(partners.map(({ id }) => request(id, "marketing", "1000")));
  // 5,000.00 less the 2,000.00 of the partner before: one gets all of its share, one the rest.
  const given = answers.filter((answer) => answer.request !== null).length;
  expect(given).toBeGreaterThanOrEqual(1);
  const { fundUtilisation } = await ask(tiergraph, story.token, operation("fund-utilisation"), {});
  expect(fundUtilisation.find(({ fund }) => fund === "marketing")).toMatchObject({
    budget: { amount: "5000.00" },
    given: { amount: "5000.00" },
  });
});

test("people give an event fund by hand, once for a key, and within its budget", async () => {
  const id = await golden("host");
  const give = (amount: string, idempotencyKey: string) =>
    change("allocate-fund", { partnerId: id, fund: "events", amount, reason: "A booth.", idempotencyKey });
  expect((await give("800", "a")).isAllocated).toBe(true);
  expect((await give("800", "a")).isAllocated).toBe(true);
  expect((await give("700", "a")).userErrors).toMatchObject([{ code: "KEY_REUSED" }]);
  expect((await give("201", "b")).userErrors).toMatchObject([{ code: "INSUFFICIENT_FUNDS" }]);
  expect(await fundsOf(id, "events")).toEqual([null, "800.00", "0.00", "0.00"]);
  const token = await tiergraph.tokenOf("partner", id);
  const refused = await ask(tiergraph, story.token, operation("allocate-fund"), {
    partnerId: id,
    fund: "nothing",
    amount: "1",
    reason: "x",
    idempotencyKey: "c",
  });
  expect(refused.allocateFund).toMatchObject({ userErrors: [{ code: "FUND_NOT_FOUND" }] });
  expect((await request(id, "events", "800", token)).request?.state).toBe("REQUESTED");
});

test("co-op accrues with revenue", async () => {
  const id = await golden("co-operator", "12345.67");
  expect((await fundsOf(id, "co-op"))[0]).toBe("246.91");
  expect((await request(id, "co-op", "246.92")).userErrors).toMatchObject([{ code: "INSUFFICIENT_FUNDS" }]);
  await story.wonDeal(id, { externalId: "co-2", on: today(), amount: "1000" });
  await story.settled();
  expect((await request(id, "co-op", "266.91")).request?.state).toBe("REQUESTED");
});

test("what is given by hand stays, no matter what the program gives by itself and what is asked for", async () => {
  const id = await golden("by-hand", "100");
  const own = (await fundsOf(id, "co-op"))[0];
  await change("allocate-fund", {
    partnerId: id,
    fund: "co-op",
    amount: "300",
    reason: "A fair.",
    idempotencyKey: "hand",
  });
  const given = async () => (await fundsOf(id, "co-op"))[1];
  expect(await given()).toBe("300.00");
  // A request that is refused brings the partner up to what the program gives, and takes nothing back.
  expect((await request(id, "co-op", "100000")).userErrors).toMatchObject([{ code: "INSUFFICIENT_FUNDS" }]);
  expect(Number(await given())).toBe(300 + Number(own));
  expect((await request(id, "co-op", "250")).request?.state).toBe("REQUESTED");
  // The deal is taken back, and with it what the program gave for it: two of the 302 that are not asked for yet.
  const facts = [{ kind: "DEAL_WON" as const, partnerId: id, externalId: "by-hand-1" }];
  await story.change("void-facts", { facts, reason: "Never sold." });
  await story.settled();
  await request(id, "co-op", "1");
  expect(await given()).toBe("300.00");
});

test("who asked for funds, or claimed them, does not decide them, however the person is spelt", async () => {
  const id = await golden("two persons");
  const as = (person: string) => tiergraph.tokenAs(person, "program-manager");
  const asked = await request(id, "co-op", "40", await as("pm1"));
  const decided = { id: asked.request?.id, approve: true, reason: "Yes." };
  for (const spelt of ["pm1", "PM1", "pm1 ", "pm\u200b1", "рm1"])
    expect((await change("decide-fund-request", decided, await as(spelt))).userErrors).toMatchObject([
      {
        code: "SECOND_PERSON_NEEDED",
        message: "Who asked for it or claimed it cannot decide it: a second person has to.",
      },
    ]);
  expect((await change("decide-fund-request", decided, await as("pm2"))).request?.state).toBe("APPROVED");
  await story.change("attach-proof", proof(asked.request?.id));
  const claimed = await change("claim-funds", { id: asked.request?.id, spent: "40" }, await as("pm3"));
  expect(claimed.request).toMatchObject({ state: "CLAIMED", claimedBy: "pm3" });
  const paid = { ...decided, reference: "SEPA-10" };
  for (const person of ["pm1 ", "PM3"])
    expect((await change("decide-fund-claim", paid, await as(person))).userErrors).toMatchObject([
      { code: "SECOND_PERSON_NEEDED" },
    ]);
  expect((await change("decide-fund-claim", paid, await as("pm2"))).request?.state).toBe("REIMBURSED");
});

test("what is not claimed or asked for in time goes back, and the books still add up", async () => {
  const id = await golden("late", "2000");
  const asked = await request(id, "co-op", "40", await tiergraph.tokenOf("partner", id));
  await change("decide-fund-request", { id: asked.request?.id, approve: true, reason: "Yes." });
  tiergraph.passDays(400);
  await tiergraph.sql("select benefits_jobs.publish('expireFunds', '{}')");
  await story.settled();
  const { partner } = await ask(tiergraph, story.token, operation("partner-funds"), { partnerId: id });
  expect(nodesOf(partner.fundRequests).map(({ state }) => state)).toEqual(["EXPIRED"]);
  const left = await tiergraph.sql<{ account: string; sum: string }>(
    "select account, sum(balance_minor) from benefits.account_balance where account in ('fund:allocated', 'fund:committed') group by 1 order by 1",
  );
  expect(left).toEqual([
    { account: "fund:allocated", sum: "0" },
    { account: "fund:committed", sum: "0" },
  ]);
  tiergraph.passDays(-400);
  const { trialBalance } = await ask(tiergraph, story.token, operation("trial-balance"), {});
  expect(trialBalance.isBalanced).toBe(true);
  const { reconcileLedger } = await ask(tiergraph, story.token, operation("reconcile-ledger"), {});
  expect(reconcileLedger.faults).toEqual([]);
});
