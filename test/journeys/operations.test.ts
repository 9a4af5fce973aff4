import { readOperations } from "@tiergraph/schema/operations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askText, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { OperationName } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";
import { untilHolds } from "../kit/until-holds.js";
import { learningVariables, readinessVariables } from "./enablement-variables.js";
import { idsMadeAs, rewardVariables } from "./reward-variables.js";

let tiergraph: Tiergraph;

let story: Story;

/** What each operation is run with; one that is not named here is run without variables. */
let variables: Record<string, Record<string, unknown>>;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  const source = example("northwind-partners");
  await story.publish(source);
  const partnerId = await story.partner("partner", ["reseller"]);
  const personId = await story.person(partnerId, "person");
  await story.wonDeal(partnerId, { externalId: "deal", on: "2026-05-01", amount: "60000", customer: "c" });
  // Seasonal factors need history: two whole years of it.
  for (const on of ["2024-02-10", "2024-08-10", "2025-02-10", "2025-08-10", "2025-11-01"])
    await story.wonDeal(partnerId, { externalId: `deal of ${on}`, on, amount: on.includes("-02-") ? "900" : "300" });
  await story.completes(personId, "sales-foundations", "2026-01-15");
  await story.settled();
  const { placePartners } = await ask(tiergraph, story.token, operation("place-partners"), {
    asOf: "2026-06-30",
  });
  const ofPartner = { partnerId };
  const other = await tiergraph.tokenAs("a second manager", "program-manager");
  const until = dayFromToday(90);
  /** Asks for something that another person decides about, as that other person. */
  const asked = idsMadeAs(tiergraph, other);
  const hold = { partnerId, kind: "HOLD" as const, until, reason: "Under review." };
  const excused = {
    measure: "revenue",
    kind: "EXCUSED" as const,
    from: "2026-03-01",
    until: "2026-03-08",
    reason: "The shop was closed.",
  };
  const ended = await asked("propose-adjustment", { input: { ...excused, reason: "By mistake." } });
  await story.change("decide-adjustment", { id: ended, approve: true });
  const seats = (externalId: string) => ({
    kind: "SEATS" as const,
    partnerId,
    externalId,
    on: "2026-05-02",
    quantity: 5,
  });
  await story.change("record-facts", { facts: [seats("replaced"), seats("voided")] });
  /** Two partners report what looks like one deal. */
  const duplicate = async (): Promise<string> => {
    const twin = await story.partner("twin");
    const alike = { on: "2026-05-03", amount: "1234", customer: "Twice" };
    await story.wonDeal(partnerId, { externalId: "once", ...alike });
    await story.wonDeal(twin, { externalId: "twice", ...alike });
    await story.settled();
    const data = await ask(tiergraph, story.token, operation("duplicates"));
    return nodesOf(data.duplicates)[0]?.id ?? "";
  };
  /** A refund whose deal nobody knows. */
  const waiting = async (): Promise<string> => {
    const refund = { kind: "DEAL_REFUNDED" as const, partnerId, externalId: "early", on: "2026-05-03", amount: "1" };
    await story.change("record-facts", { facts: [{ ...refund, attributes: [{ name: "deal", value: "unknown" }] }] });
    const data = await ask(tiergraph, story.token, operation("waiting-facts"));
    return nodesOf(data.waitingFacts)[0]?.id ?? "";
  };
  const query = "{ partners { nodes { id code } } }";
  for (const name of ["kept", "forgotten"]) await story.change("save-query", { name, source: query });
  await story.change("save-cohort", { input: { name: "some", description: "Some.", partnerIds: [partnerId] } });
  await story.change("save-cohort", { input: { name: "gone", description: "Gone.", partnerIds: [] } });
  /** One that nobody runs, so that it can be cancelled. */
  const waitingExport = async (): Promise<string> => {
    const { export: started } = await story.change("start-export", {
      savedQuery: "kept",
      idempotencyKey: "to be cancelled",
    });
    const isDone = async () => (await tiergraph.sql("select from metrics.export where state = 'DONE'")).length === 1;
    await untilHolds(isDone);
    await tiergraph.sql(
      `update metrics.export set state = 'RUNNING', ended_at = null, leased_until = now() + interval '1 hour'`,
    );
    return started.id;
  };
  const rewarded = await rewardVariables(tiergraph, story);
  const session = async (): Promise<string> => {
    const { session: planned } = await story.change("plan-session", SESSION);
    await story.change("book-session", { sessionId: planned.id, personId });
    return planned.id;
  };
  variables = {
    ...rewarded,
    ...(await learningVariables(tiergraph, story)),
    ...(await readinessVariables(tiergraph, story)),
    "plan-session": SESSION,
    "cancel-session": { sessionId: await session(), reason: "The trainer is ill." },
    "record-session": { sessionId: await session(), url: "https://videos.example.com/17" },
    "book-session": { sessionId: await session(), personId },
    "leave-session": { sessionId: await session(), personId },
    "record-attendance": { sessionId: await session(), personId, hasAttended: true },
    "partner-sessions": { partnerId },
    "save-query": { name: "query", source: query },
    "remove-saved-query": { name: "forgotten" },
    "start-export": { savedQuery: "kept", idempotencyKey: "once" },
    "cancel-export": { id: await waitingExport() },
    "save-cohort": { input: { name: "gold", description: "Everyone in Gold.", rule: { tiers: ["gold"] } } },
    "remove-cohort": { name: "gone" },
    cohort: { name: "some" },
    "cohort-indicators": { name: "some", from: "2026-01-01", until: "2027-01-01" },
    "fairness-report": { cohort: "some" },
    "check-program": { source },
    "save-program-draft": { source: source.replace("version: 2026.1", "version: 2027.1") },
    "program-on": { on: "2026-01-01" },
    "partner-governance": ofPartner,
    "ways-up": ofPartner,
    "what-if": { partnerId, deals: [{ amount: "90000", customer: "new" }], certifications: [{ level: "expert" }] },
    "request-override": { partnerId, kind: "TIER", subject: "gold", until, reason: "A strategic launch." },
    "decide-override": { id: await asked("request-override", hold), approve: true },
    "end-override": { id: await asked("request-override", hold) },
    "record-review": { partnerId, review: "partnership", answers: REVIEW_ANSWERS },
    "verify-decisions": {},
    "propose-adjustment": { input: { ...excused, from: "2026-04-01", until: "2026-04-08" } },
    "propose-seasonal-factors": { measure: "revenue", months: 24 },
    "decide-adjustment": { id: await asked("propose-adjustment", { input: excused }), approve: true },
    "end-adjustment": { id: ended },
    entitlements: ofPartner,
    "partner-deals": ofPartner,
    nodes: { ids: [partnerId, personId] },
    "portal-home": ofPartner,
    "portal-path": ofPartner,
    "portal-rewards": ofPartner,
    "portal-people": ofPartner,
    "portal-deals": ofPartner,
    "reward-entries": ofPartner,
    "tier-history": ofPartner,
    "why-this-tier": ofPartner,
    "place-partners": { asOf: dayFromToday(0) },
    "placement-run": { id: placePartners.run.id },
    "publish-program": { source },
    "register-partners": { partners: [{ code: "another" }] },
    "register-people": { people: [{ partnerId, externalId: "another", name: "Another" }] },
    "record-facts": { facts: [seats("seats")] },
    "replace-facts": { facts: [{ ...seats("replaced"), quantity: 6 }], reason: "Six, not five." },
    "void-facts": { facts: [{ kind: "SEATS", partnerId, externalId: "voided" }], reason: "It was a test." },
    "record-exchange-rates": { rates: [{ from: "EUR", to: "USD", on: "2026-05-01", rate: "1.1" }] },
    "declare-owned-customers": { partnerId, customers: ["Own GmbH"] },
    "rebuild-rollups": { partnerIds: [partnerId] },
    "decide-duplicate": { id: await duplicate(), verdict: "DISTINCT", reason: "Two orders." },
    "settle-ledgers": { partnerIds: [partnerId] },
    "decide-waiting-fact": { id: await waiting(), decision: "DISCARD", reason: "Of another system." },
    indicators: { from: "2026-01-01", until: "2027-01-01", by: "REGION", step: "QUARTER" },
    "partner-indicators": { partnerId, from: "2026-01-01", until: "2027-01-01" },
    "record-completions": { completions: [{ personId, course: "deal-desk", completedOn: "2026-02-01" }] },
  };
});

afterAll(() => tiergraph.stop());

const REVIEW_ANSWERS = [
  { question: "plan", answer: 4 },
  { question: "delivery", answer: 5 },
  { question: "collaboration", answer: 3 },
];

const names = readOperations().map(({ name }) => name as OperationName);

test.each(names)("the operation %s works on real data, without an error or a refusal", async (name) => {
  const data = await askText(tiergraph, story.token, operation(name), variables[name]);
  for (const answer of Object.values(data) as ({ userErrors?: object[] } | null)[]) {
    expect(answer).not.toBeNull();
    expect(answer?.userErrors ?? []).toEqual([]);
  }
});

const SESSION = {
  kind: "LAB" as const,
  title: "First steps",
  description: "Bring a laptop.",
  location: "Online",
  seats: 20,
  startsAt: "2030-05-02T09:00:00Z",
  endsAt: "2030-05-02T11:00:00Z",
};

test("the tier matrix shows each tier with what it asks, what it gives, and why", async () => {
  const { tiers } = await ask(tiergraph, story.token, operation("tier-matrix"));
  expect(tiers.map(({ name }) => name)).toEqual(["registered", "silver", "gold", "platinum"]);
  expect(tiers[0]?.requires).toBeNull();
  const given = tiers.map(({ benefits }) => benefits.length);
  expect([...given].sort((a, b) => a - b)).toEqual(given);
  for (const { why, benefits } of tiers)
    for (const text of [why, ...benefits.map(({ benefit }) => benefit.why)]) expect(text).not.toBe("");
});
