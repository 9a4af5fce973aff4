import { buildSchema } from "graphql";
import { beforeAll, expect, test } from "vitest";
import type { Filling } from "./argument-values.js";
import { aboutSomeone, FOREIGN_IDS, type Isolation, MISSING_IDS, OWN_IDS } from "./isolation-fixture.js";
import { FOREIGN, OWN } from "./known-values.js";
import { markersOf } from "./markers.js";
import { type Answered, leaksIn, put, putAll, valuesByField, withoutSent } from "./put-questions.js";
import { type Question, reachableFields, walkSchema } from "./walk-schema.js";

/** Fields at which somebody else's words must be seen by who may see all: else the walk is blind. */
const REVEALING_FIELDS = `
  AppliedOverride.id AppliedOverride.reason Attribute.name Attribute.value Certification.id DeadJob.lastError DeadJob.task Deal.customer Deal.externalId Deal.id
  Deal.product Decision.decidedAt Decision.hash Decision.id Decision.summary DecisionInput.value Entitlement.id Fact.customer
  Fact.externalId Fact.id Fact.product Hypothesis.id MeasurePoint.value Measurement.id Measurement.value Money.amount
  Override.id Override.decisionReason Override.reason Override.requestedAt Partner.code Partner.country Partner.id Partner.name Partner.region Person.email
  Person.externalId Person.id Person.name Review.id Review.notes RewardEntry.explanation RewardEntry.id RewardEntry.recordedAt
  RuleProgress.actual TierStatus.summary`
  .trim()
  .split(/\s+/);

/** What persons wrote, after the word of either partner. */
const WRITTEN = ["note", "notes", "reason", "activity", "proposal", "subject"];
/** Subjects of the tokens of persons who did something. */
const SUBJECTS = ["development program-manager", "development partner-manager", "a second manager"];

/** Lists that no partner may read, by root field or `Type.field`, and checks that are not paged by cursors. */
const FOR_OTHERS: ReadonlySet<string> = new Set([
  "cohort",
  "cohorts",
  "duplicates",
  "journal",
  "payoutBatches",
  "programDrafts",
  "reconcileLedger",
  "requestedOverrides",
  "rewardLiability",
  "reconcileRollups",
  "registrationConflicts",
  "staleContent",
  "tierDigests",
  "vendorManagers",
  "waitingFacts",
  "verifyDecisions",
  "partnersAuditLog",
  "metricsAuditLog",
  "benefitsAuditLog",
  "enablementAuditLog",
  "verifyPartnersAudit",
  "verifyMetricsAudit",
  "verifyBenefitsAudit",
  "verifyEnablementAudit",
]);

/** What can be asked of the graph shows nobody partners that are none of theirs. */
export function describeQueries(opened: () => Isolation): void {
  let isolation: Isolation;
  /** Tokens of those who are bound to the first partner and must learn nothing of the other. */
  let bound: Record<"partner" | "partner-manager", string>;
  beforeAll(async () => {
    isolation = opened();
    const { tiergraph, partners } = isolation;
    bound = {
      partner: await tiergraph.tokenOf("partner", partners.own.id),
      "partner-manager": await tiergraph.tokenOf("partner-manager", partners.own.id),
    };
  });

  const asked = (token: string, filling: Filling, questions = isolation.questions) =>
    putAll(questions, { url: isolation.tiergraph.url, token, filling, known: isolation.known });

  const named = () => aboutSomeone(isolation.questions, isolation.known);

  test("the walk asks for every field that the schema has", () => {
    const covered = new Set(isolation.questions.flatMap(({ covers }) => covers));
    expect([...covered].sort()).toEqual([...reachableFields(isolation.schema, isolation.query)].sort());
  });

  test("an argument that nobody thought of fails the walk, by its name", () => {
    const schema = buildSchema("type Query { tiers(first: Int, mystery: String): Int }");
    const query = schema.getQueryType();
    expect(() => query && walkSchema(schema, query, isolation.known)).toThrow("Query.tiers(mystery: String)");
  });

  test("a program manager is shown the other partner wherever there is something to show", () => {
    const { schema, query, answersToManager, foreignMarkers } = isolation;
    const seen = new Set<string>();
    for (const { field, text } of valuesByField(schema, query, answersToManager))
      if (foreignMarkers.find(text) !== null) seen.add(field);
    const ofManagers = ["Adjustment.reason", "Cohort.description", "Cohort.name", "ProgramDraft.source"];
    expect([...REVEALING_FIELDS, ...ofManagers].filter((field) => !seen.has(field))).toEqual([]);
    expect([...seen].filter((field) => field.startsWith("DecisionFault."))).toEqual([]);
    const failed = answersToManager.filter(
      ({ body, question }) => body.errors !== undefined && !/ with (after|before) /.test(question.title),
    );
    expect(failed.map(({ question, body }) => [question.title, body.errors])).toEqual([]);
  });

  test.each(["partner", "partner-manager"] as const)(
    "a %s is shown all of its own and nothing of another partner",
    async (role) => {
      const { schema, query, ownMarkers, foreignMarkers } = isolation;
      const answers = await asked(bound[role], OWN_IDS);
      expect(leaksIn(answers, foreignMarkers)).toEqual([]);
      const seen = new Set<string>();
      for (const { field, text } of valuesByField(schema, query, answers))
        if (ownMarkers.find(text) !== null) seen.add(field);
      const isOwn = (field: string) => !field.startsWith("DeadJob.");
      expect(REVEALING_FIELDS.filter((field) => isOwn(field) && !seen.has(field))).toEqual([]);
    },
  );

  test.each(["partner", "partner-manager"] as const)(
    "to a %s what belongs to another partner looks like what does not exist",
    async (role) => {
      const foreign = await asked(bound[role], FOREIGN_IDS, named());
      const missing = await asked(bound[role], MISSING_IDS, named());
      expect(leaksIn(foreign, isolation.foreignMarkers)).toEqual([]);
      const titled = (answers: readonly Answered[]) =>
        answers.map((answer) => [answer.question.title, withoutSent(answer)] as const);
      expect(titled(foreign)).toEqual(titled(missing));
    },
  );

  test("an analyst is shown no name and no address of anybody, nor what anybody wrote", async () => {
    const { tiergraph, partners } = isolation;
    const written = [OWN.word, FOREIGN.word].flatMap((word) => WRITTEN.map((what) => `${word} ${what}`));
    const personal = markersOf([...partners.own.personal, ...partners.foreign.personal, ...written, ...SUBJECTS]);
    const token = await tiergraph.tokenOf("analyst");
    const answers = [...(await asked(token, OWN_IDS)), ...(await asked(token, FOREIGN_IDS, named()))];
    expect(leaksIn(answers, personal)).toEqual([]);
    expect(leaksIn(answers, isolation.foreignMarkers)).not.toEqual([]);
  });

  test("a client that only delivers facts reads nothing at all", async () => {
    const token = await isolation.tiergraph.tokenOf("ingest");
    const answers = [...(await asked(token, OWN_IDS)), ...(await asked(token, FOREIGN_IDS, named()))];
    // It learns who it is itself, and what it may do.
    const ofOthers = answers.filter(({ question }) => question.root !== "viewer");
    expect(ofOthers.filter(({ question, body }) => (body.data?.[question.root] ?? null) !== null)).toEqual([]);
    expect(leaksIn(answers, isolation.foreignMarkers)).toEqual([]);
    expect(leaksIn(answers, isolation.ownMarkers)).toEqual([]);
  });

  test.each(["partner", "partner-manager", "analyst", "ingest"] as const)(
    "a document that is still being written is for program managers: a %s sees no draft",
    async (role) => {
      const token = await isolation.tiergraph.tokenOf(role, isolation.partners.own.id);
      const drafts = isolation.questions.filter(({ root }) => root === "programDrafts" || root === "checkProgram");
      const answers = await asked(token, OWN_IDS, drafts);
      expect(answers.length).toBeGreaterThan(2);
      expect(answers.map(({ body, question }) => body.data?.[question.root])).toEqual(answers.map(() => null));
    },
  );

  test("a cursor serves only the viewer that it was made for, in every list", async () => {
    const { tiergraph, partners, questions, known } = isolation;
    const isForOthers = ({ root, covers }: Question) => [root, ...covers].some((name) => FOR_OTHERS.has(name));
    // By an id, the same lists are found as elsewhere.
    const isById = ({ root }: Question) => root === "node" || root === "nodes";
    const paged = questions.filter(
      (list) => list.title.endsWith("with after #0") && !isForOthers(list) && !isById(list),
    );
    const lists = paged.flatMap(({ title }) => questions.filter((list) => title === `${list.title} with after #0`));
    const cursorsOf = async (token: string) => {
      const answers = await asked(token, OWN_IDS, lists);
      return answers.map(({ body }) =>
        [...JSON.stringify(body).matchAll(/"endCursor":"([^"]+)"/g)].map(([, cursor]) => cursor ?? ""),
      );
    };
    const readOn = async (cursors: string[][]) => {
      const codes = paged.map(async (question, i) => {
        const after = { own: cursors[i]?.[0] ?? "", foreign: "", missing: "" };
        const asking = {
          url: tiergraph.url,
          token: bound.partner,
          filling: OWN_IDS,
          known: { ...known, texts: { ...known.texts, after } },
        };
        const { body } = await put(question, asking);
        return [...new Set(body.errors?.map(({ extensions }) => extensions?.code))];
      });
      return Promise.all(codes);
    };
    const own = await cursorsOf(bound.partner);
    expect(lists.length).toBeGreaterThan(5);
    expect(lists.filter((_, i) => own[i]?.length === 0).map(({ title }) => title)).toEqual([]);
    for (const stranger of [partners.story.token, bound["partner-manager"]])
      expect(await readOn(await cursorsOf(stranger))).toEqual(paged.map(() => ["INVALID_CURSOR"]));
    // Where one answer has several lists, a cursor of the first is none of the others'.
    const accepted = (await readOn(own)).filter((_, i) => own[i]?.length === 1);
    expect(accepted.length).toBeGreaterThan(5);
    expect(accepted.flat()).toEqual([]);
  });

  const switchGuards = async (tables: readonly string[], state: "enable" | "disable") => {
    for (const table of tables) await isolation.tiergraph.sql(`alter table ${table} ${state} row level security`);
  };

  test("the walk finds a table whose guard was taken out", async () => {
    const lists = isolation.questions.filter(({ root }) => root === "partners");
    await switchGuards(["partners.partner"], "disable");
    try {
      const leaks = leaksIn(await asked(bound.partner, OWN_IDS, lists), isolation.foreignMarkers);
      expect(leaks).toContainEqual(expect.stringContaining("zq7foreign Name"));
    } finally {
      await switchGuards(["partners.partner"], "enable");
    }
    expect(leaksIn(await asked(bound.partner, OWN_IDS, lists), isolation.foreignMarkers)).toEqual([]);
  });

  test("every table but that of partners has a second guard before it", async () => {
    const others = isolation.tables.filter((table) => table !== "partners.partner");
    await switchGuards(others, "disable");
    try {
      for (const answers of [await asked(bound.partner, OWN_IDS), await asked(bound.partner, FOREIGN_IDS, named())])
        expect(leaksIn(answers, isolation.foreignMarkers)).toEqual([]);
    } finally {
      await switchGuards(others, "enable");
    }
  });
}
