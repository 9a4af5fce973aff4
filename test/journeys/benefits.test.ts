import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, attempt, graphql, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { OperationName, VariablesOf } from "../kit/document.js";
import { faultsOfEntitlements } from "../kit/faults-of-entitlements.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

const PROGRAM = `
program: giving
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won, window: { rolling: 30 days } } }
benefits:
  passes: { title: Event passes, dimension: go-to-market, per: quarter, transition: { keeps: 90 days }, value: 300, cost: 120, owner: Events, why: To meet. }
  architect:
    { title: Architect, dimension: technical-enablement, claim: Write what for., fulfilled-within: 5 days, owner: Field, why: To build. }
  credit: { title: Longer credit, dimension: financial, why: To grow. }
tiers:
  base: { rank: 0, why: Everyone., benefits: { passes: { quantity: 1 } } }
  gold:
    rank: 1
    why: Sells.
    requires: { measure: revenue, at-least: 1000 }
    benefits: { passes: { quantity: 5 }, architect: { quantity: 2 }, credit: {} }
ceilings:
  architects: { title: Architects' days, of: [benefits.architect], each: program, over: year, times: 3, beyond: refuse, why: There are few. }
`;

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM);
});
afterAll(() => tiergraph.stop());

const golden = async (code: string) => {
  const id = await story.partner(code);
  await story.wonDeal(id, { externalId: `${code}-1`, on: dayFromToday(0), amount: "2000" });
  await story.settled();
  return id;
};

let keys = 0;
const claim = async (
  partnerId: string,
  benefit: string,
  quantity = 1,
  idempotencyKey = `c${++keys}`,
  token = story.token,
) => attempt(tiergraph, token, "claim-benefit", { partnerId, benefit, quantity, idempotencyKey });
const change = <Name extends OperationName>(name: Name, variables: VariablesOf<Name>) =>
  attempt(tiergraph, story.token, name, variables);
const entitlements = async (partnerId: string) => {
  const { partner } = await ask(
    tiergraph,
    story.token,
    graphql(
      `query ($id: ID!) { partner(id: $id) { entitlements { benefit { name } quantity used left isInTransition withdrawnOn } } }`,
    ),
    { id: partnerId },
  );
  return partner.entitlements.map(({ benefit, ...rest }) => ({ ...rest, benefit: benefit.name }));
};

test("a hundred people of a partner use its five passes at once: five have one", async () => {
  const id = await golden("crowd");
  const token = await tiergraph.tokenOf("partner", id);
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => claim(id, "passes", 1, `crowd-${i}`, token)));
  expect(answers.filter((answer) => answer.claim?.state === "FULFILLED")).toHaveLength(5);
  expect(
    new Set(answers.flatMap(({ userErrors }) => userErrors.map(({ code, message }) => `${code} ${message}`))),
  ).toEqual(new Set(["QUANTITY_USED_UP 0 are left in this period."]));
  expect((await entitlements(id)).find(({ benefit }) => benefit === "passes")).toMatchObject({
    quantity: 5,
    used: 5,
    left: 0,
  });
  tiergraph.passDays(92);
  expect((await claim(id, "passes", 5)).claim?.state).toBe("FULFILLED");
  tiergraph.passDays(-92);
});

test("a key claims once, and another claim under it is refused", async () => {
  const id = await golden("keyed");
  const first = await claim(id, "passes", 2, "key");
  expect(await claim(id, "passes", 2, "key")).toEqual(first);
  expect((await claim(id, "passes", 1, "key")).userErrors).toMatchObject([{ code: "KEY_REUSED" }]);
  expect((await claim(id, "nothing")).userErrors).toMatchObject([{ code: "BENEFIT_NOT_HELD" }]);
  expect((await claim(id, "passes", 0)).userErrors).toMatchObject([{ code: "QUANTITY_INVALID" }]);
});

test("a claim is approved within a service level, and fulfilled; one that is refused no longer counts", async () => {
  const id = await golden("builder");
  const [one, other] = [await claim(id, "architect"), await claim(id, "architect")];
  expect([one, other].map((answer) => answer.claim?.state)).toEqual(["REQUESTED", "REQUESTED"]);
  expect((await claim(id, "architect")).userErrors).toMatchObject([{ code: "QUANTITY_USED_UP" }]);
  const refused = { id: other.claim?.id, approve: false, reason: "Not for this." };
  const [self, second] = await Promise.all(
    ["DEVELOPMENT program-manager ", "a second manager"].map((person) => tiergraph.tokenAs(person, "program-manager")),
  );
  expect((await attempt(tiergraph, self ?? "", "decide-benefit-claim", refused)).userErrors).toMatchObject([
    { code: "SECOND_PERSON_NEEDED", message: "Who claimed it cannot decide it: a second person has to." },
  ]);
  const decide = (decision: typeof refused) => attempt(tiergraph, second ?? "", "decide-benefit-claim", decision);
  expect((await decide(refused)).claim?.state).toBe("REFUSED");
  expect((await claim(id, "architect")).claim?.state).toBe("REQUESTED");
  const approved = await decide({ id: one.claim?.id ?? "", approve: true, reason: "Yes." });
  expect(approved.claim).toMatchObject({ state: "APPROVED", dueOn: dayFromToday(5) });
  tiergraph.passDays(6);
  const { benefitClaims } = await ask(tiergraph, story.token, operation("open-benefit-claims"), {});
  expect(nodesOf(benefitClaims).find((node) => node.id === one.claim?.id)?.isOverdue).toBe(true);
  tiergraph.passDays(-6);
  expect((await change("fulfil-benefit-claim", { id: one.claim?.id })).claim?.state).toBe("FULFILLED");
  expect((await change("fulfil-benefit-claim", { id: one.claim?.id })).userErrors).toMatchObject([
    { code: "NOT_POSSIBLE" },
  ]);
});

test("a ceiling of the whole program holds a benefit, too", async () => {
  const [first, second] = [await golden("first-builder"), await golden("second-builder")];
  const answers = [await claim(first, "architect"), await claim(first, "architect"), await claim(second, "architect")];
  // The partner of the test before has two of three; what it was refused gave its room back.
  const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code, message }) => `${code} ${message}`));
  expect(codes).toEqual(Array(2).fill("CEILING_REACHED Architects' days: nothing is left."));
});

test("who falls below its tier keeps what was promised, as long as was promised, beside what the lower tier gives", async () => {
  const id = await golden("faller");
  tiergraph.passDays(31);
  await story.newDay();
  const fallen = await entitlements(id);
  expect(
    fallen.map(({ benefit, quantity, isInTransition, withdrawnOn }) => [
      benefit,
      quantity,
      isInTransition,
      withdrawnOn,
    ]),
  ).toEqual([
    ["passes", 5, true, dayFromToday(31 + 90)],
    ["passes", 1, false, null],
  ]);
  expect((await claim(id, "passes", 4)).claim?.state).toBe("FULFILLED");
  tiergraph.passDays(90);
  expect((await entitlements(id)).map(({ quantity }) => quantity)).toEqual([1]);
  expect(await faultsOfEntitlements(tiergraph, story.token)).toEqual([]);
  tiergraph.passDays(-121);
});

test("the matrix shows what a tier gives in each dimension, and costs are for those who run the program", async () => {
  const query = graphql(
    "{ tiers { name benefits { quantity benefit { name dimension per value cost owner claim fulfilledWithinDays transition } } } }",
  );
  const passes = async (token: string) => {
    const { tiers } = await ask(tiergraph, token, query);
    return tiers.find(({ name }) => name === "gold")?.benefits.find(({ benefit }) => benefit.name === "passes");
  };
  expect(await passes(story.token)).toEqual({
    quantity: 5,
    benefit: {
      name: "passes",
      dimension: "GO_TO_MARKET",
      per: "quarter",
      value: "300",
      cost: "120",
      owner: "Events",
      claim: null,
      fulfilledWithinDays: null,
      transition: "Kept for 90 days after the tier is left.",
    },
  });
  const partner = await tiergraph.tokenOf("partner", await story.partner("reader"));
  expect((await passes(partner))?.benefit.cost).toBeNull();
});
