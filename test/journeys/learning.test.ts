import fs from "node:fs";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { expect, test } from "vitest";
import { ask, graphql, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday, inWords } from "../kit/days.js";
import { ASSESSMENT, statementOf } from "./enablement-variables.js";
import { aPerson, finish, runLearning, start, story, tiergraph, trainingOf } from "./learning-fixture.js";

runLearning();

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
  expect(nodesOf(partner.people)[0]?.training).toMatchObject({ enrolled: 1, completed: 1 });
});

test("after as many failures in a row as are allowed, the next attempt waits for the cool-down", async () => {
  const { personId } = await aPerson();
  for (const _ of [1, 2]) await finish((await start(personId)).attempt?.id, {});
  const refused = await start(personId);
  expect(refused.userErrors).toMatchObject([
    {
      code: "COOLING_DOWN",
      message: `The next attempt can begin on ${inWords(dayFromToday(7))}.`,
      until: dayFromToday(7),
    },
  ]);
  tiergraph.passDays(7);
  expect((await start(personId)).attempt?.number).toBe(3);
  tiergraph.passDays(-7);
});

test("an assessment asks for the modules and the courses before it, and certifies those who pass", async () => {
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

test("what a learning system says was passed completes a course once, and everything else is kept apart", async () => {
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
    people(first: 5) { nodes { training { completed held { level } } nextSteps { kind course { title } } } } } } }`);
  const costOf = async (first: number) => {
    await ask(tiergraph, story.token, query, { first });
    tiergraph.takeStatements();
    await ask(tiergraph, story.token, query, { first });
    return tiergraph.takeStatements().sort();
  };
  expect(await costOf(50)).toEqual(await costOf(1));
});
