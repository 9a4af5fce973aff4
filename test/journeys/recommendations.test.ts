import { afterAll, beforeAll, expect, test } from "vitest";
import type { HypotheticalCertificationInput } from "../generated/documents.js";
import { ask, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;
let token: string;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  partnerId = await story.partner("partner", ["integrator"]);
  await story.change("register-people", {
    people: ["ada", "grace", "ken"].map((externalId) => ({
      partnerId,
      externalId,
      name: externalId,
      role: externalId === "ken" ? ("SALES" as const) : ("ENGINEERING" as const),
    })),
  });
  // All that silver asks but for a certified person.
  for (const n of [1, 2, 3, 4])
    await story.wonDeal(partnerId, { externalId: `d-${n}`, on: dayFromToday(-1), amount: "20000", customer: `c${n}` });
  await story.settled();
  await story.place(dayFromToday(0));
  await story.settled();
  token = await tiergraph.tokenOf("partner", partnerId);
});
afterAll(() => tiergraph.stop());

const people = async () => {
  const { partner } = await ask(tiergraph, token, operation("next-steps"), { partnerId });
  return Object.fromEntries(nodesOf(partner.people).map((person) => [person.name ?? "", person]));
};
const training = async () =>
  (await ask(tiergraph, token, operation("training-for-tier"), { partnerId })).partner.tierStatus.next.training;

test("a person is shown what to learn next, and that it would make the partner silver", async () => {
  const { ada, ken } = await people();
  expect(ada?.nextSteps.map(({ kind, course }) => [kind, course.name])).toEqual([
    ["START", "technical-foundations"],
    ["START", "implementation"],
  ]);
  expect(ken?.nextSteps.map(({ course }) => course.name)).toEqual(["sales-foundations", "deal-desk"]);
  const [first] = ada?.nextSteps ?? [];
  expect(first?.outcome?.measures.find(({ measure }) => measure === "certified-people")).toMatchObject({
    before: "0",
    after: "1",
  });
  expect(first?.outcome?.placement.tier.name).toBe("silver");
  // What certifies nobody does nothing to the tier.
  expect(ken?.nextSteps[1]?.outcome).toBeNull();
});

test("the training that closes the gap to the next tier is joined to it, the nearest person first", async () => {
  const { grace } = await people();
  await story.change("complete-module", {
    personId: grace?.id ?? "",
    course: "technical-foundations",
    module: "concepts",
  });
  expect(await training()).toEqual([
    {
      measure: "certified-people",
      title: "Certified people",
      needed: 1,
      closes: 1,
      assignments: [
        {
          person: { id: grace?.id, name: "grace" },
          courses: [expect.objectContaining({ name: "technical-foundations", title: "Technical foundations" })],
        },
      ],
    },
  ]);
});

test("a partner that has earned what was missing is silver, and the next gaps are those to gold", async () => {
  const { grace } = await people();
  await story.completes(grace?.id ?? "", "technical-foundations", dayFromToday(0));
  await story.settled();
  await story.place(dayFromToday(0));
  await story.settled();
  const gaps = await training();
  expect(gaps.map(({ measure, needed, closes }) => [measure, needed, closes])).toEqual([
    ["certified-people", 2, 2],
    ["certified-experts", 1, 1],
  ]);
  // Grace knows the foundations: she is nearest to what gold asks of integrators.
  expect(gaps[1]?.assignments).toMatchObject([{ person: { name: "grace" }, courses: [{ name: "implementation" }] }]);
  expect((await people()).grace?.nextSteps[0]).toMatchObject({ kind: "START", course: { name: "implementation" } });
});

test("supposing a certificate of somebody who is certified counts nobody twice", async () => {
  const { grace } = await people();
  const certified = async (certifications: HypotheticalCertificationInput[]) => {
    const { partner } = await ask(tiergraph, token, operation("what-if"), { partnerId, certifications });
    const found = partner.whatIf.measures.find(({ measure }) => measure === "certified-people");
    return [found?.before, found?.after];
  };
  expect(await certified([{ level: "foundation", personId: grace?.id }])).toEqual(["1", "1"]);
  expect(await certified([{ level: "foundation" }])).toEqual(["1", "2"]);
});
