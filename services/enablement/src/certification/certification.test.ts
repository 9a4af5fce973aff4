import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  complete,
  enablement,
  entitiesFor,
  foundationsOf,
  manager,
  openEnablementForTests,
  PERSON,
  partnerOf,
  TRAINING,
  trainingOf,
} from "../fixtures/opened-enablement.js";

beforeAll(openEnablementForTests);
afterEach(() => enablement.moveTo());
afterAll(() => enablement.stop());

test("a certification expires on its day and is renewed by completing the course again", async () => {
  const { partnerId, people } = await enablement.aPartner({ people: 1 });
  await complete(foundationsOf(people));
  enablement.moveTo("2027-05-31");
  expect(await trainingOf(partnerId)).toMatchObject({ certifiedPeople: 1 });
  enablement.moveTo("2027-06-01");
  expect(await trainingOf(partnerId)).toMatchObject({
    certifiedPeople: 0,
    certifications: { nodes: [{ issuedOn: "2025-06-01", isValid: false }] },
  });

  expect(await complete(foundationsOf(people, "2027-06-01"))).toMatchObject({ recorded: 1 });
  expect(await trainingOf(partnerId)).toMatchObject({
    enrolled: 1,
    completed: 1,
    certifiedPeople: 1,
    certifications: {
      nodes: [
        { issuedOn: "2027-06-01", expiresOn: "2029-06-01", isValid: true },
        { issuedOn: "2025-06-01", expiresOn: "2027-06-01", isValid: false },
      ],
    },
  });
  const { data } = await entitiesFor(partnerOf(partnerId), PERSON, "Person", people);
  expect(data._entities).toEqual([
    {
      id: people[0],
      enrollments: [{ course: { name: "foundations" }, percent: 100, state: "COMPLETED" }],
      certifications: [
        { issuedOn: "2027-06-01", isValid: true },
        { issuedOn: "2025-06-01", isValid: false },
      ],
    },
  ]);
});

test("certifications are paged latest first, and a cursor serves only its partner and its viewer", async () => {
  const { partnerId, people } = await enablement.aPartner({ people: 5 });
  await complete(people.flatMap((personId, i) => foundationsOf([personId], `2025-06-0${i + 1}`)));
  const days: string[] = [];
  let after: string | null = null;
  for (let hasNextPage = true; hasNextPage; ) {
    const paging: object = { first: 2, after };
    const { data } = await entitiesFor(manager, TRAINING, "Partner", [partnerId], paging);
    const page = data._entities[0]?.training?.certifications;
    if (page === undefined) throw new Error("No page");
    days.push(...page.nodes.map(({ issuedOn }) => issuedOn));
    ({ hasNextPage, endCursor: after } = page.pageInfo);
  }
  expect(days).toEqual(["2025-06-05", "2025-06-04", "2025-06-03", "2025-06-02", "2025-06-01"]);

  const other = await enablement.aPartner({ people: 0 });
  const codesFor = async (viewer: Viewer, id: string) =>
    (await entitiesFor(viewer, TRAINING, "Partner", [id], { after })).errors.map(({ extensions }) => extensions.code);
  expect(await codesFor(manager, other.partnerId)).toEqual(["INVALID_CURSOR"]);
  expect(await codesFor(partnerOf(partnerId), partnerId)).toEqual(["INVALID_CURSOR"]);
});

test("a certification is never changed, not even by the owner of the database", async () => {
  const { partnerId, people } = await enablement.aPartner({ people: 1 });
  await complete(foundationsOf(people));
  for (const change of ["update enablement.certification set level = 'expert'", "delete from enablement.certification"])
    await expect(enablement.ownerRows(`${change} where partner_id = $1`, [partnerId])).rejects.toThrow(/never changed/);
});
