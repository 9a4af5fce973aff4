import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  announcedOf,
  type Batch,
  complete,
  enablement,
  foundationsOf,
  openEnablementForTests,
  partnerManagerOf,
  program,
  trainingOf,
} from "../fixtures/opened-enablement.js";

beforeAll(openEnablementForTests);
afterEach(() => enablement.moveTo());
afterAll(() => enablement.stop());

test("completions certify people and are announced once a batch, however often they are recorded", async () => {
  const { partnerId, people } = await enablement.aPartner({ people: 3 });
  const batch = [...foundationsOf(people), { personId: people[0], course: "deal-desk", completedOn: "2025-06-02" }];
  expect(await complete(batch, partnerManagerOf(partnerId))).toMatchObject({ recorded: 4, unchanged: 0, refused: 0 });
  expect(await complete(batch, partnerManagerOf(partnerId))).toMatchObject({ recorded: 0, unchanged: 4, refused: 0 });
  expect(await trainingOf(partnerId)).toMatchObject({ people: 3, enrolled: 4, completed: 4, certifiedPeople: 3 });

  const announced = await announcedOf(partnerId);
  expect(announced).toHaveLength(1);
  expect(announced[0]?.map(({ personId }) => encodeOwnedId("Person", { partnerId, id: personId }))).toEqual(people);
  expect(announced[0]?.[0]).toEqual({
    partnerId,
    certificationId: expect.any(String),
    personId: expect.any(String),
    course: "foundations",
    level: "foundation",
    role: "engineering",
    issuedOn: "2025-06-01",
    expiresOn: "2027-06-01",
  });
});

test("two recordings of the same completion at the same moment give one certification", async () => {
  const { partnerId, people } = await enablement.aPartner({ people: 20 });
  const batch = foundationsOf(people);
  const both = await Promise.all([complete(batch), complete([...batch].reverse())]);
  expect(both.map(({ recorded }) => recorded).sort((left, right) => left - right)).toEqual([0, 20]);
  expect(await trainingOf(partnerId)).toMatchObject({ completed: 20, certifiedPeople: 20 });
  expect(await announcedOf(partnerId)).toHaveLength(1);
});

test("a batch costs the same statements at any size, and one of over a thousand is refused", async () => {
  const { people } = await enablement.aPartner({ people: 100 });
  const [first = ""] = people;
  const one = await enablement.statementsOf(() => complete(foundationsOf([first])));
  const many = await enablement.statementsOf(() => complete(foundationsOf(people)));
  expect(many).toEqual(one);
  expect(await complete(foundationsOf(Array(1_001).fill(first)))).toMatchObject({
    recorded: 0,
    results: [],
    userErrors: [{ code: "TOO_MANY" }],
  });
});

test("a completion that is under way when a new version comes ends with the others of its version", async () => {
  const { people } = await enablement.aPartner({ people: 1 });
  const course = (version: number) =>
    `  race: { version: ${version}, certifies: { level: expert, valid: 24 months, recertify-within: 30 days } }`;
  await enablement.send("ProgramPublished", program(200, course(1)));
  let under: Promise<Batch>[] = [];
  let publication: Promise<void>[] = [];
  await enablement.whileKept("enablement.enrollment", async () => {
    under = [complete([{ personId: people[0], course: "race", completedOn: "2025-06-01" }])];
    const isWaiting = async () =>
      (
        await enablement.ownerRows(
          "select from pg_locks where relation = 'enablement.enrollment'::regclass and not granted",
        )
      ).length > 0;
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 10));
    publication = [enablement.send("ProgramPublished", program(201, course(2)))];
    // Long enough for the news to be handled, were it not to wait.
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  await Promise.all([...under, ...publication]);
  const rows = await enablement.ownerRows<{ version: number; ends: string }>(
    `select course_version as version, ended_on::text as ends from enablement.certification where course = 'race'`,
  );
  expect(rows).toEqual([{ version: 1, ends: "2025-07-30" }]);
});
