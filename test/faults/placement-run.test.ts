import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, graphql, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { AnswerOf, AnswerTo } from "../kit/document.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory, waitUntilSettled } from "../kit/story.js";

const programOf = (version: string, gold: number) => `
program: many
version: "${version}"
currency: USD
measures: { revenue: { title: Revenue, sum: amount, of: deal.won, window: { rolling: 12 months } } }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 1000 } }
  gold: { rank: 2, why: Sells more., requires: { measure: revenue, at-least: ${gold} } }
${version === "1" ? "" : "changes: [{ at: tiers.gold.requires, because: Gold is to be rarer. }]"}
`;

/** Every fault of every decision, stretch after stretch. */
async function faultsIn(graph: { url: string }, token: string): Promise<{ checked: number; faults: object[] }> {
  const found: object[] = [];
  let [checked, after] = [0, null as string | null];
  do {
    const { verifyDecisions }: AnswerOf<"verify-decisions"> = await ask(graph, token, operation("verify-decisions"), {
      after,
    });
    checked += verifyDecisions.checked;
    found.push(...verifyDecisions.faults);
    after = verifyDecisions.next;
  } while (after !== null);
  return { checked, faults: found };
}

describe("a placement run over many partners", () => {
  const PARTNERS = 2_000;
  const AT_ONCE = 250;
  const amountOf = (i: number) => (i % 3) * 2_500; // Nothing, 2,500 or 5,000.
  const tierOf = (i: number) => ["registered", "silver", "gold"][i % 3];

  let running: RunningProcess;
  let token: string;
  beforeAll(async () => {
    running = await startProcess({ mode: "main" });
    token = await running.token("program-manager");
    await ask(running, token, operation("publish-program"), {
      source: programOf("1", 5000),
      effectiveOn: "2026-01-01",
    });
    for (let start = 0; start < PARTNERS; start += AT_ONCE) {
      const numbers = Array.from({ length: AT_ONCE }, (_, i) => start + i);
      const { registerPartners } = await ask(running, token, operation("register-partners"), {
        partners: numbers.map((i) => ({ code: `run-${String(i).padStart(4, "0")}` })),
      });
      expect(registerPartners.userErrors).toEqual([]);
      await waitUntilSettled(running, token);
      const facts = numbers.flatMap((i, at) =>
        amountOf(i) === 0
          ? []
          : {
              kind: "DEAL_WON" as const,
              partnerId: registerPartners.partners[at]?.id ?? "",
              externalId: `run-${i}`,
              on: "2026-02-01",
              amount: String(amountOf(i)),
            },
      );
      const { recordFacts } = await ask(running, token, operation("record-facts"), { facts });
      expect(recordFacts.refused).toBe(0);
    }
    await waitUntilSettled(running, token);
  }, 240_000);
  afterAll(() => running.kill("SIGTERM"));

  type Run = AnswerOf<"placement-run">["placementRun"];
  async function started(asOf: string): Promise<string> {
    const START = graphql(`mutation ($asOf: Date!) {
      placePartners(input: { asOf: $asOf, waitSeconds: 0 }) { run { id } userErrors { code } }
    }`);
    const { placePartners } = await ask(running, token, START, { asOf });
    return placePartners.run.id;
  }
  const runOf = async (id: string) => (await ask(running, token, operation("placement-run"), { id })).placementRun;

  /** Watches a run until it ends, or until what was seen is enough; answers with each number of judged partners. */
  async function watched(
    id: string,
    isEnough: (run: Run) => boolean = () => false,
  ): Promise<{ seen: number[]; run: Run }> {
    const seen: number[] = [];
    for (const deadline = Date.now() + 120_000; ; ) {
      const run = await runOf(id);
      if (seen.at(-1) !== run.judged) seen.push(run.judged);
      if (run.finishedAt !== null || isEnough(run)) return { seen, run };
      if (Date.now() > deadline) throw new Error(`The run does not end: ${JSON.stringify(run)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  test("shows how far it has come while it runs", async () => {
    const { seen, run } = await watched(await started("2026-03-01"));
    expect(run).toMatchObject({ total: PARTNERS, judged: PARTNERS });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.filter((judged) => judged > 0 && judged < PARTNERS).length).toBeGreaterThan(0);
  }, 150_000);

  test("that is killed goes on after the next start, and decides about everyone once", async () => {
    // As soon as some have been judged, and before all have: on a day on which that can be seen.
    let killed: { id: string; asOf: string } | null = null;
    for (const asOf of ["2026-03-11", "2026-03-12", "2026-03-13"]) {
      const id = await started(asOf);
      const { run } = await watched(id, ({ judged }) => judged > 0);
      if (run.finishedAt !== null) continue;
      await running.kill("SIGKILL");
      killed = { id, asOf };
      break;
    }
    if (killed === null) throw new Error("Every run was too quick to be killed");
    running = await startProcess({ mode: "main", directory: running.directory });
    token = await running.token("program-manager");
    const { run } = await watched(killed.id);
    expect(run).toMatchObject({ total: PARTNERS, judged: PARTNERS });
    await waitUntilSettled(running, token);

    const PAGE = graphql(`query ($after: String) {
      partners(first: 100, after: $after) {
        nodes { code tierStatus { tier { name } asOf } decisions(first: 10) { nodes { asOf } } }
        pageInfo { hasNextPage endCursor }
      }
    }`);
    const wrong: string[] = [];
    let count = 0;
    for (let after: string | null = null, more = true; more; ) {
      const { partners }: AnswerTo<typeof PAGE> = await ask(running, token, PAGE, { after });
      for (const { code, tierStatus, decisions } of partners.nodes) {
        count++;
        const ofDay = decisions.nodes.filter(({ asOf }) => asOf === killed?.asOf).length;
        const expected = tierOf(Number(code.slice("run-".length)));
        if (ofDay !== 1 || tierStatus.tier.name !== expected || tierStatus.asOf !== killed.asOf)
          wrong.push(`${code}: ${ofDay} decisions, ${tierStatus.tier.name} as of ${tierStatus.asOf}`);
      }
      after = partners.pageInfo.endCursor;
      more = partners.pageInfo.hasNextPage;
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(PARTNERS);
    // Replayed by the engine, each decision comes out as it was made.
    const { checked, faults } = await faultsIn(running, token);
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThanOrEqual(PARTNERS * 3);
  }, 240_000);
});

describe("evaluations, an approval and a new version at the same moment", () => {
  let tiergraph: Tiergraph;
  let story: Story;
  beforeAll(async () => {
    tiergraph = await startTiergraph();
    story = await startStory(tiergraph);
    await story.publish(programOf("1", 5000), "2026-01-01");
  });
  afterAll(() => tiergraph.stop());

  test("leave every partner with one tier on each day, one chain of decisions, and the benefits of its last tier", async () => {
    const second = await tiergraph.tokenAs("a second manager", "program-manager");
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) {
      const id = await story.partner(`raced-${i}`);
      await story.wonDeal(id, { externalId: `raced-${i}`, on: "2026-02-01", amount: String(i * 1_500) });
      ids.push(id);
    }
    await story.settled();
    for (let round = 2; round < 5; round++) {
      const requests: string[] = [];
      for (const partnerId of ids) {
        const { override } = await story.change("request-override", {
          partnerId,
          kind: "TIER",
          subject: "gold",
          until: dayFromToday(30),
          reason: "A launch.",
        });
        requests.push(override.id);
      }
      const place = (asOf: string) => ask(tiergraph, story.token, operation("place-partners"), { asOf });
      await Promise.all([
        place(dayFromToday(0)),
        place("2026-03-01"),
        ...requests.map((id) => ask(tiergraph, second, operation("decide-override"), { id, approve: true })),
        ask(tiergraph, story.token, operation("publish-program"), { source: programOf(String(round), 5000 + round) }),
        place(dayFromToday(0)),
      ]);
      await story.settled();
      for (const id of requests) await ask(tiergraph, second, operation("end-override"), { id });
      await story.settled();
    }
    await story.newDay();
    await story.place(dayFromToday(0));
    const HISTORY = graphql(`query ($id: ID!) { partner(id: $id) {
      tierStatus { tier { name } asOf } tierHistory { tier from } decisions(first: 1) { nodes { programVersion } }
    } }`);
    for (const [i, id] of ids.entries()) {
      const { partner } = await ask(tiergraph, story.token, HISTORY, { id });
      const days = partner.tierHistory.map(({ from }) => from);
      // Each day from the first on is in one period: periods end where the next begins, and no two begin on one day.
      expect(days).toEqual([...new Set(days)].sort());
      expect(partner.tierHistory.at(-1)?.tier).toBe(partner.tierStatus.tier.name);
      for (const [at, { tier }] of partner.tierHistory.entries())
        expect(tier).not.toBe(partner.tierHistory[at - 1]?.tier);
      expect(partner.tierStatus).toMatchObject({ asOf: dayFromToday(0), tier: { name: tierOf(i * 1_500) } });
      expect(partner.decisions.nodes).toEqual([{ programVersion: "4" }]);
      // What benefits received is what partners says: each by its own tables.
      const held = await tiergraph.sql<{ tier: string }>(
        "select tier from benefits.tier_period where partner_id = $1 order by from_on",
        [id],
      );
      expect(held.map(({ tier }) => tier)).toEqual(partner.tierHistory.map(({ tier }) => tier));
    }
    expect((await faultsIn(tiergraph, story.token)).faults).toEqual([]);
  }, 60_000);

  const tierOf = (revenue: number) => (revenue >= 5_004 ? "gold" : revenue >= 1_000 ? "silver" : "registered");
});
