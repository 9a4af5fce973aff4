import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askRaw, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(`
program: fair
version: "1"
currency: USD
tracks:
  reseller: { title: Reseller, description: Sells. }
  integrator: { title: Integrator, description: Builds. }
measures: { revenue: { title: Revenue, sum: amount, of: deal.won, window: { rolling: 30 days } } }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 1000 } }
  gold: { rank: 2, why: Sells more., requires: { measure: revenue, at-least: 5000 } }
`);
  // Seven with equal facts in the north, seven in the south, all resellers; two integrators; and one that is like nobody.
  const groups = [
    { region: "North", track: "reseller", amounts: Array<string>(7).fill("1000") },
    { region: "South", track: "reseller", amounts: Array<string>(7).fill("1000") },
    { region: "North", track: "integrator", amounts: ["5000", "5000"] },
    { region: "South", track: "integrator", amounts: ["77"] },
  ];
  for (const [g, { region, track, amounts }] of groups.entries())
    for (const [i, amount] of amounts.entries()) {
      const id = await story.partner(`${g}-${i}`, [track], { region });
      await story.wonDeal(id, { externalId: `${g}-${i}`, on: dayFromToday(-1), amount });
    }
  await story.settled();
  await story.place(dayFromToday(0));
});
afterAll(() => tiergraph.stop());
const report = async (role: "analyst" | "program-manager" = "analyst") =>
  (await ask(tiergraph, await tiergraph.tokenOf(role), operation("fairness-report"))).fairnessReport;

test("partners with equal facts in equal circumstances stand in equal tiers: no group of them is in conflict", async () => {
  // Three groups of alike: seven, seven, and two. The last integrator is compared with nobody.
  expect((await report()).identicalInputs).toEqual({ groups: 3, partners: 16, conflicts: 0 });
  expect(await report("program-manager")).toEqual(await report());
});

test("where partners stand is shown by region and track, and withheld where a few could be recognised", async () => {
  const { placements } = await report();
  const row = (dimension: string, value: string) =>
    Object.fromEntries(
      placements
        .find((placement) => placement.dimension === dimension && placement.value === value)
        ?.tiers.map(({ tier, partners }) => [tier, partners]) ?? [],
    );
  expect(row("TRACK", "reseller")).toEqual({ silver: 14 });
  // Nine partners, of whom two are gold: with the seven beside them they would be found out.
  expect(row("REGION", "North")).toEqual({ silver: null, gold: null });
  expect(row("TRACK", "integrator")).toEqual({ registered: null, gold: null });
  const shown = placements.flatMap(({ tiers }) => tiers.flatMap(({ partners }) => partners ?? []));
  expect(Math.min(...shown)).toBeGreaterThanOrEqual(5);
});

test("the report is for those who read operations, and for no partner", async () => {
  const [partner] = await tiergraph.sql<{ id: string }>("select partner_id as id from partners.partner limit 1");
  for (const role of ["partner", "partner-manager", "ingest"] as const) {
    const token = await tiergraph.tokenOf(role, partner?.id ?? "");
    expect((await askRaw(tiergraph, token, operation("fairness-report"))).data).toEqual({ fairnessReport: null });
  }
});

test("a tier by hand is no unfairness of the rules: it is decided beside them", async () => {
  const [partner] = await tiergraph.sql<{ id: string }>(
    "select partner_id as id from partners.partner where code = '0-1'",
  );
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  const { override } = await story.change("request-override", {
    partnerId: partner?.id ?? "",
    kind: "TIER",
    subject: "gold",
    until: dayFromToday(9),
    reason: "A launch.",
  });
  await ask(tiergraph, second, operation("decide-override"), { id: override.id, approve: true });
  await story.settled();
  expect((await report()).identicalInputs).toEqual({ groups: 3, partners: 16, conflicts: 0 });
});

test("a decision that somebody favoured in the database shows as a conflict", async () => {
  await tiergraph.sql(`alter table partners.decision disable trigger append_only;
    update partners.decision set body = replace(body, '"reached":"110"', '"reached":"111"')
      where decision_id = (select decision_id from partners.tier_status join partners.partner using (partner_id) where code = '0-0');
    alter table partners.decision enable trigger append_only`);
  expect((await report()).identicalInputs).toEqual({ groups: 3, partners: 16, conflicts: 1 });
});

test("where a tier asks for time in the one below, partners are alike only with the same time", async () => {
  const graph = await startTiergraph();
  try {
    const own = await startStory(graph);
    await own.publish(
      `
program: tenured
version: "1"
currency: USD
measures: { revenue: { title: Revenue, sum: amount, of: deal.won } }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 1000 } }
  gold: { rank: 2, why: Stays., requires: { all: [{ measure: revenue, at-least: 1000 }, { tenure: silver, at-least: 3 months }] } }
`,
      "2026-01-01",
    );
    const deals = { long: "2026-01-05", "long too": "2026-01-05", late: "2026-04-20" };
    for (const [code, on] of Object.entries(deals))
      await own.wonDeal(await own.partner(code), { externalId: code, on, amount: "1000" });
    await own.settled();
    for (const asOf of ["2026-01-10", "2026-05-01"]) await own.place(asOf);
    const placed = await graph.sql<{ tier: string }>(
      "select tier from partners.tier_status join partners.partner using (partner_id) order by code",
    );
    expect(placed.map(({ tier }) => tier)).toEqual(["silver", "gold", "gold"]);
    const { fairnessReport } = await ask(graph, own.token, operation("fairness-report"));
    expect(fairnessReport.identicalInputs).toEqual({ groups: 1, partners: 2, conflicts: 0 });
  } finally {
    await graph.stop();
  }
});
