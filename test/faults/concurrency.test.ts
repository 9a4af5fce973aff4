import { afterAll, beforeAll, expect, test } from "vitest";
import type { FactInput } from "../generated/documents.js";
import { ask, askRaw, graphql, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("crm-rolling-90-days"));
});
afterAll(() => tiergraph.stop());
const record = (facts: FactInput[]) => ask(tiergraph, story.token, operation("record-facts"), { facts });

test("an open deal that is reported won three times at once is won once", async () => {
  const partnerId = await story.partner("raced");
  const deals = Array.from({ length: 30 }, (_, i) => ({
    kind: "DEAL_OPEN" as const,
    partnerId,
    externalId: `raced-${i}`,
    openedOn: "2026-01-05",
  }));
  await record(deals);
  const won = deals.map((deal) => ({ ...deal, kind: "DEAL_WON" as const, on: "2026-02-01", amount: "100.00" }));
  const answers = await Promise.all(won.flatMap((deal) => [deal, deal, deal]).map((deal) => record([deal])));
  const sum = (field: "updated" | "unchanged") =>
    answers.reduce((total, { recordFacts }) => total + recordFacts[field], 0);
  expect([sum("updated"), sum("unchanged")]).toEqual([30, 60]);
  const [stored] = await tiergraph.sql<{ current: number; revisions: number }>(
    `select count(*) filter (where retired_at is null)::integer as current, count(*)::integer as revisions
     from metrics.fact where partner_id = $1`,
    [partnerId],
  );
  expect(stored).toEqual({ current: 30, revisions: 60 });
  const MEASURE = graphql(
    `query ($id: ID!) { partner(id: $id) { measures(names: ["revenue"], asOf: "2026-02-01") { value } } }`,
  );
  const { partner } = await ask(tiergraph, story.token, MEASURE, {
    id: partnerId,
  });
  expect(partner.measures).toEqual([{ value: "3000" }]);
});

test("one deal that a batch names for two partners is the first one's, and again at every repetition", async () => {
  const [first, second] = [await story.partner("first-named"), await story.partner("second-named")];
  const facts = [first, second].map((partnerId) => ({
    kind: "DEAL_WON" as const,
    partnerId,
    externalId: "claimed",
    on: "2026-02-01",
    amount: "5",
  }));
  const outcomes = [];
  for (let i = 0; i < 3; i++) outcomes.push((await record(facts)).recordFacts);
  expect(outcomes.map(({ recorded, unchanged, refused }) => [recorded, unchanged, refused])).toEqual([
    [1, 0, 1],
    [0, 1, 1],
    [0, 1, 1],
  ]);
  expect(outcomes[0]?.results[1]?.code).toBe("RECORDED_FOR_ANOTHER_PARTNER");
});

test("a deal opened under one version and won under the next earns by the rate that was in force when it was won", async () => {
  const partnerId = await story.partner("between-versions");
  const deal = { partnerId, externalId: "between", openedOn: "2026-01-05", amount: "1000.00" };
  await record([{ ...deal, kind: "DEAL_OPEN" }]);
  await story.publish(
    example("crm-rolling-90-days")
      .replace(/^version: .*$/m, 'version: "dearer"\nchanges: [{ at: rebates, because: Sales cost more. }]')
      .replace("registered: 2%", "registered: 3%"),
  );
  const today = dayFromToday(0);
  await record([{ ...deal, kind: "DEAL_WON", on: today }]);
  await story.settled();
  const REWARDS = graphql("query ($id: ID!) { partner(id: $id) { rewards { balance { amount } } } }");
  const { partner } = await ask(tiergraph, story.token, REWARDS, { id: partnerId });
  expect(partner.rewards.balance.amount).toBe("30.00");
});

test("events that are delivered again, and late, change neither rewards nor entitlements", async () => {
  const partnerId = await story.partner("redelivered");
  await record([{ kind: "DEAL_OPEN", partnerId, externalId: "again", openedOn: "2026-01-05", amount: "900.00" }]);
  await story.settled();
  const today = dayFromToday(0);
  await record([{ kind: "DEAL_WON", partnerId, externalId: "again", on: today, amount: "900.00" }]);
  await story.settled();
  const state = () =>
    ask(
      tiergraph,
      story.token,
      graphql(
        "query ($id: ID!) { partner(id: $id) { rewards { balance { amount } entries { nodes { id } } } entitlements { id } } }",
      ),
      {
        id: partnerId,
      },
    );
  const before = await state();
  // The older state of the deal once more, as an event that nobody has handled yet.
  const [fact] = await tiergraph.sql<{ fact_id: string }>(
    "select fact_id from metrics.fact where external_id = 'again' limit 1",
  );
  const [version] = await tiergraph.sql<{ program: string; version: string }>(
    "select program, version from metrics.program_version order by sequence desc limit 1",
  );
  const late = {
    name: "FactsRecorded",
    version: 1,
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    program: version?.program,
    programVersion: version?.version,
    facts: [
      {
        partnerId,
        factId: fact?.fact_id,
        revision: 1,
        kind: "deal.open",
        on: "2026-01-05",
        amountMinor: "90000",
        currency: "USD",
        customer: null,
        product: null,
        attributes: {},
      },
    ],
  };
  await tiergraph.sql("select benefits_jobs.publish('FactsRecorded', $1::json)", [JSON.stringify(late)]);
  await story.settled();
  expect(await state()).toEqual(before);
});

test("writers of facts and the measuring that follows them do not lock each other out", async () => {
  const partners: string[] = [];
  for (let i = 0; i < 8; i++) partners.push(await story.partner(`busy-${i}`));
  const batches = Array.from({ length: 16 }, (_, batch) =>
    Array.from({ length: 100 }, (_, i) => ({
      kind: "DEAL_WON",
      partnerId: partners[(i * 7 + batch) % 8],
      externalId: `busy-${batch}-${i}`,
      on: "2026-03-01",
      amount: "1.00",
    })),
  );
  const answers = await Promise.all(
    batches.map((facts) => askRaw(tiergraph, story.token, operation("record-facts"), { facts })),
  );
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  expect(answers.reduce((sum, { data }) => sum + (data?.recordFacts?.recorded ?? 0), 0)).toBe(1_600);
  await story.settled();
});

test("partners that join while a program is published are placed by it", async () => {
  const source = example("crm-rolling-90-days").replace(
    /^version: .*$/m,
    'version: "while-joining"\nchanges: [{ at: rebates, because: Back to what it was. }]',
  );
  const joining = Array.from({ length: 12 }, (_, i) =>
    ask(tiergraph, story.token, operation("register-partners"), {
      partners: [{ code: `joining-${i}` }],
    }),
  );
  await Promise.all([story.publish(source), ...joining]);
  await story.settled();
  const judged = await tiergraph.sql<{ version: string }>(
    `select distinct decision.program_version as version from partners.tier_status join partners.decision using (partner_id, decision_id)
     join partners.partner using (partner_id) where code like 'joining-%'`,
  );
  expect(judged).toEqual([{ version: "while-joining" }]);
});

test("a malformed id is refused by itself, and the rest of the batch goes in", async () => {
  const partnerId = await story.partner("well-formed");
  const fact = { kind: "SEATS" as const, on: "2026-02-01", quantity: 1 };
  const { recordFacts } = await record([
    { ...fact, partnerId: "nonsense", externalId: "seats-x" },
    { ...fact, partnerId, externalId: "seats-y" },
  ]);
  expect(recordFacts).toMatchObject({
    recorded: 1,
    refused: 1,
    results: [{ code: "PARTNER_UNKNOWN" }, { code: null }],
  });
});
