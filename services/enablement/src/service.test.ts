import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { decodeOwnedId, encodeOwnedId, newId } from "@tiergraph/kit/values/ids";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { runEnablement } from "./fixtures/running-enablement.js";

/** The versions of the program follow each other in the order in which they are made here. */
let versions = 0;
const program = (version: number, courses: string) => ({
  program: "sample",
  programVersion: String(version),
  sequence: ++versions,
  source: `program: sample
version: ${version}
currency: USD
measures: { revenue: { sum: amount, of: deal.won, window: { rolling: 90 days } } }
tiers:
  registered: { rank: 0, why: Everyone starts here. }
courses:
${courses}`,
});
const COURSES = `  foundations: { title: Technical foundations, role: engineering, certifies: { level: foundation, valid: 24 months } }
  deal-desk: { title: Deal desk, role: sales }`;

const manager: Viewer = { role: "PROGRAM_MANAGER", subject: "manager", partnerIds: "all" };
const ingest: Viewer = { role: "INGEST", subject: "crm", partnerIds: "all" };
const partnerManagerOf = (partnerId: string): Viewer => ({
  role: "PARTNER_MANAGER",
  subject: "pm",
  partnerIds: [partnerId],
});
const partnerOf = (partnerId: string): Viewer => ({ role: "PARTNER", subject: "portal", partnerIds: [partnerId] });

let house: Awaited<ReturnType<typeof runEnablement>>;
beforeAll(async () => {
  house = await runEnablement();
  await house.tell("ProgramPublished", program(1, COURSES));
});
afterEach(() => house.moveTo());
afterAll(() => house.stop());

const ENROLL = `mutation ($enrollments: [EnrollmentInput!]!) { enrollPeople(input: { enrollments: $enrollments }) {
  recorded unchanged refused
  results { index outcome code field message enrollment { person { id } course { name } enrolledOn state } }
  userErrors { code } } }`;
const PROGRESS = `mutation ($input: RecordProgressInput!) { recordProgress(input: $input) {
  enrollment { percent state completedOn } userErrors { code field } } }`;
const COMPLETE = `mutation ($completions: [CompletionInput!]!) { recordCompletions(input: { completions: $completions }) {
  recorded unchanged refused
  results { outcome code field message enrollment { state completedOn } certification { id level issuedOn expiresOn } }
  userErrors { code } } }`;
const TRAINING = `query ($representations: [_Any!]!, $first: Int = 10, $after: String) {
  _entities(representations: $representations) { ... on Partner { id training {
    people enrolled completed certifiedPeople
    courses { course { name isOffered } enrolled completed averagePercent }
    certifications(first: $first, after: $after) {
      nodes { id person { id } course { title role } issuedOn expiresOn isValid } pageInfo { hasNextPage endCursor } }
  } } } }`;
const PERSON = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person {
  id enrollments { course { name } percent state } certifications { issuedOn isValid } } } }`;

interface Batch {
  readonly recorded: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly results: readonly Record<string, unknown>[];
  readonly userErrors: readonly { code: string }[];
}
interface TrainingShape {
  readonly people: number;
  readonly enrolled: number;
  readonly completed: number;
  readonly certifiedPeople: number;
  readonly courses: readonly object[];
  readonly certifications: {
    nodes: readonly { issuedOn: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
interface Entity {
  readonly id: string;
  readonly training: TrainingShape | null;
  readonly enrollments: readonly object[] | null;
  readonly certifications: readonly object[] | null;
}

const representationsOf = (typename: string, ids: readonly string[]) => ids.map((id) => ({ __typename: typename, id }));
const entitiesFor = (viewer: Viewer, query: string, typename: string, ids: readonly string[], paging: object = {}) =>
  house.ask<{ _entities: (Entity | null)[] }>(viewer, query, {
    representations: representationsOf(typename, ids),
    ...paging,
  });
const trainingOf = async (partnerId: string, viewer: Viewer = manager): Promise<TrainingShape> => {
  const { data } = await entitiesFor(viewer, TRAINING, "Partner", [partnerId]);
  const training = data._entities[0]?.training;
  if (training == null) throw new Error(`No training of ${partnerId}`);
  return training;
};
const complete = async (completions: readonly object[], viewer: Viewer = manager): Promise<Batch> =>
  (await house.ask<{ recordCompletions: Batch }>(viewer, COMPLETE, { completions })).data.recordCompletions;
const enroll = async (enrollments: readonly object[], viewer: Viewer = manager): Promise<Batch> =>
  (await house.ask<{ enrollPeople: Batch }>(viewer, ENROLL, { enrollments })).data.enrollPeople;
const foundationsOf = (people: readonly string[], completedOn = "2025-06-01") =>
  people.map((personId) => ({ personId, course: "foundations", completedOn }));

interface CertificationsEvent {
  readonly certifications: readonly { partnerId: string; personId: string }[];
}
/** What the others were told of a partner's certifications, a list an event. */
const toldOf = async (partnerId: string) => {
  const rows = await house.ownerRows<{ payload: CertificationsEvent }>(
    "select payload from metrics_jobs._private_jobs order by id",
  );
  return rows
    .map(({ payload }) => payload.certifications.filter((told) => told.partnerId === partnerId))
    .filter((told) => told.length > 0);
};

test("the courses of the program in force are offered to everyone who may read them", async () => {
  const query = "{ courses { name title role certifies { level validMonths } isOffered } }";
  const { data } = await house.ask<object>(partnerOf(newId()), query);
  expect(data).toEqual({
    courses: [
      {
        name: "foundations",
        title: "Technical foundations",
        role: "ENGINEERING",
        certifies: { level: "foundation", validMonths: 24 },
        isOffered: true,
      },
      { name: "deal-desk", title: "Deal desk", role: "SALES", certifies: null, isOffered: true },
    ],
  });
});

test("people are enrolled once, however often it is told, and each refusal says why", async () => {
  const { partnerId, people } = await house.aPartner({ people: 2 });
  const [ada = "", grace = ""] = people;
  const batch = [
    { personId: ada, course: "foundations", enrolledOn: "2025-01-10" },
    { personId: grace, course: "foundations" },
    { personId: ada, course: "juggling" },
    { personId: ada, course: "deal-desk", enrolledOn: "2025-07-01" },
  ];
  const first = await enroll(batch, partnerOf(partnerId));
  expect(first).toMatchObject({ recorded: 2, unchanged: 0, refused: 2, userErrors: [] });
  expect(first.results.map(({ outcome, code, field }) => [outcome, code, field])).toEqual([
    ["RECORDED", null, null],
    ["RECORDED", null, null],
    ["REFUSED", "COURSE_UNKNOWN", "course"],
    ["REFUSED", "DAY_IN_FUTURE", "enrolledOn"],
  ]);
  expect(await enroll(batch, partnerOf(partnerId))).toMatchObject({ recorded: 0, unchanged: 2, refused: 2 });
  expect(await trainingOf(partnerId)).toMatchObject({ people: 2, enrolled: 2, completed: 0, certifiedPeople: 0 });
});

test("progress enrols, moves on and never falls back; the completion is told by itself", async () => {
  const { people } = await house.aPartner({ people: 1 });
  const progress = async (percent: number) => {
    const input = { personId: people[0], course: "foundations", percent };
    return (await house.ask<{ recordProgress: object }>(manager, PROGRESS, { input })).data.recordProgress;
  };
  const atPercent = (percent: number) => ({
    enrollment: { percent, state: "IN_PROGRESS", completedOn: null },
    userErrors: [],
  });
  expect(await progress(60)).toEqual(atPercent(60));
  expect(await progress(20)).toEqual(atPercent(60));
  expect(await progress(100)).toEqual(atPercent(100));
  expect(await progress(101)).toEqual({
    enrollment: null,
    userErrors: [{ code: "PERCENT_INVALID", field: ["input", "percent"] }],
  });
});

test("completions certify people and are told once a batch, however often they are recorded", async () => {
  const { partnerId, people } = await house.aPartner({ people: 3 });
  const batch = [...foundationsOf(people), { personId: people[0], course: "deal-desk", completedOn: "2025-06-02" }];
  expect(await complete(batch, partnerManagerOf(partnerId))).toMatchObject({ recorded: 4, unchanged: 0, refused: 0 });
  expect(await complete(batch, partnerManagerOf(partnerId))).toMatchObject({ recorded: 0, unchanged: 4, refused: 0 });
  expect(await trainingOf(partnerId)).toMatchObject({ people: 3, enrolled: 4, completed: 4, certifiedPeople: 3 });

  const told = await toldOf(partnerId);
  expect(told).toHaveLength(1);
  expect(told[0]?.map(({ personId }) => encodeOwnedId({ partnerId, id: personId }))).toEqual(people);
  expect(told[0]?.[0]).toEqual({
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
  const { partnerId, people } = await house.aPartner({ people: 20 });
  const batch = foundationsOf(people);
  const both = await Promise.all([complete(batch), complete([...batch].reverse())]);
  expect(both.map(({ recorded }) => recorded).sort((left, right) => left - right)).toEqual([0, 20]);
  expect(await trainingOf(partnerId)).toMatchObject({ completed: 20, certifiedPeople: 20 });
  expect(await toldOf(partnerId)).toHaveLength(1);
});

test("a certification expires on its day and is renewed by completing the course again", async () => {
  const { partnerId, people } = await house.aPartner({ people: 1 });
  await complete(foundationsOf(people));
  house.moveTo("2027-05-31");
  expect(await trainingOf(partnerId)).toMatchObject({ certifiedPeople: 1 });
  house.moveTo("2027-06-01");
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
  const { partnerId, people } = await house.aPartner({ people: 5 });
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

  const other = await house.aPartner({ people: 0 });
  const codesFor = async (viewer: Viewer, id: string) =>
    (await entitiesFor(viewer, TRAINING, "Partner", [id], { after })).errors.map(({ extensions }) => extensions.code);
  expect(await codesFor(manager, other.partnerId)).toEqual(["INVALID_CURSOR"]);
  expect(await codesFor(partnerOf(partnerId), partnerId)).toEqual(["INVALID_CURSOR"]);
});

test("what belongs to another partner looks exactly like what does not exist", async () => {
  const [a, b] = [await house.aPartner({ people: 1 }), await house.aPartner({ people: 1 })];
  await complete(foundationsOf([...a.people, ...b.people]));
  const viewer = partnerManagerOf(a.partnerId);

  const partners = await entitiesFor(viewer, TRAINING, "Partner", [b.partnerId, newId(), "nonsense", a.partnerId]);
  expect(partners.errors).toEqual([]);
  expect(partners.data._entities.map((entity) => entity?.id ?? null)).toEqual([null, null, null, a.partnerId]);

  const [own = "", foreign = ""] = [...a.people, ...b.people];
  const stranger = encodeOwnedId({ partnerId: a.partnerId, id: newId() });
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
  expect((await house.ask(viewer, PROGRESS, { input: progress })).data).toEqual({
    recordProgress: { enrollment: null, userErrors: [{ code: "PERSON_NOT_FOUND", field: ["input", "personId"] }] },
  });
  expect(await trainingOf(b.partnerId)).toMatchObject({ enrolled: 1, completed: 1 });
});

test("roles may do what the policy says and no more", async () => {
  const { partnerId, people } = await house.aPartner({ people: 1 });
  const codesOf = async (viewer: Viewer, query: string, variables: Record<string, unknown>) =>
    (await house.ask(viewer, query, variables)).errors.map(({ extensions }) => extensions.code);
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
  expect((await house.ask(ingest, roundabout, completions)).data).toEqual({
    recordCompletions: { results: [{ enrollment: { person: { enrollments: null, certifications: null } } }] },
  });
});

test("training costs the same statements for one partner as for twenty", async () => {
  const partners = await Promise.all(Array.from({ length: 20 }, () => house.aPartner({ people: 2 })));
  await complete(foundationsOf(partners.flatMap(({ people }) => people)));
  const ids = partners.map(({ partnerId }) => partnerId);
  const costOf = (query: string, count: number) =>
    house.statementsOf(async () => {
      const { data, errors } = await entitiesFor(manager, query, "Partner", ids.slice(0, count));
      expect(errors).toEqual([]);
      expect(data._entities).toHaveLength(count);
    });
  const list = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Partner { training { completed certifiedPeople } } } }`;
  for (const count of [1, 20]) {
    expect(await costOf(list, count)).toEqual(["training.count"]);
    expect((await costOf(TRAINING, count)).sort()).toEqual([
      "certification.list",
      "enrollment.count-by-course",
      "program.find-in-force",
      "training.count",
    ]);
  }
  const people = partners.flatMap((partner) => partner.people);
  for (const count of [1, 40]) {
    const cost = await house.statementsOf(() => entitiesFor(manager, PERSON, "Person", people.slice(0, count)));
    expect(cost.sort()).toEqual([
      "certification.list-of-people",
      "enrollment.list-of-people",
      "learner.find",
      "program.find-in-force",
    ]);
  }
});

test("a batch costs the same statements whatever its size, and one of over a thousand is refused", async () => {
  const { people } = await house.aPartner({ people: 100 });
  const [first = ""] = people;
  const one = await house.statementsOf(() => complete(foundationsOf([first])));
  const many = await house.statementsOf(() => complete(foundationsOf(people)));
  expect(many).toEqual(one);
  expect(await complete(foundationsOf(Array(1_001).fill(first)))).toMatchObject({
    recorded: 0,
    results: [],
    userErrors: [{ code: "TOO_MANY" }],
  });
});

test("an event that is delivered twice counts once, and older news never overrule newer ones", async () => {
  const partnerId = newId();
  const tierOf = async () =>
    (
      await house.ownerRows<{ tier: string }>("select tier from enablement.partner where partner_id = $1", [partnerId])
    )[0]?.tier;
  const change = (sequence: number, ...tiers: string[]) => ({
    program: "sample",
    programVersion: "1",
    changes: [
      { partnerId, sequence, periods: tiers.map((tier) => ({ tier, from: "2025-01-01", decisionId: newId() })) },
    ],
  });
  // The news of a tier may come before those of its partner.
  const second = house.eventOf("TierChanged", change(2, "registered", "gold"));
  await house.deliver(second);
  await house.tell("PartnersChanged", { partners: [{ partnerId, tracks: [], region: null }] });
  await house.tell("TierChanged", change(1, "registered"));
  expect(await tierOf()).toBe("gold");
  await house.tell("TierChanged", change(3, "registered"));
  await house.deliver(second);
  expect(await tierOf()).toBe("registered");

  const personId = newId();
  const roleOf = async () =>
    (await house.ownerRows<{ role: string }>("select role from enablement.learner where person_id = $1", [personId]))[0]
      ?.role;
  const sales = house.eventOf("PeopleChanged", { people: [{ partnerId, personId, role: "sales" }] });
  house.moveTo("2025-07-01");
  await house.tell("PeopleChanged", { people: [{ partnerId, personId, role: "engineering" }] });
  await house.deliver(sales);
  expect(await roleOf()).toBe("engineering");
  expect(await trainingOf(partnerId)).toMatchObject({ people: 1 });
});

test("a certification is never changed, not even by the owner of the database", async () => {
  const { partnerId, people } = await house.aPartner({ people: 1 });
  await complete(foundationsOf(people));
  for (const change of ["update enablement.certification set level = 'expert'", "delete from enablement.certification"])
    await expect(house.ownerRows(`${change} where partner_id = $1`, [partnerId])).rejects.toThrow(/never changed/);
});

test("a course that leaves the program keeps its people, and takes no more", async () => {
  const { partnerId, people } = await house.aPartner({ people: 2 });
  const [ada = "", grace = ""] = people;
  await enroll([{ personId: ada, course: "deal-desk" }]);
  await house.tell("ProgramPublished", program(2, COURSES.split("\n").slice(0, 1).join("\n")));
  expect((await trainingOf(partnerId)).courses).toEqual([
    { course: { name: "foundations", isOffered: true }, enrolled: 0, completed: 0, averagePercent: null },
    { course: { name: "deal-desk", isOffered: false }, enrolled: 1, completed: 0, averagePercent: 0 },
  ]);
  expect((await enroll([{ personId: grace, course: "deal-desk" }])).results).toMatchObject([
    { code: "COURSE_UNKNOWN" },
  ]);
});

test("a course that was taught before versions were kept has had its version since ever", async () => {
  const { people } = await house.aPartner({ people: 1 });
  const old = "  old: { certifies: { level: expert, valid: 24 months } }";
  const current = old.replace("certifies: { level", "version: 2, certifies: { recertify-within: 30 days, level");
  // As an installation has it that knew programs before it knew versions of courses.
  const { sequence, program: name, programVersion, source } = program(100, old);
  await house.ownerRows(
    "insert into enablement.program_version (sequence, program, version, source) values ($1, $2, $3, $4)",
    [sequence, name, programVersion, source],
  );
  await house.tell("ProgramPublished", program(101, current));
  const { results } = await complete([{ personId: people[0], course: "old", completedOn: "2025-06-29" }]);
  expect(results).toMatchObject([{ certification: { issuedOn: "2025-06-29", expiresOn: "2025-07-30" } }]);
  const again = await complete([{ personId: people[0], course: "old", completedOn: "2025-06-30" }]);
  expect(again.results).toMatchObject([{ certification: { expiresOn: "2027-06-30" } }]);
});

test("a completion that is under way when a new version comes ends with the others of its version", async () => {
  const { people } = await house.aPartner({ people: 1 });
  const course = (version: number) =>
    `  race: { version: ${version}, certifies: { level: expert, valid: 24 months, recertify-within: 30 days } }`;
  await house.tell("ProgramPublished", program(200, course(1)));
  let under: Promise<Batch>[] = [];
  let publication: Promise<void>[] = [];
  await house.whileKept("enablement.enrollment", async () => {
    under = [complete([{ personId: people[0], course: "race", completedOn: "2025-06-01" }])];
    const isWaiting = async () =>
      (await house.ownerRows("select from pg_locks where relation = 'enablement.enrollment'::regclass and not granted"))
        .length > 0;
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 10));
    publication = [house.tell("ProgramPublished", program(201, course(2)))];
    // Long enough for the news to be handled, were it not to wait.
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  await Promise.all([...under, ...publication]);
  const rows = await house.ownerRows<{ version: number; ends: string }>(
    `select course_version as version, ended_on::text as ends from enablement.certification where course = 'race'`,
  );
  expect(rows).toEqual([{ version: 1, ends: "2025-07-30" }]);
});

test("moves of a person that are heard in the wrong order leave it where it went last", async () => {
  const [home, away] = [await house.aPartner({ people: 1 }), await house.aPartner({ people: 0 })];
  const at = decodeOwnedId(home.people[0] ?? "");
  if (at === null) throw new Error("It has no id");
  await house.tell("ProgramPublished", program(300, COURSES));
  await complete(foundationsOf(home.people));
  const here = { partnerId: home.partnerId, personId: at.id };
  const there = { partnerId: away.partnerId, personId: newId() };
  const move = (from: typeof here, to: typeof here) =>
    house.tell("PersonMoved", { from, to: { ...to, role: null }, on: "2025-06-30" });
  // Back before it went: the first job waits for the second.
  await Promise.all([
    move(there, here),
    new Promise((resolve) => setTimeout(resolve, 300)).then(() => move(here, there)),
  ]);
  expect(await trainingOf(home.partnerId)).toMatchObject({ people: 1, certifiedPeople: 1 });
  expect(await trainingOf(away.partnerId)).toMatchObject({ people: 0, certifiedPeople: 0 });
}, 30_000);

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
    house.eventOf("TierChanged", {
      program: "sample",
      programVersion: String(version),
      changes: [{ partnerId, sequence: 1, periods: [{ tier: "registered", from: "2025-06-30", decisionId: newId() }] }],
    });
  const plansOf = (partnerId: string) =>
    house.ownerRows("select template from enablement.onboarding_plan where partner_id = $1", [partnerId]);
  const ofVersion400 = house.eventOf("ProgramPublished", withPlan(400, "early"));
  const ofVersion401 = house.eventOf("ProgramPublished", withPlan(401, "late"));
  const [first, second, third] = [
    await house.aPartner({ people: 0 }),
    await house.aPartner({ people: 0 }),
    await house.aPartner({ people: 0 }),
  ];
  // The later version and both tiers are heard before the version that they follow.
  await Promise.all(
    [ofVersion401, tierOf(first.partnerId, 400), tierOf(second.partnerId, 401)]
      .map((event) => house.deliver(event))
      .concat(new Promise((resolve) => setTimeout(resolve, 300)).then(() => house.deliver(ofVersion400))),
  );
  await house.deliver(tierOf(third.partnerId, 400));
  expect(await plansOf(first.partnerId)).toEqual([{ template: "early" }]);
  expect(await plansOf(second.partnerId)).toEqual([{ template: "late" }]);
  expect(await plansOf(third.partnerId)).toEqual([{ template: "early" }]);
}, 60_000);

test("a course version ends what it ends, whichever of two versions of the program is heard first", async () => {
  const { people } = await house.aPartner({ people: 1 });
  const course = (version: number, within: number) =>
    `  overtaken: { version: ${version}, certifies: { level: expert, valid: 24 months, recertify-within: ${within} days } }`;
  await house.tell("ProgramPublished", program(500, course(1, 90)));
  await complete([{ personId: people[0], course: "overtaken", completedOn: "2025-06-01" }]);
  const second = house.eventOf("ProgramPublished", program(501, course(2, 10)));
  const third = house.eventOf("ProgramPublished", program(502, course(3, 60)));
  await Promise.all([
    house.deliver(third),
    new Promise((resolve) => setTimeout(resolve, 300)).then(() => house.deliver(second)),
  ]);
  // Of the second, which wants it earned anew the soonest.
  expect(
    await house.ownerRows("select ended_on::text as ends from enablement.certification where course = 'overtaken'"),
  ).toEqual([{ ends: "2025-07-10" }]);
}, 60_000);

test("a hundred who ask at once for a version that nobody has read yet read its document once", async () => {
  await house.tell("ProgramPublished", program(600, COURSES));
  const ask = () => house.ask<{ courses: { name: string }[] }>(manager, "{ courses { name } }");
  let answers: Awaited<ReturnType<typeof ask>>[] = [];
  const statements = await house.statementsOf(async () => {
    answers = await Promise.all(Array.from({ length: 100 }, ask));
  });
  expect(answers.map(({ data, errors }) => (errors.length === 0 ? data.courses.length : errors))).toEqual(
    Array(100).fill(2),
  );
  expect(statements.filter((name) => name === "program.find-sources")).toHaveLength(1);
  expect(await house.statementsOf(ask)).toEqual(["program.find-in-force"]);
}, 60_000);
