import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { encodeOwnedId, newId } from "@tiergraph/kit/values/ids";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  COMPLETE,
  complete,
  ENROLL,
  enablement,
  enroll,
  entitiesFor,
  foundationsOf,
  ingest,
  manager,
  openEnablementForTests,
  PERSON,
  PROGRESS,
  partnerManagerOf,
  partnerOf,
  TRAINING,
  trainingOf,
} from "../fixtures/opened-enablement.js";

beforeAll(openEnablementForTests);
afterEach(() => enablement.moveTo());
afterAll(() => enablement.stop());

test("what belongs to another partner looks exactly like what does not exist", async () => {
  const [a, b] = [await enablement.aPartner({ people: 1 }), await enablement.aPartner({ people: 1 })];
  await complete(foundationsOf([...a.people, ...b.people]));
  const viewer = partnerManagerOf(a.partnerId);

  const partners = await entitiesFor(viewer, TRAINING, "Partner", [b.partnerId, newId(), "nonsense", a.partnerId]);
  expect(partners.errors).toEqual([]);
  expect(partners.data._entities.map((entity) => entity?.id ?? null)).toEqual([null, null, null, a.partnerId]);

  const [own = "", foreign = ""] = [...a.people, ...b.people];
  const stranger = encodeOwnedId("Person", { partnerId: a.partnerId, id: newId() });
  const people = await entitiesFor(viewer, PERSON, "Person", [foreign, stranger, "nonsense", own]);
  expect(people.errors).toEqual([]);
  expect(people.data._entities.map((entity) => entity?.id ?? null)).toEqual([null, null, null, own]);

  const enrolled = await enroll(
    [foreign, stranger, "nonsense"].map((personId) => ({ personId, course: "deal-desk" })),
    viewer,
  );
  const completed = await complete(foundationsOf([foreign, stranger, "nonsense"], "2025-06-30"), viewer);
  for (const { results } of [enrolled, completed]) {
    const refusals = results.map(({ index, ...refusal }) => refusal);
    expect(refusals).toEqual(Array(3).fill({ ...refusals[0], outcome: "REFUSED", code: "PERSON_NOT_FOUND" }));
  }
  const progress = { personId: foreign, course: "deal-desk", percent: 50 };
  expect((await enablement.ask(viewer, PROGRESS, { input: progress })).data).toEqual({
    recordProgress: { enrollment: null, userErrors: [{ code: "PERSON_NOT_FOUND", field: ["input", "personId"] }] },
  });
  expect(await trainingOf(b.partnerId)).toMatchObject({ enrolled: 1, completed: 1 });
});

test("roles may do what the policy says and no more", async () => {
  const { partnerId, people } = await enablement.aPartner({ people: 1 });
  const codesOf = async (viewer: Viewer, query: string, variables: Record<string, unknown>) =>
    (await enablement.ask(viewer, query, variables)).errors.map(({ extensions }) => extensions.code);
  const analyst: Viewer = { role: "ANALYST", subject: "analyst", partnerIds: "all" };
  const completions = { completions: foundationsOf(people) };
  expect(await codesOf(partnerOf(partnerId), COMPLETE, completions)).toEqual(["FORBIDDEN"]);
  expect(await codesOf(analyst, ENROLL, { enrollments: [] })).toEqual(["FORBIDDEN"]);
  expect(await codesOf(ingest, "{ courses { name } }", {})).toEqual(["FORBIDDEN"]);
  expect(await codesOf(partnerManagerOf(partnerId), "{ enablementJobs { pending } }", {})).toEqual(["FORBIDDEN"]);
  expect(await trainingOf(partnerId, analyst)).toMatchObject({ people: 1 });

  expect(await complete(foundationsOf(people), ingest)).toMatchObject({ recorded: 1 });
  const roundabout = `mutation ($completions: [CompletionInput!]!) { recordCompletions(input: { completions: $completions }) {
    results { enrollment { person { enrollments { state } certifications { id } } } } } }`;
  expect((await enablement.ask(ingest, roundabout, completions)).data).toEqual({
    recordCompletions: { results: [{ enrollment: { person: { enrollments: null, certifications: null } } }] },
  });
});

test("training costs the same statements for one partner as for twenty", async () => {
  const partners = await Promise.all(Array.from({ length: 20 }, () => enablement.aPartner({ people: 2 })));
  await complete(foundationsOf(partners.flatMap(({ people }) => people)));
  const ids = partners.map(({ partnerId }) => partnerId);
  const costOf = (query: string, count: number) =>
    enablement.statementsOf(async () => {
      const { data, errors } = await entitiesFor(manager, query, "Partner", ids.slice(0, count));
      expect(errors).toEqual([]);
      expect(data._entities).toHaveLength(count);
    });
  const list = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Partner { training { completed certifiedPeople } } } }`;
  for (const count of [1, 20]) {
    expect(await costOf(list, count)).toEqual(["training.count"]);
    expect((await costOf(TRAINING, count)).sort()).toEqual(["certification.list", "training.count-by-course"]);
  }
  const people = partners.flatMap((partner) => partner.people);
  for (const count of [1, 40]) {
    const cost = await enablement.statementsOf(() => entitiesFor(manager, PERSON, "Person", people.slice(0, count)));
    expect(cost.sort()).toEqual(["certification.list-of-people", "enrollment.list-of-people", "learner.find"]);
  }
});
