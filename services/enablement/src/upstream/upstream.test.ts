import { decodeOwnedId, newId } from "@tiergraph/kit/values/ids";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  COURSES,
  complete,
  enablement,
  foundationsOf,
  manager,
  openEnablementForTests,
  program,
  trainingOf,
} from "../fixtures/opened-enablement.js";

beforeAll(openEnablementForTests);
afterEach(() => enablement.moveTo());
afterAll(() => enablement.stop());

test("an event that is delivered twice counts once, and older news never overrule newer ones", async () => {
  const partnerId = newId();
  const tierOf = async () =>
    (
      await enablement.ownerRows<{ tier: string }>("select tier from enablement.partner where partner_id = $1", [
        partnerId,
      ])
    )[0]?.tier;
  const change = (sequence: number, ...tiers: string[]) => ({
    program: "sample",
    programVersion: "1",
    changes: [
      { partnerId, sequence, periods: tiers.map((tier) => ({ tier, from: "2025-01-01", decisionId: newId() })) },
    ],
  });
  // The news of a tier may come before those of its partner.
  const second = enablement.eventOf("TierChanged", change(2, "registered", "gold"));
  await enablement.deliver(second);
  await enablement.send("PartnersChanged", { partners: [{ partnerId, tracks: [], region: null }] });
  await enablement.send("TierChanged", change(1, "registered"));
  expect(await tierOf()).toBe("gold");
  await enablement.send("TierChanged", change(3, "registered"));
  await enablement.deliver(second);
  expect(await tierOf()).toBe("registered");

  const personId = newId();
  const roleOf = async () =>
    (
      await enablement.ownerRows<{ role: string }>("select role from enablement.learner where person_id = $1", [
        personId,
      ])
    )[0]?.role;
  const sales = enablement.eventOf("PeopleChanged", { people: [{ partnerId, personId, role: "sales" }] });
  enablement.moveTo("2025-07-01");
  await enablement.send("PeopleChanged", { people: [{ partnerId, personId, role: "engineering" }] });
  await enablement.deliver(sales);
  expect(await roleOf()).toBe("engineering");
  expect(await trainingOf(partnerId)).toMatchObject({ people: 1 });
});

test("moves of a person that arrive in the wrong order leave it where it went last", async () => {
  const [home, away] = [await enablement.aPartner({ people: 1 }), await enablement.aPartner({ people: 0 })];
  const at = decodeOwnedId(home.people[0] ?? "");
  if (at === null) throw new Error("It has no id");
  await enablement.send("ProgramPublished", program(300, COURSES));
  await complete(foundationsOf(home.people));
  const here = { partnerId: home.partnerId, personId: at.id };
  const there = { partnerId: away.partnerId, personId: newId() };
  const move = (from: typeof here, to: typeof here) =>
    enablement.send("PersonMoved", { from, to: { ...to, role: null }, on: "2025-06-30" });
  // Back before it went: the first job waits for the second.
  await Promise.all([
    move(there, here),
    new Promise((resolve) => setTimeout(resolve, 300)).then(() => move(here, there)),
  ]);
  expect(await trainingOf(home.partnerId)).toMatchObject({ people: 1, certifiedPeople: 1 });
  expect(await trainingOf(away.partnerId)).toMatchObject({ people: 0, certifiedPeople: 0 });
});

test("a plan is made by the version that gave the tier, also where the news of the tier come first", async () => {
  const withPlan = (version: number, template: string) => {
    const { source, ...published } = program(version, COURSES);
    const steps = "{ learn: { due: 5 business days, done-by: { course: foundations } } }";
    return {
      ...published,
      source: `${source}\nonboarding: { plans: { ${template}: { steps: ${steps}, why: A start. } } }`,
    };
  };
  const tierOf = (partnerId: string, version: number) =>
    enablement.eventOf("TierChanged", {
      program: "sample",
      programVersion: String(version),
      changes: [{ partnerId, sequence: 1, periods: [{ tier: "registered", from: "2025-06-30", decisionId: newId() }] }],
    });
  const plansOf = (partnerId: string) =>
    enablement.ownerRows("select template from enablement.onboarding_plan where partner_id = $1", [partnerId]);
  const ofVersion400 = enablement.eventOf("ProgramPublished", withPlan(400, "early"));
  const ofVersion401 = enablement.eventOf("ProgramPublished", withPlan(401, "late"));
  const [first, second, third] = [
    await enablement.aPartner({ people: 0 }),
    await enablement.aPartner({ people: 0 }),
    await enablement.aPartner({ people: 0 }),
  ];
  // The later version and both tiers arrive before the version that they follow.
  await Promise.all(
    [ofVersion401, tierOf(first.partnerId, 400), tierOf(second.partnerId, 401)]
      .map((event) => enablement.deliver(event))
      .concat(new Promise((resolve) => setTimeout(resolve, 300)).then(() => enablement.deliver(ofVersion400))),
  );
  await enablement.deliver(tierOf(third.partnerId, 400));
  expect(await plansOf(first.partnerId)).toEqual([{ template: "early" }]);
  expect(await plansOf(second.partnerId)).toEqual([{ template: "late" }]);
  expect(await plansOf(third.partnerId)).toEqual([{ template: "early" }]);
});

test("a course version ends what it ends, whichever of two versions of the program arrives first", async () => {
  const { people } = await enablement.aPartner({ people: 1 });
  const course = (version: number, within: number) =>
    `  overtaken: { version: ${version}, certifies: { level: expert, valid: 24 months, recertify-within: ${within} days } }`;
  await enablement.send("ProgramPublished", program(500, course(1, 90)));
  await complete([{ personId: people[0], course: "overtaken", completedOn: "2025-06-01" }]);
  const second = enablement.eventOf("ProgramPublished", program(501, course(2, 10)));
  const third = enablement.eventOf("ProgramPublished", program(502, course(3, 60)));
  await Promise.all([
    enablement.deliver(third),
    new Promise((resolve) => setTimeout(resolve, 300)).then(() => enablement.deliver(second)),
  ]);
  // Of the second, which wants it earned anew the soonest.
  expect(
    await enablement.ownerRows(
      "select ended_on::text as ends from enablement.certification where course = 'overtaken'",
    ),
  ).toEqual([{ ends: "2025-07-10" }]);
});

test("a hundred who ask at once for a version that nobody has read yet read its document once", async () => {
  await enablement.send("ProgramPublished", program(600, COURSES));
  const ask = () => enablement.ask<{ courses: { name: string }[] }>(manager, "{ courses { name } }");
  let answers: Awaited<ReturnType<typeof ask>>[] = [];
  const statements = await enablement.statementsOf(async () => {
    answers = await Promise.all(Array.from({ length: 100 }, ask));
  });
  expect(answers.map(({ data, errors }) => (errors.length === 0 ? data.courses.length : errors))).toEqual(
    Array(100).fill(2),
  );
  expect(statements.filter((name) => name === "program.find-sources")).toHaveLength(1);
  expect(await enablement.statementsOf(ask)).toEqual([]); // Kept until another version comes.
});
