import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { ask, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday, daysBetween, monthsAfter } from "../kit/days.js";
import { example } from "../kit/story.js";
import { ASSESSMENT } from "./enablement-variables.js";
import { aPerson, change, runLearning, start, story, tiergraph, trainingOf } from "./learning-fixture.js";

runLearning();

test("a certification's expiry lowers the measure on its day, and a person whose certification runs out is warned before", async () => {
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
  // Reported late: it was earned before the new version, and ends with the others.
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

test("anybody who has the code sees that a certificate holds, and nobody's name; its badge verifies with the published key", async () => {
  const { partnerId, personId } = await aPerson();
  await story.completes(personId, "technical-foundations", dayFromToday(-3));
  const { badgeKeys, partner } = await ask(tiergraph, story.token, operation("certificates"), { partnerId });
  const [certificate] = nodesOf(partner.training.certifications);
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
