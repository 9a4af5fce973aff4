import { afterAll, beforeAll, expect, test } from "vitest";
import type { FactInput } from "../generated/documents.js";
import { ask, graphql, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { AnswerTo } from "../kit/document.js";
import { faultsOfLedgers } from "../kit/faults-of-ledgers.js";
import { faultsOfRollups } from "../kit/faults-of-rollups.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory, waitUntilSettled } from "../kit/story.js";

// The same facts reported to two sets of partners: in order and once, and shuffled, one to five times, by several at once, late
// by up to 90 days, while each event between the services is delivered one to five times, in any order.
const FACTS = 40_000;
const PARTNERS = 100;
const BATCH = 1_000;
const SENDERS = 3;
const DAYS = 90;
const SEED = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));

const PROGRAM = `
program: shuffled
version: "1"
currency: USD
measures:
  revenue: { sum: amount, of: deal.won, net-of: [deal.refunded] }
  recent: { sum: amount, of: deal.won, window: { rolling: 30 days } }
  deals: { count: deal.won }
  customers: { distinct: customer, of: deal.won, window: { rolling: 10 days } }
  seats: { sum: quantity, of: seats }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 650000 } }
  gold: { rank: 2, why: Sells more., requires: { all: [{ measure: revenue, at-least: 700000 }, { measure: recent, at-least: 200000 }] } }
rebates:
  on-won: { of: deal.won, rate: { registered: 2%, silver: 2%, gold: 2% }, why: Sales are what the program is for. }
`;

let tiergraph: Tiergraph;
let story: Story;
let partners: { ordered: string[]; shuffled: string[] };

/** Mulberry32: the same seed gives the same story. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM);
  const register = async (prefix: string): Promise<string[]> => {
    const { registerPartners } = await ask(tiergraph, story.token, operation("register-partners"), {
      partners: Array.from({ length: PARTNERS }, (_, i) => ({ code: `${prefix}${String(i).padStart(4, "0")}` })),
    });
    return registerPartners.partners.sort((one, other) => (one.code < other.code ? -1 : 1)).map(({ id }) => id);
  };
  partners = { ordered: await register("ordered-"), shuffled: await register("shuffled-") };
  await story.settled();
});
afterAll(() => tiergraph.stop());

interface Reported {
  readonly partner: number;
  readonly fact: Omit<FactInput, "partnerId">;
}

/** Facts of 90 days, a day after the other. */
function facts(): Reported[] {
  const random = randomOf(SEED);
  return Array.from({ length: FACTS }, (_, i) => {
    const on = dayFromToday(-DAYS + Math.floor((i / FACTS) * (DAYS + 1)));
    const key = { externalId: `f${i}`, on, customer: `Customer ${Math.floor(random() * 40)}` };
    const amount = (random() * 4_000).toFixed(2);
    const chance = random();
    const partner = Math.floor(random() * PARTNERS);
    if (chance < 0.9) return { partner, fact: { kind: "DEAL_WON", ...key, amount } };
    if (chance < 0.95) return { partner, fact: { kind: "DEAL_REFUNDED", ...key, amount } };
    return { partner, fact: { kind: "SEATS", ...key, quantity: Math.floor(random() * 10) - 3 } };
  });
}

async function report(reported: readonly Reported[], of: readonly string[], prefix: string): Promise<void> {
  const { recordFacts } = await ask(
    tiergraph,
    story.token,
    graphql(`mutation ($facts: [FactInput!]!) { recordFacts(input: { facts: $facts }) {
      recorded unchanged refused results { message } } }`),
    {
      facts: reported.map(({ partner, fact }) => ({
        ...fact,
        externalId: `${prefix}${fact.externalId}`,
        partnerId: of[partner] ?? "",
      })),
    },
  );
  expect(recordFacts.refused, JSON.stringify(recordFacts.results.find(({ message }) => message !== null))).toBe(0);
}

/** Each event comes one to five times, each time a moment later or sooner. */
async function repeatEvents(): Promise<void> {
  for (const service of ["partners", "metrics", "benefits", "enablement"])
    await tiergraph.sql(`
      create function ${service}_jobs.repeat() returns trigger language plpgsql as $$
      begin
        insert into ${service}_jobs._private_jobs (task_id, payload, max_attempts, priority, run_at)
        select new.task_id, new.payload, new.max_attempts, new.priority, new.run_at + random() * interval '1 second'
        from generate_series(1, floor(random() * 5)::integer);
        return null;
      end $$;
      create trigger repeat after insert on ${service}_jobs._private_jobs
        for each row when (pg_trigger_depth() = 0) execute function ${service}_jobs.repeat();`);
}
const once = async (): Promise<void> => {
  for (const service of ["partners", "metrics", "benefits", "enablement"])
    await tiergraph.sql(`drop trigger repeat on ${service}_jobs._private_jobs`);
};

const settled = () => waitUntilSettled(tiergraph, story.token, 120_000);

/** All that a partner shows of its facts: measures on three days, its tier, and what it earned. */
async function shownOf(ids: readonly string[]): Promise<object[]> {
  const query =
    graphql(`query ($after: String, $yesterday: Date!, $longAgo: Date!) { partners(first: 100, after: $after) {
    nodes { id tierStatus { tier { name } } rewards { balance { amount } }
      now: measures { measure value }
      before: measures(asOf: $yesterday) { measure value }
      long: measures(asOf: $longAgo) { measure value } }
    pageInfo { hasNextPage endCursor } } }`);
  const days = { yesterday: dayFromToday(-1), longAgo: dayFromToday(-45) };
  const shown = new Map<string, object>();
  for (let after: string | null = null; ; ) {
    const { partners }: AnswerTo<typeof query> = await ask(tiergraph, story.token, query, { ...days, after });
    for (const { id, ...rest } of partners.nodes) shown.set(id, rest);
    if (!partners.pageInfo.hasNextPage) break;
    after = partners.pageInfo.endCursor;
  }
  return ids.map((id) => shown.get(id) ?? {});
}

test(`facts shuffled, repeated and late give the same measures, tiers and rewards as in order, once (seed ${SEED})`, async () => {
  const all = facts();
  for (let from = 0; from < all.length; from += BATCH)
    await report(all.slice(from, from + BATCH), partners.ordered, "o");
  await settled();

  const random = randomOf(SEED + 1);
  const repeated = all.flatMap((one) => Array.from({ length: 1 + Math.floor(random() ** 3 * 5) }, () => one));
  for (let i = repeated.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [repeated[i], repeated[j]] = [repeated[j] as Reported, repeated[i] as Reported];
  }
  await repeatEvents();
  let next = 0;
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      while (next < repeated.length) {
        const from = next;
        next += BATCH;
        await report(repeated.slice(from, from + BATCH), partners.shuffled, "s");
      }
    }),
  );
  await settled();
  await once();

  const [ordered, shuffled] = [await shownOf(partners.ordered), await shownOf(partners.shuffled)];
  expect(shuffled).toEqual(ordered);
  const tiers = JSON.stringify(ordered).match(/"tier":\{"name":"(\w+)"/g) ?? [];
  // Else nothing was at stake.
  expect(new Set(tiers).size).toBe(3);
  const counts = await tiergraph.sql<{ facts: number }>("select count(*)::int as facts from metrics.fact");
  expect(counts[0]?.facts).toBe(2 * FACTS);
  expect(await faultsOfRollups(tiergraph, story.token)).toEqual([]);
  expect(await faultsOfLedgers(tiergraph, story.token)).toEqual([]);
}, 300_000);
