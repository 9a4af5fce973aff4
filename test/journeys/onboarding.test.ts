import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, attempt, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { AnswerOf, OperationName, VariablesOf } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";
import { untilHolds } from "../kit/until-holds.js";

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
});
afterAll(() => tiergraph.stop());

type Plan = AnswerOf<"partner-onboarding">["partner"]["onboarding"]["plans"][number];
const onboardingOf = async (partnerId: string, token = story.token) =>
  (await ask(tiergraph, token, operation("partner-onboarding"), { partnerId })).partner.onboarding;
const planOf = async (partnerId: string, name: string): Promise<Plan> => {
  const plan = (await onboardingOf(partnerId)).plans.find((one) => one.name === name);
  if (plan === undefined) throw new Error(`There is no plan ${name}`);
  return plan;
};
const stepOf = (plan: Plan, name: string) => plan.steps.find((step) => step.name === name);
const change = <Name extends OperationName>(name: Name, variables: VariablesOf<Name>, token = story.token) =>
  attempt(tiergraph, token, name, variables);

test("a partner gets the plans of its tracks when it joins, with due days that are business days", async () => {
  const reseller = await story.partner("reseller", ["reseller"]);
  const integrator = await story.partner("integrator", ["integrator"]);
  await story.settled();
  const [first, second] = [await onboardingOf(reseller), await onboardingOf(integrator)];
  expect(first.plans.map(({ name }) => name)).toEqual(["first-steps"]);
  expect(second.plans.map(({ name }) => name).sort()).toEqual(["first-steps", "integration"]);
  expect(first).toMatchObject({ joinedOn: dayFromToday(0), firstValueOn: null, daysToFirstValue: null });
  for (const { steps } of second.plans)
    for (const { dueOn } of steps) expect([1, 2, 3, 4, 5]).toContain(new Date(`${dueOn}T00:00:00Z`).getUTCDay());
  expect(first.plans[0]).toMatchObject({ health: "ON_TRACK", percent: 0 });
});

test("a course, a won deal and a launched integration complete steps by themselves, and the first deal is the first value", async () => {
  const partnerId = await story.partner("learns", ["integrator"]);
  const personId = await story.person(partnerId, "ada");
  await story.completes(personId, "sales-foundations", dayFromToday(-1));
  await story.wonDeal(partnerId, { externalId: "d-1", on: dayFromToday(0), amount: "100" });
  await story.change("record-facts", {
    facts: [{ kind: "INTEGRATION_LAUNCHED", partnerId, externalId: "i-1", on: dayFromToday(0) }],
  });
  await story.settled();
  const [steps, integration] = [await planOf(partnerId, "first-steps"), await planOf(partnerId, "integration")];
  expect(stepOf(steps, "learn")).toMatchObject({ state: "DONE", doneBecause: "COURSE", doneOn: dayFromToday(-1) });
  expect(stepOf(steps, "first-deal")).toMatchObject({ state: "DONE", doneBecause: "FACT" });
  expect(stepOf(integration, "launch")).toMatchObject({ state: "DONE", doneBecause: "FACT" });
  expect(stepOf(integration, "api")).toMatchObject({ state: "WAITING" });
  expect(steps.percent).toBe(50);
  expect(await onboardingOf(partnerId)).toMatchObject({ firstValueOn: dayFromToday(0), daysToFirstValue: 0 });
});

test("who is promoted to gold gets a plan for that once, and none for staying there", async () => {
  const partnerId = await story.partner("rises", ["reseller"]);
  for (const n of [1, 2, 3]) {
    const personId = await story.person(partnerId, `p${n}`);
    await story.completes(personId, "sales-foundations", dayFromToday(-1));
  }
  await story.settled();
  expect((await onboardingOf(partnerId)).plans.map(({ name }) => name)).toEqual(["first-steps"]);
  for (const n of Array.from({ length: 12 }, (_, i) => i))
    await story.wonDeal(partnerId, { externalId: `r-${n}`, on: dayFromToday(-1), amount: "20000", customer: `c${n}` });
  await story.settled();
  await story.place(dayFromToday(0));
  await story.settled();
  const names = async () => (await onboardingOf(partnerId)).plans.map(({ name }) => name).sort();
  expect(await names()).toEqual(["first-steps", "gold-standards"]);
  await story.place(dayFromToday(0));
  await story.settled();
  expect(await names()).toEqual(["first-steps", "gold-standards"]);
});

test("steps are done in their order, by whose they are, with evidence where it is asked for", async () => {
  const partnerId = await story.partner("works", ["reseller"]);
  const stranger = await tiergraph.tokenOf("partner", await story.partner("stranger"));
  await story.settled();
  const token = await tiergraph.tokenOf("partner", partnerId);
  const { id: planId } = await planOf(partnerId, "first-steps");
  const complete = (step: string, evidence: string | null, by = token) =>
    change("complete-onboarding-step", { planId, step, evidence }, by);
  expect((await complete("campaign", "A page.", stranger))?.userErrors).toMatchObject([{ code: "PLAN_NOT_FOUND" }]);
  expect((await complete("campaign", "A page."))?.userErrors).toMatchObject([
    { code: "STEP_WAITS", message: "To be done before: orientation." },
  ]);
  expect((await complete("orientation", null))?.userErrors).toMatchObject([{ code: "NOT_YOURS" }]);
  expect((await complete("orientation", null, story.token))?.step).toMatchObject({ state: "DONE" });
  expect((await complete("campaign", null))?.userErrors).toMatchObject([{ code: "EVIDENCE_MISSING" }]);
  const evidence = "https://example.com/campaign";
  expect((await complete("campaign", evidence))?.step).toMatchObject({ doneBecause: "HAND", evidence });
  expect((await complete("campaign", "Another."))?.step).toMatchObject({ evidence });
});

test("what is blocked says why, what is overdue is found, and done steps are neither", async () => {
  const partnerId = await story.partner("late", ["reseller"]);
  await story.settled();
  const plan = await planOf(partnerId, "first-steps");
  const block = (step: string, reason: string | null) =>
    change("block-onboarding-step", { planId: plan.id, step, reason });
  expect((await block("learn", "Nobody has time."))?.step).toMatchObject({ state: "BLOCKED" });
  expect((await planOf(partnerId, "first-steps")).health).toBe("BLOCKED");
  expect((await block("learn", null))?.step).toMatchObject({ state: "OPEN" });
  const lateNow = async () => {
    const { latePlans } = await ask(
      tiergraph,
      await tiergraph.tokenOf("partner-manager", partnerId),
      operation("late-plans"),
    );
    return nodesOf(latePlans).map(({ id }) => id);
  };
  expect(await lateNow()).toEqual([]);
  tiergraph.passDays(10);
  expect((await planOf(partnerId, "first-steps")).health).toBe("LATE");
  expect(await lateNow()).toEqual([plan.id]);
  await change("complete-onboarding-step", { planId: plan.id, step: "orientation" });
  expect(await lateNow()).toEqual([]);
  tiergraph.passDays(-10);
});

test("the overview counts the plans and partners since a day, and the median days to the first value", async () => {
  const overview = async (from: string) =>
    (await ask(tiergraph, story.token, operation("onboarding-overview"), { from })).onboardingOverview;
  const { plans, joined, withFirstValue, medianDays } = await overview(dayFromToday(0));
  const rows = await tiergraph.sql<{ plans: number; joined: number; valued: number }>(
    `select (select count(*) from enablement.onboarding_plan)::int as plans,
       (select count(*) from enablement.partner)::int as joined,
       (select count(*) from enablement.milestone where kind = 'deal.won')::int as valued`,
  );
  expect(rows).toEqual([{ plans, joined, valued: withFirstValue }]);
  // Both won their first deal on the day that they joined, or before.
  expect([withFirstValue, medianDays]).toEqual([2, 0]);
  expect(await overview(dayFromToday(1))).toMatchObject({ plans: 0, joined: 0, withFirstValue: 0, medianDays: null });
});

test("what is reached while a plan is made completes its step, whichever comes first", async () => {
  // Registering a partner and its deal without waiting: events come in any order, at once. Fewer than a service has connections.
  const made = await Promise.all(
    Array.from({ length: 8 }, async (_, i) => {
      const { partners } = await story.change("register-partners", {
        partners: [{ code: `racing-${i}`, tracks: ["reseller"] }],
      });
      const partnerId = partners[0]?.id ?? "";
      // As soon as metrics knows of the partner.
      const deal = {
        kind: "DEAL_WON" as const,
        partnerId,
        externalId: `racing-${i}`,
        on: dayFromToday(0),
        amount: "100",
      };
      await untilHolds(async () => {
        const { recorded } = await story.change("record-facts", { facts: [deal] });
        return recorded === 1;
      });
      return partnerId;
    }),
  );
  await story.settled();
  for (const partnerId of made)
    expect(stepOf(await planOf(partnerId, "first-steps"), "first-deal")).toMatchObject({ doneBecause: "FACT" });
});
