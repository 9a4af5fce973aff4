import { afterEach, beforeEach, expect, test } from "vitest";
import { ask, attempt, graphql, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday, inWords } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;
beforeEach(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
});
afterEach(() => tiergraph.stop());

interface Parts {
  readonly version: string;
  readonly gold?: number;
  readonly window?: string;
  readonly changes?: string;
  readonly governance?: string;
  readonly leads?: number;
}
/** The same program in many versions, by what they have otherwise than the first. */
const programOf = ({ version, gold = 5000, window = "30 days", changes, governance, leads = 3 }: Parts) => `
program: versioned
version: "${version}"
currency: USD
measures: { revenue: { title: Revenue, sum: amount, of: deal.won, window: { rolling: ${window} } } }
benefits: { leads: { title: "Leads ${leads}", dimension: go-to-market, why: They close. } }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 1000 } }
  gold:
    rank: 2
    why: Sells more.
    requires: { measure: revenue, at-least: ${gold} }
    benefits: { leads: { quantity: ${leads} } }
courses: { basics: { title: "Basics of ${version}", role: sales } }
${governance === undefined ? "" : `governance: ${governance}`}
${changes === undefined ? "" : `changes: ${changes}`}
`;
const FIRST = programOf({ version: "1" });
const HARDER = { version: "2", gold: 6000 };
const BECAUSE = "[{ at: tiers.gold.requires, because: Everyone became gold. }]";
const publish = (source: string, effectiveOn?: string) =>
  attempt(tiergraph, story.token, "publish-program", { source, effectiveOn });
const versions = async () =>
  nodesOf((await ask(tiergraph, story.token, operation("program-versions"))).programVersions);
const programOn = async (on: string) => (await ask(tiergraph, story.token, operation("program-on"), { on })).program;
const PLACED = graphql(`query ($id: ID!) {
  partner(id: $id) { tierStatus { tier { name } since } decisions(first: 1) { nodes { programVersion asOf } } }
}`);
/** Tier, and by which version, as `gold by 1`. */
const placed = async (id: string) => {
  const { partner } = await ask(tiergraph, story.token, PLACED, { id });
  return `${partner.tierStatus.tier.name} by ${partner.decisions.nodes[0]?.programVersion}`;
};
async function partnerWith(code: string, deals: Record<string, string>): Promise<string> {
  const id = await story.partner(code);
  for (const [on, amount] of Object.entries(deals))
    await story.wonDeal(id, { externalId: `${code} ${on}`, on, amount });
  await story.settled();
  return id;
}

test("a draft is saved again on top of the revision that was read, and on top of no other", async () => {
  const save = (source: string, revision?: number) =>
    attempt(tiergraph, story.token, "save-program-draft", { source, revision });
  expect(await save(FIRST)).toMatchObject({ draft: { revision: 1 }, userErrors: [] });
  expect(await save(FIRST.replace("Sells more.", "Sells much more."), 1)).toMatchObject({ draft: { revision: 2 } });
  // Someone else still has the first revision open, or knows of none.
  for (const stale of [1, undefined, 3])
    expect(await save(FIRST, stale)).toMatchObject({ draft: null, userErrors: [{ code: "DRAFT_CHANGED" }] });
  const drafts = async () => nodesOf((await ask(tiergraph, story.token, operation("program-drafts"))).programDrafts);
  const saved = await drafts();
  expect(saved).toMatchObject([{ name: "versioned", version: "1", revision: 2 }]);
  expect(saved[0]?.source).toContain("Sells much more.");
  expect(await save("program: [")).toMatchObject({ draft: null, userErrors: [{ code: "DOCUMENT_INVALID" }] });

  // Once it is published it is no draft any more, and cannot become one again.
  await story.publish(FIRST);
  expect(await drafts()).toEqual([]);
  expect(await save(FIRST)).toMatchObject({ draft: null, userErrors: [{ code: "VERSION_TAKEN" }] });
});

test("a draft judges nobody", async () => {
  await story.publish(FIRST);
  const id = await partnerWith("judged", { [dayFromToday(-1)]: "5500" });
  await story.change("save-program-draft", { source: programOf(HARDER) });
  await story.newDay();
  expect(await placed(id)).toBe("gold by 1");
});

test("a check says what is wrong, what is unwise, and what would change, and keeps nothing", async () => {
  await story.publish(FIRST);
  const check = async (source: string) =>
    (await ask(tiergraph, story.token, operation("check-program"), { source })).checkProgram;
  const unexplained = await check(programOf(HARDER));
  expect(unexplained).toMatchObject({
    isSound: false,
    problems: [],
    changes: [{ path: "tiers.gold.requires", inWords: expect.stringMatching(/^Gold: Revenue .*5,000.*6,000/) }],
  });
  const explained = await check(programOf({ ...HARDER, changes: BECAUSE }));
  expect(explained).toMatchObject({ isSound: true, workedExamples: expect.stringContaining("Gold") });
  expect(explained.findings).toContainEqual(expect.objectContaining({ code: "NO_SAFEGUARDS" }));
  const alike = await check(programOf({ version: "2", gold: 1000, changes: BECAUSE }));
  expect(alike.isSound).toBe(false);
  expect(alike.findings).toContainEqual(expect.objectContaining({ code: "TIERS_ALIKE", severity: "ERROR" }));
  expect(
    await check(FIRST.replace("measure: revenue, at-least: 1000", "measure: revenu, at-least: 1000")),
  ).toMatchObject({
    isSound: false,
    findings: [],
    changes: [],
    workedExamples: null,
    problems: [{ path: "tiers.silver.requires.measure", line: 9, message: expect.stringContaining("revenue") }],
  });
  expect(await versions()).toHaveLength(1);
});

test("a changed threshold is published with its reason, and refused without", async () => {
  await story.publish(FIRST);
  const id = await partnerWith("concerned", { [dayFromToday(-1)]: "5500" });
  expect(await placed(id)).toBe("gold by 1");
  const refused = await publish(programOf(HARDER));
  expect(refused).toMatchObject({
    program: null,
    userErrors: [
      {
        code: "REASON_MISSING",
        path: "tiers.gold.requires",
        message: expect.stringMatching(/^Gold: Revenue .*changes/),
      },
    ],
  });
  expect(await versions()).toHaveLength(1);
  const published = await publish(programOf({ ...HARDER, changes: BECAUSE }));
  expect(published).toMatchObject({ program: { version: "2", state: "IN_FORCE" }, userErrors: [] });
  await story.settled();
  expect(await placed(id)).toBe("silver by 2");
  const [second, first] = await versions();
  expect(first).toMatchObject({ version: "1", state: "SUPERSEDED", changes: [] });
  expect(second).toMatchObject({
    version: "2",
    state: "IN_FORCE",
    effectiveOn: dayFromToday(0),
    supersededAt: null,
    changes: [{ path: "tiers.gold.requires", kind: "CHANGED", because: "Everyone became gold." }],
  });
  expect(second?.changes[0]?.inWords).toMatch(/^Gold: Revenue .*, because Everyone became gold\.$/);
  expect(first?.supersededAt).toBe(second?.startedAt);
});

test("a version whose tiers are alike is refused, with what would mend it", async () => {
  expect(await publish(programOf({ version: "1", gold: 1000 }))).toMatchObject({
    program: null,
    userErrors: [{ code: "CHECK_FAILED", path: expect.stringContaining("tiers.") }],
  });
  expect(await versions()).toEqual([]);
});

test("a version is published once, and the same document again changes nothing", async () => {
  await story.publish(FIRST);
  expect(await publish(FIRST)).toMatchObject({ program: { version: "1" }, userErrors: [] });
  expect(await publish(FIRST.replace("Sells more.", "Sells much more."))).toMatchObject({
    userErrors: [{ code: "VERSION_TAKEN", path: "version" }],
  });
  expect(await versions()).toHaveLength(1);
});

test("an announced version judges nobody before its day, and everyone from that day on", async () => {
  await story.publish(FIRST);
  const id = await partnerWith("announced-to", { [dayFromToday(0)]: "5500" });
  const changes = `[${BECAUSE.slice(1, -1)}, { at: tiers.gold.benefits, because: They close more. }]`;
  const announced = await publish(programOf({ ...HARDER, leads: 7, changes }), dayFromToday(10));
  expect(announced).toMatchObject({ program: { state: "ANNOUNCED", effectiveOn: dayFromToday(10) }, userErrors: [] });
  await story.settled();
  expect(await placed(id)).toBe("gold by 1");
  expect((await versions()).map(({ version, state }) => `${version} ${state}`)).toEqual(["2 ANNOUNCED", "1 IN_FORCE"]);

  // What is in force is what was, is, and will be on the days asked for.
  for (const [on, version] of [
    [-400, "1"],
    [0, "1"],
    [9, "1"],
    [10, "2"],
    [400, "2"],
  ] as const)
    expect(await programOn(dayFromToday(on))).toMatchObject({ version });

  tiergraph.passDays(9);
  await story.newDay();
  expect(await placed(id)).toBe("gold by 1");
  expect(await shown()).toEqual({ benefits: ["Leads 3"], courses: ["Basics of 1"], gold: "5000" });

  tiergraph.passDays(1);
  await story.newDay();
  expect(await placed(id)).toBe("silver by 2");
  expect(await shown()).toEqual({ benefits: ["Leads 7"], courses: ["Basics of 2"], gold: "6000" });
  expect((await versions()).map(({ version, state }) => `${version} ${state}`)).toEqual(["2 IN_FORCE", "1 SUPERSEDED"]);
  expect(await programOn(dayFromToday(9))).toMatchObject({ version: "1", state: "SUPERSEDED" });
  // Once a day, however often the clock strikes: it takes force once.
  const starts = () => tiergraph.sql("select * from partners.program_start");
  const before = await starts();
  await story.newDay();
  expect(await starts()).toEqual(before);
});

/** What each service says of the program in force. */
async function shown(): Promise<{ benefits: string[]; courses: string[]; gold: string | null | undefined }> {
  const { benefits, courses, tiers } = await ask(
    tiergraph,
    story.token,
    graphql("{ benefits { title } courses { title } tiers { name requires { target } } }"),
  );
  return {
    benefits: benefits.map(({ title }) => title),
    courses: courses.map(({ title }) => title),
    gold: tiers.find(({ name }) => name === "gold")?.requires?.target,
  };
}

test("a program that promises notice is not followed before the notice is over", async () => {
  await story.publish(programOf({ version: "1", governance: "{ notice: 30 days }" }));
  const next = programOf({ ...HARDER, changes: BECAUSE, governance: "{ notice: 30 days }" });
  for (const early of [undefined, dayFromToday(0), dayFromToday(-10), dayFromToday(29)])
    expect(await publish(next, early)).toMatchObject({
      program: null,
      userErrors: [{ code: "NOTICE_TOO_SHORT", message: expect.stringContaining(inWords(dayFromToday(30))) }],
    });
  expect(await publish(next, dayFromToday(30))).toMatchObject({ program: { state: "ANNOUNCED" }, userErrors: [] });
});

test("each day is judged by the formula that was in force on it, by the same facts", async () => {
  await story.publish(FIRST, "2026-01-01");
  const changes = "[{ at: measures.revenue, because: Projects take a year. }]";
  await story.publish(programOf({ version: "2", window: "12 months", changes }), "2026-04-01");
  const id = await partnerWith("long-seller", { "2026-02-10": "6000" });
  // Counted over 30 days in March, over twelve months from April on.
  for (const [asOf, expected] of [
    ["2026-03-01", "gold by 1"],
    ["2026-03-31", "registered by 1"],
    ["2026-04-01", "gold by 2"],
    ["2026-03-31", "registered by 1"],
    ["2025-12-01", "registered by 1"],
  ] as const) {
    await story.place(asOf);
    expect(await placed(id)).toBe(expected);
  }
  const why = async () =>
    (await ask(tiergraph, story.token, operation("why-this-tier"), { partnerId: id })).partner.tierStatus.decision
      .inputs;
  await story.place("2026-03-31");
  expect(await why()).toMatchObject([{ measure: "revenue", value: "0", from: "2026-03-02", until: "2026-04-01" }]);
  await story.place("2026-04-01");
  expect(await why()).toMatchObject([
    {
      measure: "revenue",
      value: "6000",
      from: "2025-04-02",
      until: "2026-04-02",
      measurement: { value: "6000", evidence: { edges: [{ node: { externalId: "long-seller 2026-02-10" } }] } },
    },
  ]);
  const { verifyDecisions } = await ask(tiergraph, story.token, operation("verify-decisions"));
  expect(verifyDecisions.faults).toEqual([]);
});
