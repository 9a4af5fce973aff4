import { afterAll, beforeAll, expect, test } from "vitest";
import type { SaveCohortInput } from "../generated/documents.js";
import { ask, graphql, nodesOf, operation } from "../kit/ask.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

const PROGRAM = `
program: cohorts
version: "1"
currency: USD
tracks: { reseller: {}, integrator: {} }
measures: { revenue: { sum: amount, of: deal.won } }
tiers:
  registered: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 100 } }
`;

let tiergraph: Tiergraph;
let story: Story;
const ids = { Ada: "", Bo: "", Cy: "", Di: "" };

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM);
  for (const [code, tracks, region, joinedOn] of [
    ["Ada", ["reseller"], "North", "2024-05-01"],
    ["Bo", ["reseller", "integrator"], "South", "2025-05-01"],
    ["Cy", ["integrator"], "North", "2026-01-01"],
    ["Di", [], "West", "2026-02-01"],
  ] as const)
    ids[code] = await story.partner(code, [...tracks], { region, joinedOn });
  await story.settled();
});
afterAll(() => tiergraph.stop());
const save = (input: Omit<SaveCohortInput, "description"> & { description?: string }) =>
  ask(tiergraph, story.token, operation("save-cohort"), { input: { description: "Of a test.", ...input } }).then(
    ({ saveCohort }) => saveCohort,
  );
const members = async (name: string, token = story.token) => {
  const { cohort } = await ask(tiergraph, token, operation("cohort"), { name });
  return cohort === null ? null : nodesOf(cohort.partners).map((partner) => partner.name);
};

test("a cohort by list holds whom it names, until it is saved anew", async () => {
  const { cohort } = await save({ name: "pilot", partnerIds: [ids.Ada, ids.Cy, ids.Ada] });
  expect(cohort).toMatchObject({ name: "pilot", size: 2 });
  expect(await members("pilot")).toEqual(["Ada", "Cy"]);
  expect((await save({ name: "pilot", partnerIds: [ids.Cy, ids.Di] })).cohort).toEqual(cohort);
  expect(await members("pilot")).toEqual(["Cy", "Di"]);
});

test("a cohort by rule holds whom it fits now", async () => {
  await save({ name: "north", rule: { regions: ["North"] } });
  await save({ name: "sellers-of-old", rule: { tracks: ["reseller", "other"], joinedBefore: "2025-01-01" } });
  await save({ name: "builders", rule: { tracks: ["integrator"], joinedFrom: "2026-01-01" } });
  await save({ name: "gold", rule: { tiers: ["gold"] } });
  expect(await members("north")).toEqual(["Ada", "Cy"]);
  expect(await members("sellers-of-old")).toEqual(["Ada"]);
  expect(await members("builders")).toEqual(["Cy"]);
  expect(await members("gold")).toEqual([]);
  await story.wonDeal(ids.Bo ?? "", { externalId: "d1", on: "2026-05-01", amount: "500" });
  await story.settled();
  expect(await members("gold")).toEqual(["Bo"]);
});

test("the partner list and the fairness report can name a cohort", async () => {
  const { partners } = await ask(tiergraph, story.token, operation("partner-list"), {
    filter: { cohort: "north", tracks: ["integrator"] },
  });
  expect(nodesOf(partners).map(({ name }) => name)).toEqual(["Cy"]);
  const report = (cohort?: string) => ask(tiergraph, story.token, operation("fairness-report"), { cohort });
  const regions = ({ fairnessReport }: Awaited<ReturnType<typeof report>>) =>
    fairnessReport.placements.filter(({ dimension }) => dimension === "REGION").map(({ value }) => value);
  expect(regions(await report())).toEqual(["North", "South", "West"]);
  expect(regions(await report("north"))).toEqual(["North"]);
});

test("indicators are shown of a cohort's members alone, and withheld of few from analysts", async () => {
  const wonDeals = async (name: string, token = story.token) => {
    const { cohort } = await ask(tiergraph, token, operation("cohort-indicators"), {
      name,
      from: "2026-01-01",
      until: "2027-01-01",
    });
    return cohort.indicators.map(({ partners, values }) => [
      partners,
      values?.find(({ indicator }) => indicator === "WON_DEALS")?.value ?? null,
    ]);
  };
  expect(await wonDeals("gold")).toEqual([[1, "1"]]);
  expect(await wonDeals("north")).toEqual([[2, "0"]]);
  expect(await wonDeals("gold", await tiergraph.tokenOf("analyst"))).toEqual([[null, null]]);
});

test("what is no cohort is refused with its reason", async () => {
  const codes = async (input: Parameters<typeof save>[0]) => (await save(input)).userErrors.map(({ code }) => code);
  expect(await codes({ name: "No Name", partnerIds: [] })).toEqual(["NAME_INVALID"]);
  expect(await codes({ name: "a", partnerIds: [], description: "" })).toEqual(["TEXT_INVALID"]);
  expect(await codes({ name: "a" })).toEqual(["RULE_OR_LIST"]);
  expect(await codes({ name: "a", rule: { regions: ["x"] }, partnerIds: [] })).toEqual(["RULE_OR_LIST"]);
  expect(await codes({ name: "a", rule: {} })).toEqual(["RULE_INVALID"]);
  expect(await codes({ name: "a", partnerIds: ["nobody"] })).toEqual(["PARTNER_NOT_FOUND"]);
  expect(await members("a")).toBeNull();
});

test("a partner learns from no filter in which cohorts it is", async () => {
  const partner = await tiergraph.tokenOf("partner", ids.Ada ?? "");
  const list = (filter: object) =>
    ask(tiergraph, partner, graphql("query ($f: PartnerFilter) { partners(filter: $f) { nodes { id } } }"), {
      f: filter,
    });
  expect((await list({})).partners.nodes).toHaveLength(1);
  expect((await list({ cohort: "north" })).partners.nodes).toHaveLength(0);
});

test("a cohort that is removed is gone, and its partners stay", async () => {
  const remove = () =>
    ask(tiergraph, story.token, operation("remove-cohort"), {
      name: "pilot",
    });
  expect((await remove()).removeCohort.removed).toBe("pilot");
  expect((await remove()).removeCohort.userErrors).toMatchObject([{ code: "COHORT_UNKNOWN" }]);
  const { cohorts } = await ask(tiergraph, await tiergraph.tokenOf("analyst"), operation("cohorts"));
  expect(nodesOf(cohorts).map(({ name, size }) => [name, size])).toEqual([
    ["builders", 1],
    ["gold", 1],
    ["north", 2],
    ["sellers-of-old", 1],
  ]);
});
