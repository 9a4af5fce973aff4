import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../kit/run-command.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// F28: a hand changes what is kept, in more than twenty ways; `npm run reconcile` finds each and names the partner. What can be
// mended, `--rebuild` mends. Each damage is done to a partner of its own, so that all are found in one run.
const PROGRAM = `
program: damaged
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won, net-of: [deal.refunded], window: lifetime } }
tiers:
  base: { rank: 0, why: All. }
  gold: { rank: 1, why: Much., requires: { measure: revenue, at-least: 100000, why: Much. } }
rebates:
  commission: { of: deal.won, net-of: deal.refunded, rate: { base: 4%, gold: 6% }, why: A share. }
  volume: { of: deal.won, rate: { base: { 0: 1%, 1000: 2% }, gold: { 0: 1% } }, bands: marginal, over: year, why: A share. }
bonuses:
  year: { sum: amount, of: deal.won, over: year, targets: { 2000: 50 }, why: A goal. }
`;

const of = "where partner_id = $1";
const entry = `benefits.ledger_transaction ${of} and rule = 'commission'`;
/** What a hand does to a partner's rows, what the reconciler says of it, and whether it can be mended. */
const DAMAGES: readonly { name: string; sql: string[]; says: RegExp; mends: boolean }[] = [
  {
    name: "a daily sum is raised",
    sql: [`update metrics.rollup_day set s0 = s0 + 1 ${of}`],
    says: /day of/,
    mends: true,
  },
  {
    name: "a monthly sum is raised",
    sql: [`update metrics.rollup_month set s0 = s0 + 1 ${of}`],
    says: /month of/,
    mends: true,
  },
  { name: "daily sums are lost", sql: [`delete from metrics.rollup_day ${of}`], says: /day of/, mends: true },
  {
    name: "monthly sums are lost",
    sql: [`delete from metrics.rollup_month ${of}`],
    says: /month of/,
    mends: true,
  },
  {
    name: "a fact's amount is changed",
    sql: [`update metrics.fact set amount_minor = amount_minor + 100 ${of} and kind = 'deal.won'`],
    says: /facts known to rewards/,
    mends: true,
  },
  {
    name: "a fact is lost",
    sql: [`delete from metrics.fact ${of} and kind = 'deal.refunded'`],
    says: /facts known to rewards/,
    mends: false,
  },
  {
    name: "a fact is retired",
    sql: [`update metrics.fact set retired_at = now() ${of} and kind = 'deal.refunded'`],
    says: /day of|facts known/,
    mends: false,
  },
  {
    name: "rewards lost a fact",
    sql: [`delete from benefits.paying_fact ${of} and kind = 'deal.won'`],
    says: /facts known to rewards: expected 3, found 1/,
    mends: true,
  },
  {
    name: "rewards know another amount",
    sql: [`update benefits.paying_fact set amount_minor = amount_minor * 2 ${of} and kind = 'deal.won'`],
    says: /reward, commission/,
    mends: true,
  },
  {
    name: "rewards believe a deal gone",
    sql: [`update benefits.paying_fact set is_gone = true ${of} and kind = 'deal.won'`],
    says: /facts known to rewards/,
    mends: true,
  },
  {
    name: "rewards know a deal for another day",
    sql: [`update benefits.paying_fact set occurred_on = occurred_on - 400 ${of} and kind = 'deal.won'`],
    says: /facts known to rewards/,
    mends: true,
  },
  {
    name: "rewards know another tier",
    sql: [`update benefits.tier_period set tier = 'gold' ${of}`],
    says: /tiers known to rewards/,
    mends: false,
  },
  {
    name: "measures know another tier",
    sql: [`update metrics.tier_period set tier = 'gold' ${of}`],
    says: /tiers known to measures/,
    mends: false,
  },
  {
    name: "a reward's line is changed",
    sql: [`update benefits.posting set amount_minor = amount_minor + 1 ${of} and account = 'partner:earned'`],
    says: /unbalanced/,
    mends: false,
  },
  {
    name: "a reward's lines are lost",
    sql: [`delete from benefits.posting ${of} and transaction_id in (select transaction_id from ${entry})`],
    says: /chain|balance/,
    mends: false,
  },
  {
    name: "an entry is lost, its lines with it",
    sql: [
      `delete from benefits.posting ${of} and transaction_id in (select transaction_id from ${entry})`,
      `delete from ${entry}`,
    ],
    says: /chain, entry/,
    mends: false,
  },
  {
    name: "an entry says otherwise",
    sql: [`update ${entry.replace(" where", " set explanation = 'Otherwise.' where")}`],
    says: /chain, entry/,
    mends: false,
  },
  {
    name: "an entry accrued another amount",
    sql: [`update ${entry.replace(" where", " set accrued_minor = accrued_minor + 5 where")}`],
    says: /reward, commission/,
    mends: false,
  },
  {
    name: "an entry is of another fact",
    sql: [`update ${entry.replace(" where", " set subject = gen_random_uuid()::text where")}`],
    says: /reward, commission/,
    mends: false,
  },
  {
    name: "the end of the chain is moved back",
    sql: [`update benefits.standing set ledger_sequence = ledger_sequence - 1 ${of}`],
    says: /chain, last entry/,
    mends: false,
  },
  {
    name: "a balance is raised",
    sql: [`update benefits.account_balance set balance_minor = balance_minor + 1 ${of} and account = 'partner:earned'`],
    says: /balance, partner:earned/,
    mends: true,
  },
  {
    name: "a balance is lost",
    sql: [`delete from benefits.account_balance ${of} and account = 'partner:earned'`],
    says: /balance, partner:earned/,
    mends: true,
  },
  {
    name: "what can be redeemed is raised",
    sql: [`update benefits.credit set amount_minor = amount_minor + 1 ${of}`],
    says: /credit, partner:earned/,
    mends: false,
  },
  {
    name: "what can be redeemed is lost",
    sql: [`delete from benefits.credit ${of}`],
    says: /credit, partner:earned/,
    mends: false,
  },
  {
    name: "a commission was never given, and nothing in the ledger shows it",
    sql: [
      `delete from benefits.posting ${of}`,
      `delete from benefits.ledger_transaction ${of}`,
      `delete from benefits.account_balance ${of}`,
      `delete from benefits.credit ${of}`,
      `update benefits.standing set ledger_sequence = 0, ledger_hash = repeat('0', 64) ${of}`,
    ],
    says: /reward, commission/,
    mends: true,
  },
  {
    name: "a deal is given to a version that does not pay it",
    sql: [`update benefits.paying_fact set product = 'Other', kind = 'deal.lost' ${of} and kind = 'deal.won'`],
    says: /facts known to rewards/,
    mends: true,
  },
];

let tiergraph: Tiergraph;
let story: Story;
const idOf = new Map<string, string>();

const reconcile = (...args: string[]) =>
  runCommand("reconcile", ["--url", `${tiergraph.url}/graphql`, "--token", story.token, ...args]);
const linesOf = (stdout: string, id: string | undefined) =>
  stdout.split("\n").filter((line) => line.includes(`${id},`));

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM);
  const codes = DAMAGES.map((_, i) => `damage ${i}`);
  const { partners } = await story.change("register-partners", {
    partners: codes.map((code) => ({ code, joinedOn: "2026-01-01" })),
  });
  await story.settled();
  await story.place("2026-01-01");
  await story.settled();
  const facts = partners.flatMap(({ id: partnerId, code }) => [
    { kind: "DEAL_WON" as const, partnerId, externalId: `${code} 1`, on: "2026-03-01", amount: "1500.00" },
    { kind: "DEAL_WON" as const, partnerId, externalId: `${code} 2`, on: "2026-04-01", amount: "900.00" },
    {
      kind: "DEAL_REFUNDED" as const,
      partnerId,
      externalId: `${code} R`,
      on: "2026-05-01",
      amount: "100.00",
      attributes: [{ name: "deal", value: `${code} 1` }],
    },
  ]);
  await story.change("record-facts", { facts });
  await story.settled();
  for (const [i, { name }] of DAMAGES.entries())
    idOf.set(name, partners.find(({ code }) => code === `damage ${i}`)?.id ?? "");
});
afterAll(() => tiergraph.stop());

test("an undamaged base reconciles", async () => {
  const { exitCode, stdout } = await reconcile();
  expect(stdout).toContain("copies that differ: 0");
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining("ledger faults: 0")]);
});

describe("more than twenty kinds of damage", () => {
  let found: string;
  let mended: string;
  beforeAll(async () => {
    for (const table of ["benefits.posting", "benefits.ledger_transaction"])
      await tiergraph.sql(`alter table ${table} disable trigger user`);
    for (const { name, sql } of DAMAGES) for (const statement of sql) await tiergraph.sql(statement, [idOf.get(name)]);
    for (const table of ["benefits.posting", "benefits.ledger_transaction"])
      await tiergraph.sql(`alter table ${table} enable trigger user`);
    const first = await reconcile();
    expect(first.exitCode).toBe(1);
    found = first.stdout;
    mended = (await reconcile("--rebuild")).stdout;
  }, 240_000);

  test.each(DAMAGES)("is found and named: $name", ({ name, says }) => {
    expect(linesOf(found, idOf.get(name)).join("\n")).toMatch(says);
  });

  test.each(DAMAGES.filter(({ mends }) => mends))("is mended: $name", ({ name }) => {
    const still = mended
      .split("\n")
      .filter((line) => line.startsWith("still: ") && line.includes(`${idOf.get(name)},`));
    expect(still).toEqual([]);
  });

  test.each(DAMAGES.filter(({ mends }) => !mends))("is not mended in silence: $name", ({ name }) => {
    const lines = mended.split("\n").filter((line) => line.includes(`${idOf.get(name)},`));
    expect(lines.length).toBeGreaterThan(0);
  });
});
