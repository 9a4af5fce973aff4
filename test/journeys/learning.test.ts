import fs from "node:fs";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, attempt, graphql, operation } from "../kit/ask.js";
import { dayFromToday, daysBetween, monthsAfter } from "../kit/days.js";
import type { OperationName, VariablesOf } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, tellStory } from "../kit/story.js";
import { ASSESSMENT, statementOf } from "./enablement-variables.js";

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await tellStory(tiergraph);
  await story.publish(example("northwind-partners"));
  await story.change("publish-assessment", { input: ASSESSMENT });
}, 60_000);
afterAll(() => tiergraph.stop());

let count = 0;
const aPerson = async () => {
  const partnerId = await story.partner(`P${++count}`, ["integrator"]);
  return { partnerId, personId: await story.person(partnerId, `person-${count}`) };
};
const change = <Name extends OperationName>(name: Name, variables: VariablesOf<Name>, token = story.token) =>
  attempt(tiergraph, token, name, variables);
const start = (personId: string, course = "deal-desk", token = story.token) =>
  change("start-attempt", { personId, course }, token);
const finish = (attemptId: string, chosen: Record<string, string[]>, token = story.token) =>
  change(
    "finish-attempt",
    {
      attemptId,
      answers: Object.entries(chosen).map(([question, options]) => ({ question, options })),
    },
    token,
  );

const trainingOf = async (partnerId: string) => {
  const { partner } = await ask(
    tiergraph,
    story.token,
    graphql(`query ($id: ID!) { partner(id: $id) { measures(names: ["certified-people"]) { value } training { certifiedPeople
      expiring { expiresOn endedBecause course { title } }
      certifications { nodes { checkCode issuedOn expiresOn isValid countsFrom endedBecause } } } } }`),
    { id: partnerId },
  );
  return { ...partner.training, measured: partner.measures[0]?.value ?? null };
};

test("a person learns module by module, fails, is asked again, and passes: that completes the course", async () => {
  const { partnerId, personId } = await aPerson();
  const token = await tiergraph.tokenOf("partner", partnerId);
  const first = await start(personId, "deal-desk", token);
  expect(first.attempt?.questions).toHaveLength(2);
  // Who asks again goes on with the same questions.
  expect((await start(personId, "deal-desk", token)).attempt).toEqual(first.attempt);
  const failed = await finish(first.attempt?.id, { first: ["no"], second: ["yes", "no"] }, token);
  expect(failed.attempt).toMatchObject({
    scorePercent: 0,
    hasPassed: false,
    pools: [{ name: "offers", asked: 2, right: 0 }],
  });
  // The first answers count.
  const again = await finish(first.attempt?.id, { first: ["yes"], second: ["yes"] }, token);
  expect(again.attempt).toMatchObject({ scorePercent: 0, hasPassed: false });
  const second = await start(personId, "deal-desk", token);
  expect(second.attempt?.number).toBe(2);
  const passed = await finish(second.attempt?.id, { first: ["yes"] }, token);
  expect(passed.attempt).toMatchObject({ scorePercent: 50, hasPassed: true, certification: null });
  const { partner } = await ask(tiergraph, token, operation("portal-home"), { partnerId });
  expect(partner.people[0]?.training).toMatchObject({ enrolled: 1, completed: 1 });
});

test("after as many failures in a row as are allowed, the next attempt waits for the cool-down", async () => {
  const { personId } = await aPerson();
  for (const _ of [1, 2]) await finish((await start(personId)).attempt?.id, {});
  const refused = await start(personId);
  expect(refused.userErrors).toMatchObject([
    { code: "COOLING_DOWN", message: `The next attempt can begin on ${dayFromToday(7)}.` },
  ]);
  tiergraph.passDays(7);
  expect((await start(personId)).attempt?.number).toBe(3);
  tiergraph.passDays(-7);
});

test("an assessment asks for the modules and the courses before it, and certifies whoever passes", async () => {
  const { partnerId, personId } = await aPerson();
  await story.change("publish-assessment", { input: { ...ASSESSMENT, course: "implementation" } });
  const refused = await start(personId, "implementation");
  expect(refused.userErrors).toMatchObject([
    {
      code: "NOT_PREPARED",
      message: "To be done before: technical-foundations, data-migration, identity, going-live.",
    },
  ]);
  await story.completes(personId, "technical-foundations", dayFromToday(-3));
  for (const module of ["data-migration", "identity", "going-live"])
    await story.change("complete-module", { personId, course: "implementation", module });
  const { attempt } = await start(personId, "implementation");
  const passed = await finish(attempt?.id, { first: ["yes"], second: ["yes"] });
  expect(passed.attempt?.certification).toMatchObject({ level: "professional" });
  await story.settled();
  expect(await trainingOf(partnerId)).toMatchObject({ certifiedPeople: 1, measured: "1" });
});

test("who leaves in the middle of an attempt does not finish it there, and nothing of it is kept", async () => {
  const [home, away] = [await aPerson(), await aPerson()];
  const { attempt } = await start(home.personId);
  await story.change("move-person", { personId: home.personId, partnerId: away.partnerId });
  await story.settled();
  const refused = await finish(attempt?.id, { first: ["yes"], second: ["yes"] });
  expect(refused.userErrors).toMatchObject([{ code: "PERSON_NOT_FOUND" }]);
  const kept = await tiergraph.sql("select from enablement.attempt where partner_id = $1 and finished_at is not null", [
    home.partnerId,
  ]);
  expect(kept).toEqual([]);
});

test("neither the answers nor the questions that were not asked are read by anybody", async () => {
  const { partnerId, personId } = await aPerson();
  for (const role of ["partner", "partner-manager", "program-manager"] as const) {
    const token = await tiergraph.tokenOf(role, ...(role === "program-manager" ? [] : [partnerId]));
    const { attempt } = await start(personId, "deal-desk", token);
    expect(JSON.stringify(attempt)).not.toContain("isRight");
  }
  // The only type that has a field for what is right is one that goes in.
  const sdl = fs.readFileSync(schemaFile("api.graphql"), "utf8");
  expect([...sdl.matchAll(/^(type|input) (\w+)[^}]*isRight/gm)].map(([, kind, name]) => `${kind} ${name}`)).toEqual([
    "input QuestionOptionInput",
  ]);
});

test("a certification's expiry lowers the measure on its day, and whoever holds one that runs out is told before", async () => {
  const { partnerId, personId } = await aPerson();
  // Foundations hold for 24 months: issued so that they expire in ten days, or on the day after where months are short.
  const issuedOn = monthsAfter(dayFromToday(10), -24);
  const expiresOn = monthsAfter(issuedOn, 24);
  await story.completes(personId, "technical-foundations", issuedOn);
  await story.settled();
  await story.place(dayFromToday(0));
  const { expiring, measured } = await trainingOf(partnerId);
  expect(measured).toBe("1");
  expect(expiring).toEqual([{ expiresOn, endedBecause: null, course: { title: "Technical foundations" } }]);
  const daysLeft = daysBetween(dayFromToday(0), expiresOn);
  for (const [days, value] of [
    [daysLeft - 1, "1"],
    [1, "0"],
  ] as const) {
    tiergraph.passDays(days);
    await story.newDay();
    expect((await trainingOf(partnerId)).measured).toBe(value);
  }
  expect((await trainingOf(partnerId)).expiring).toEqual([]);
  tiergraph.passDays(-daysLeft);
});

test.each([
  // Completed, and the first day on which it no longer counts: 18 months later.
  ["the day on which clocks go forward in Europe", "2025-09-28", "2027-03-28"],
  ["the day on which clocks go forward in America", "2025-09-14", "2027-03-14"],
  ["a leap day", "2026-08-29", "2028-02-29"],
  ["the first day of a year", "2025-07-01", "2027-01-01"],
  ["the last day of February, for want of a longer one", "2025-08-31", "2027-02-28"],
])("a certification counts until %s and not on it", async (_, completedOn, expiresOn) => {
  const { partnerId, personId } = await aPerson();
  await story.completes(personId, "implementation", completedOn);
  await story.settled();
  const daysTo = daysBetween(dayFromToday(0), expiresOn);
  for (const [days, value] of [
    [daysTo - 1, "1"],
    [daysTo, "0"],
  ] as const) {
    tiergraph.passDays(days);
    expect((await trainingOf(partnerId)).measured).toBe(value);
    expect((await trainingOf(partnerId)).certifiedPeople).toBe(Number(value));
    tiergraph.passDays(-days);
  }
});

test("a renewal within its window begins where the old term ends, and nothing is about to run out any more", async () => {
  const { partnerId, personId } = await aPerson();
  const issuedOn = monthsAfter(dayFromToday(20), -24);
  await story.completes(personId, "technical-foundations", issuedOn);
  await story.completes(personId, "technical-foundations", dayFromToday(-1));
  await story.settled();
  const { certifications, expiring, certifiedPeople } = await trainingOf(partnerId);
  expect([certifiedPeople, expiring]).toEqual([1, []]);
  expect(certifications.nodes.map(({ expiresOn }) => expiresOn)).toEqual([
    monthsAfter(monthsAfter(issuedOn, 24), 24),
    monthsAfter(issuedOn, 24),
  ]);
});

test("a new version of a course ends what was earned for the one before, as late as the program says", async () => {
  const { partnerId, personId } = await aPerson();
  await story.completes(personId, "sales-foundations", dayFromToday(-100));
  tiergraph.passDays(-1);
  for (const module of ["product", "customers", "pricing"])
    await story.change("complete-module", { personId, course: "sales-foundations", module });
  tiergraph.passDays(1);
  await story.settled();
  const source = example("northwind-partners")
    .replace("version: 2026.1", "version: 2026.2")
    .replace("    title: Selling with Northwind\n", "    title: Selling with Northwind\n    version: 2\n");
  await story.publish(source);
  const { expiring, measured } = await trainingOf(partnerId);
  expect(measured).toBe("1");
  expect(expiring).toEqual([
    { expiresOn: dayFromToday(90), endedBecause: "NEW_VERSION", course: { title: "Selling with Northwind" } },
  ]);
  // Told late: it was earned before the new version, and ends with the others.
  const late = await aPerson();
  await story.completes(late.personId, "sales-foundations", dayFromToday(-2));
  await story.settled();
  expect((await trainingOf(late.partnerId)).certifications.nodes).toMatchObject([
    { expiresOn: dayFromToday(90), endedBecause: "NEW_VERSION" },
  ]);
  tiergraph.passDays(90);
  await story.newDay();
  expect(await trainingOf(partnerId)).toMatchObject({ certifiedPeople: 0, measured: "0" });
  // Modules of the version before count for nothing now.
  await story.change("publish-assessment", { input: { ...ASSESSMENT, course: "sales-foundations" } });
  expect((await start(personId, "sales-foundations")).userErrors).toMatchObject([
    { code: "NOT_PREPARED", message: "To be done before: product, customers, pricing." },
  ]);
  // Who learns the new version holds it for the whole term.
  await story.completes(personId, "sales-foundations", dayFromToday(90));
  await story.settled();
  expect((await trainingOf(partnerId)).certifications.nodes[0]).toMatchObject({
    expiresOn: monthsAfter(dayFromToday(90), 24),
    endedBecause: null,
    isValid: true,
  });
  tiergraph.passDays(-90);
});

test("who changes partner keeps the certifications, and neither partner's past changes", async () => {
  const before = await aPerson();
  const after = await aPerson();
  await story.completes(before.personId, "technical-foundations", dayFromToday(-30));
  await story.settled();
  const { person } = await story.change("move-person", {
    personId: before.personId,
    partnerId: after.partnerId,
  });
  await story.settled();
  const [left, joined] = [await trainingOf(before.partnerId), await trainingOf(after.partnerId)];
  expect([left.certifiedPeople, left.measured]).toEqual([0, "0"]);
  expect([joined.certifiedPeople, joined.measured]).toEqual([1, "1"]);
  expect(left.certifications.nodes).toMatchObject([{ expiresOn: dayFromToday(0), endedBecause: "MOVED" }]);
  expect(joined.certifications.nodes).toMatchObject([
    { issuedOn: dayFromToday(-30), countsFrom: dayFromToday(0), endedBecause: null, isValid: true },
  ]);
  // The code that the person shows goes on to hold.
  const checkCode = left.certifications.nodes[0]?.checkCode;
  expect(checkCode).toBe(joined.certifications.nodes[0]?.checkCode);
  const { checkCertification } = await ask(tiergraph, story.token, operation("check-certification"), { checkCode });
  expect(checkCertification).toEqual({
    course: "technical-foundations",
    title: "Technical foundations",
    level: "foundation",
    isValid: true,
    issuedOn: dayFromToday(-30),
    expiresOn: monthsAfter(dayFromToday(-30), 24),
  });
  // As of yesterday, both partners count what they counted then.
  await story.place(dayFromToday(-1));
  const counted = await tiergraph.sql<{ partner: string; value: string }>(
    `select partner_id as partner, count(*)::text as value from metrics.fact
     where kind = 'certification' and retired_at is null and occurred_on <= $1 and (until_on is null or until_on > $1)
       and partner_id = any($2) group by partner_id`,
    [dayFromToday(-1), [before.partnerId, after.partnerId]],
  );
  expect(counted).toEqual([{ partner: before.partnerId, value: "1" }]);
  // Asked again, nothing happens; who it is at the new partner learns on.
  const again = await story.change("move-person", {
    personId: before.personId,
    partnerId: after.partnerId,
  });
  expect(again.person.id).toBe(person.id);
  await story.completes(person.id, "implementation", dayFromToday(0));
  const { results } = await change("record-completions", {
    completions: [{ personId: before.personId, course: "implementation", completedOn: dayFromToday(0) }],
  });
  expect(results).toMatchObject([{ code: "PERSON_NOT_FOUND" }]);
});

test("who comes back holds what it held, from that day on", async () => {
  const home = await aPerson();
  const away = await aPerson();
  await story.completes(home.personId, "technical-foundations", dayFromToday(-30));
  await story.settled();
  const { person } = await story.change("move-person", {
    personId: home.personId,
    partnerId: away.partnerId,
  });
  await story.settled();
  tiergraph.passDays(10);
  const back = await story.change("move-person", {
    personId: person.id,
    partnerId: home.partnerId,
  });
  await story.settled();
  expect(back.person.id).toBe(home.personId);
  expect((await trainingOf(home.partnerId)).certifications.nodes).toMatchObject([
    { countsFrom: dayFromToday(10), isValid: true },
    { expiresOn: dayFromToday(0), isValid: false },
  ]);
  tiergraph.passDays(-10);
});

test("who goes and comes on one day, again and again, holds what it held where it is", async () => {
  const [home, away] = [await aPerson(), await aPerson()];
  await story.completes(home.personId, "technical-foundations", dayFromToday(0));
  await story.settled();
  let { personId } = home;
  for (const partnerId of [away.partnerId, home.partnerId, away.partnerId, home.partnerId, away.partnerId]) {
    const { person } = await story.change("move-person", { personId, partnerId });
    await story.settled();
    personId = person.id;
  }
  const [left, there] = [await trainingOf(home.partnerId), await trainingOf(away.partnerId)];
  expect([there.certifiedPeople, there.measured]).toEqual([1, "1"]);
  // It was certified there on this very day, which is counted to its end.
  expect(left.certifications.nodes.filter(({ isValid }) => isValid).length).toBeGreaterThan(0);
  tiergraph.passDays(1);
  expect([
    (await trainingOf(home.partnerId)).certifiedPeople,
    (await trainingOf(away.partnerId)).certifiedPeople,
  ]).toEqual([0, 1]);
  tiergraph.passDays(-1);
});

test("what a learning system says was passed completes a course once, and everything else is told apart", async () => {
  const { partnerId, personId } = await aPerson();
  const passed = statementOf(personId, "technical-foundations", { timestamp: `${dayFromToday(-3)}T12:00:00Z` });
  const seen = statementOf(personId, "technical-foundations", {
    verb: { id: "http://adlnet.gov/expapi/verbs/experienced" },
  });
  const record = async (...statements: string[]) => {
    const { results } = await story.change("record-statements", {
      statements: `[${statements.join(",")}]`,
    });
    return results.map(({ outcome, field }) => (field === null ? outcome : `${outcome} ${field}`));
  };
  const strange = [statementOf("nobody", "technical-foundations"), statementOf(personId, "juggling"), "{}"];
  expect(await record(passed, seen, ...strange)).toEqual([
    "RECORDED",
    "PASSED_OVER",
    "REFUSED actor.account.name",
    "REFUSED object.id",
    "REFUSED actor",
  ]);
  expect(await record(passed)).toEqual(["UNCHANGED"]);
  await story.settled();
  expect(await trainingOf(partnerId)).toMatchObject({ certifiedPeople: 1, measured: "1" });
});

test("anybody who has the code sees that a certificate holds, and nobody's name; its badge verifies with the published key", async () => {
  const { partnerId, personId } = await aPerson();
  await story.completes(personId, "technical-foundations", dayFromToday(-3));
  const { badgeKeys, partner } = await ask(tiergraph, story.token, operation("certificates"), { partnerId });
  const [certificate] = partner.training.certifications.nodes;
  const path = `${tiergraph.url}/certificates/${certificate?.checkCode}`;
  const shown = await (await fetch(path)).json();
  expect(shown).toMatchObject({ title: "Technical foundations", level: "foundation", isValid: true });
  const page = await fetch(path, { headers: { accept: "text/html" } });
  const html = await page.text();
  expect(html).toContain("Holds today");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  for (const text of [JSON.stringify(shown), html]) {
    expect(text).not.toContain("Person person");
    expect(text).not.toContain(partnerId);
  }
  expect((await fetch(`${tiergraph.url}/certificates/00000000000000000000`)).status).toBe(404);
  const keys = await (await fetch(`${tiergraph.url}/certificates/keys.json`)).json();
  expect(keys).toEqual(JSON.parse(badgeKeys ?? ""));
  const { payload } = await jwtVerify(certificate?.openBadge ?? "", createLocalJWKSet(keys as JSONWebKeySet));
  expect(payload).toMatchObject({ type: ["VerifiableCredential", "OpenBadgeCredential"] });
});

test("fifty partners with their training cost the statements of one", async () => {
  const { partners } = await story.change("register-partners", {
    partners: Array.from({ length: 50 }, (_, i) => ({ code: `fifty-${i}` })),
  });
  await story.settled();
  const { people } = await story.change("register-people", {
    people: partners.map(({ id: partner }) => ({
      partnerId: partner,
      externalId: "ada",
      role: "ENGINEERING" as const,
    })),
  });
  await story.settled();
  await story.change("record-completions", {
    completions: people.map(({ id: personId }) => ({
      personId,
      course: "technical-foundations",
      completedOn: dayFromToday(-30),
    })),
  });
  await story.settled();
  const query = graphql(`query ($first: Int!) { partners(first: $first) { nodes { training { people certifiedPeople
    courses { course { title assessment { questions } } completed } expiring { expiresOn }
    certifications(first: 5) { nodes { level renewableFrom } } }
    people { training { completed held { level } } nextSteps { kind course { title } } } } } }`);
  const costOf = async (first: number) => {
    await ask(tiergraph, story.token, query, { first });
    tiergraph.takeStatements();
    await ask(tiergraph, story.token, query, { first });
    return tiergraph.takeStatements().sort();
  };
  expect(await costOf(50)).toEqual(await costOf(1));
});
