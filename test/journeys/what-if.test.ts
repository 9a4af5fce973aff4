import { graphql as execute } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askRaw, graphql, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(`
program: supposed
version: "1"
currency: USD
measures:
  revenue: { title: Revenue, sum: amount, of: deal.won, window: { rolling: 12 months } }
  customers: { title: Customers, distinct: customer, of: deal.won, window: { rolling: 12 months } }
  experts: { title: Experts, distinct: person, of: certification, where: { level: expert } }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: { all: [{ measure: revenue, at-least: 1000 }, { measure: customers, at-least: 2 }] } }
  gold: { rank: 2, why: Knows., requires: { all: [{ measure: revenue, at-least: 5000 }, { measure: experts, at-least: 1 }] } }
governance: { cadence: on-change, takes-effect: next-month }
courses: { mastery: { title: Mastery, role: engineering, certifies: { level: expert, valid: 24 months } } }
`);
});
afterAll(() => tiergraph.stop());
const suppose = (token: string, partnerId: string, supposed: object) =>
  ask(tiergraph, token, operation("what-if"), { partnerId, ...supposed });

/** A partner that has one customer, and has been placed on a day before. */
async function partnerWithOneCustomer(code: string): Promise<string> {
  const id = await story.partner(code);
  await story.wonDeal(id, { externalId: `${code}-1`, on: dayFromToday(-20), amount: "900", customer: "Acme" });
  await story.settled();
  await story.place(dayFromToday(-10));
  return id;
}

test("deals and certificates that are supposed show the tier that they would lead to", async () => {
  const id = await partnerWithOneCustomer("hopeful");
  const { partner } = await suppose(story.token, id, {
    deals: [{ amount: "4100", customer: "Borealis" }],
    certifications: [{ level: "expert" }],
  });
  expect(partner?.whatIf).toMatchObject({
    on: dayFromToday(0),
    measures: [
      { measure: "revenue", before: "900", after: "5000" },
      { measure: "customers", before: "1", after: "2" },
      { measure: "experts", before: "0", after: "1" },
    ],
    placement: { tier: { title: "Gold" }, reached: { title: "Gold" } },
  });
  // By the program's own safeguards: what was reached takes effect next month.
  expect(partner?.whatIf?.placement?.effectiveOn).toMatch(/-01$/);
});

test("one of two conditions is not enough, supposed or not", async () => {
  const id = await partnerWithOneCustomer("halfway");
  const reached = async (supposed: object) =>
    (await suppose(story.token, id, supposed)).partner?.whatIf?.placement?.reached.title;
  expect(await reached({})).toBe("Registered");
  expect(await reached({ certifications: [{ level: "expert" }] })).toBe("Registered");
  expect(await reached({ deals: [{ amount: "9000" }] })).toBe("Registered");
  expect(await reached({ certifications: [{ level: "foundation" }], deals: [{ amount: "9000" }] })).toBe("Registered");
});

test("a supposed deal with a customer that is already counted adds no customer", async () => {
  const id = await partnerWithOneCustomer("faithful");
  const { partner } = await suppose(story.token, id, { deals: [{ amount: "4100", customer: "Acme" }] });
  expect(partner?.whatIf).toMatchObject({
    measures: [{ after: "5000" }, { measure: "customers", before: "1", after: "1" }, { after: "0" }],
    placement: { reached: { title: "Registered" } },
  });
});

test("no matter what is supposed, nothing is recorded: no fact, no decision, no event", async () => {
  const id = await partnerWithOneCustomer("unchanged");
  const state = () =>
    tiergraph.sql(
      `select (select count(*) from metrics.fact) as facts, (select count(*) from partners.decision) as decisions,
         (select count(*) from partners.placement_run) as runs,
         (select max(id) from partners_jobs._private_jobs) as jobs, (select count(*) from enablement.certification) as certified`,
    );
  const before = await state();
  const status = await ask(tiergraph, story.token, operation("why-this-tier"), { partnerId: id });
  for (let i = 0; i < 3; i++)
    await suppose(story.token, id, {
      deals: [{ amount: "9000", customer: "B" }],
      certifications: [{ level: "expert" }],
    });
  await story.settled();
  expect(await state()).toEqual(before);
  expect(await ask(tiergraph, story.token, operation("why-this-tier"), { partnerId: id })).toEqual(status);
});

test("what is supposed for a day to come is judged as of that day", async () => {
  const id = await partnerWithOneCustomer("patient");
  const { partner } = await suppose(story.token, id, {
    on: dayFromToday(360),
    deals: [{ amount: "1000", customer: "Borealis" }],
  });
  // The recorded deal lies more than twelve months back by then.
  expect(partner?.whatIf).toMatchObject({
    on: dayFromToday(360),
    measures: [{ after: "1000" }, { after: "1" }, { after: "0" }],
  });
});

test("a partner supposes for itself, and for nobody else", async () => {
  const [own, other] = [await partnerWithOneCustomer("own"), await partnerWithOneCustomer("other")];
  const token = await tiergraph.tokenOf("partner", own);
  const supposed = { deals: [{ amount: "4100", customer: "Borealis" }], certifications: [{ level: "expert" }] };
  expect((await suppose(token, own, supposed)).partner?.whatIf?.placement?.reached.title).toBe("Gold");
  expect((await suppose(token, other, supposed)).partner).toBeNull();
});

test("a hypothesis of another partner, or one that was made up, is placed for nobody", async () => {
  const [own, other] = [await partnerWithOneCustomer("asking"), await partnerWithOneCustomer("asked-about")];
  const ID = graphql("query ($id: ID!) { partner(id: $id) { whatIf { id } } }");
  const idOf = async (partnerId: string) => {
    const { partner } = await ask(tiergraph, story.token, ID, { id: partnerId });
    return partner?.whatIf?.id ?? "";
  };
  const [ownId, foreignId] = [await idOf(own), await idOf(other)];
  // Straight at the subgraph, as the gateway asks it for the partner.
  const { schema, contextFor } = tiergraph.services.partners;
  const placementOf = async (id: string) => {
    const viewer = { role: "PARTNER", subject: "somebody", partnerIds: [own] } as const;
    const result = await execute({
      schema,
      source:
        "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Hypothesis { placement { reached { name } } } } }",
      variableValues: { of: [{ __typename: "Hypothesis", id }] },
      contextValue: contextFor({ viewer, language: "en", requestId: "test" }),
    });
    expect(result.errors).toBeUndefined();
    return JSON.parse(JSON.stringify(result.data))._entities;
  };
  expect(await placementOf(ownId)).toEqual([{ placement: { reached: { name: "registered" } } }]);
  expect(await placementOf(foreignId)).toEqual([null]);
  const forged = (content: unknown) => Buffer.from(JSON.stringify(content)).toString("base64url");
  const day = dayFromToday(0);
  const measures = [["revenue", "9000", null, null]];
  for (const id of [
    "nonsense",
    forged(null),
    forged([other, "supposed", "1", day, measures]),
    forged([own, "supposed", "never published", day, measures]),
    forged(["no partner", "supposed", "1", day, measures]),
    forged([own, "supposed", "1", "no day", measures]),
    forged([own, "supposed", "1", day, [["revenue", "a lot", null, null]]]),
  ])
    expect(await placementOf(id)).toEqual([null]);
  // Without a value for each measure there is nothing to judge by.
  expect(await placementOf(forged([own, "supposed", "1", day, measures]))).toEqual([{ placement: null }]);
  const hollow = ["revenue", "customers", "experts"].map((measure) => [measure, "9", ["1"], "x"]);
  expect(await placementOf(forged([own, "supposed", "1", day, hollow]))).toEqual([null]);
  const many = [
    ["revenue", "9"],
    ["customers", "9"],
    ["experts", "9"],
    ["revenue", `1${"0".repeat(190)}`],
  ];
  expect(await placementOf(forged([own, "supposed", "1", day, many]))).toHaveLength(1);
});

test.each([
  ["a day that is over", { on: dayFromToday(-1) }],
  ["a day more than a year on", { on: dayFromToday(400) }],
  ["an amount finer than a cent", { deals: [{ amount: "1.001" }] }],
  ["more deals than anybody types", { deals: Array.from({ length: 101 }, () => ({ amount: "1" })) }],
])("%s cannot be supposed", async (_what, supposed) => {
  const id = await story.partner("unreasonable");
  const { data, errors } = await askRaw(tiergraph, story.token, operation("what-if"), {
    partnerId: id,
    ...supposed,
  });
  expect(data?.partner?.whatIf).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
});
