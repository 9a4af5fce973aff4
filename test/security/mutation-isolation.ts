import { beforeAll, expect, test } from "vitest";
import type { Filling } from "./argument-values.js";
import { FOREIGN_IDS, type Isolation, MISSING_IDS, OWN_IDS } from "./isolation-fixture.js";
import { markersOf } from "./markers.js";
import { type Answered, leakingFields, leaksIn, put, withoutSent } from "./put-questions.js";
import { type Question, reachableFields, walkSchema } from "./walk-schema.js";

/** What is answered of a partner, person or fact that was known before: they came with the request. */
const DELIVERED = [
  "FactResult.factId",
  "Person.id",
  ...["id", "code", "name", "region", "country"].map((name) => `Partner.${name}`),
];

/** What everyone who reads may keep for themselves. */
const OF_ONES_OWN: ReadonlySet<string> = new Set(["saveQuery", "removeSavedQuery", "startExport", "cancelExport"]);

/** An export goes on while it is asked about, and each has an id of its own. */
const asStarted = (body: string): string =>
  body
    .replaceAll(/"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, '"an id"')
    .replaceAll(/"link":(null|\{[^}]*\})/g, '"link":"some link"')
    .replaceAll(/"endedAt":(null|"[^"]*")/g, '"endedAt":"some time"')
    .replaceAll(/"rows":\d+/g, '"rows":0')
    .replaceAll(/"state":"(QUEUED|RUNNING|DONE)"/g, '"state":"some state"');

/** What can be changed through the graph changes nothing of other partners, and reveals nothing of them. */
export function describeMutations(opened: () => Isolation): void {
  let isolation: Isolation;
  let mutations: Question[];

  beforeAll(async () => {
    isolation = opened();
    mutations = walkSchema(isolation.schema, isolation.mutation, isolation.known);
  });

  /** Puts the mutations one after another; of one that answers nothing at all, no more of its answer is asked for. */
  async function mutated(token: string, filling: Filling): Promise<Answered[]> {
    const answers: Answered[] = [];
    const refused = new Set<string>();
    for (const question of mutations.filter(({ root }) => !refused.has(root))) {
      if (refused.has(question.root)) continue;
      const answer = await put(question, { url: isolation.tiergraph.url, token, filling, known: isolation.known });
      answers.push(answer);
      if ((answer.body.data?.[question.root] ?? null) === null) refused.add(question.root);
    }
    return answers;
  }

  const tokenOf = (role: "partner" | "partner-manager") => isolation.tiergraph.tokenOf(role, isolation.partners.own.id);

  /** What the other partner has, row by row. */
  async function rowsOfForeign(): Promise<string[]> {
    const { tiergraph, tables, partners } = isolation;
    // What was tried in vain stands there, and nowhere else.
    const changed = tables.filter((table) => !table.endsWith(".audit_entry"));
    const rows = await Promise.all(
      changed.map((table) =>
        tiergraph.sql<{ row: string }>(
          `select '${table} ' || t::text as row from ${table} t where coalesce(to_jsonb(t) ->> 'partner_id', to_jsonb(t) ->> 'scope') = $1`,
          [partners.foreign.id],
        ),
      ),
    );
    return rows
      .flat()
      .map(({ row }) => row)
      .sort();
  }

  const compared = (answers: readonly Answered[]) =>
    answers.map((answer) => {
      // Each registration makes a new id at its own time; what it stands for is asked for beside it.
      const body = withoutSent(answer)
        .replaceAll(/"[A-Za-z0-9_-]{44}"/g, '"an id"')
        // An id by names says the name that was sent.
        .replaceAll(/"WyJ[A-Za-z0-9_-]+"/g, '"an id"')
        // Each address of a calendar is a new one.
        .replaceAll(/"\/calendars\/[^"]+"/g, '"an address"')
        // Who leaves a session and comes again has a later place, by its own doing.
        .replaceAll(/"place":\d+/g, '"place":0')
        .replaceAll(/T\d\d:\d\d:\d\d\.\d{3}Z/g, "T, some time");
      return [answer.question.title, answer.question.root === "startExport" ? asStarted(body) : body] as const;
    });

  test("the walk asks for every field of every answer to a mutation", () => {
    const covered = new Set(mutations.flatMap(({ covers }) => covers));
    expect([...covered].sort()).toEqual([...reachableFields(isolation.schema, isolation.mutation)].sort());
  });

  test.each(["partner", "partner-manager"] as const)(
    "a %s that changes its own is shown no other partner",
    async (role) => {
      const before = await rowsOfForeign();
      for (const extent of ["required", "all"] as const) {
        const answers = await mutated(await tokenOf(role), { ...OWN_IDS, extent });
        expect(leaksIn(answers, isolation.foreignMarkers)).toEqual([]);
        expect(answers.map(({ body }) => body.data?.enrollPeople ?? null)).not.toEqual(answers.map(() => null));
        // What a partner manager asks for and records is not refused, so that the walk goes where something is written.
        const shown = JSON.stringify(answers.map(({ body }) => body.data));
        const isWritten = [/"requestOverride":{"override":{/, /"recordReview":{"review":{/].map((text) =>
          text.test(shown),
        );
        expect(isWritten).toEqual([role === "partner-manager" && extent === "all", role === "partner-manager"]);
      }
      expect(await rowsOfForeign()).toEqual(before);
    },
  );

  test.each(["partner", "partner-manager"] as const)(
    "a %s that names ids of another partner changes nothing, and is answered as if they did not exist",
    async (role) => {
      const token = await tokenOf(role);
      const before = await rowsOfForeign();
      const foreign = await mutated(token, { ...FOREIGN_IDS, texts: "own" });
      const missing = await mutated(token, { ...MISSING_IDS, texts: "own" });
      expect(leaksIn(foreign, isolation.foreignMarkers)).toEqual([]);
      expect(compared(foreign)).toEqual(compared(missing));
      expect(await rowsOfForeign()).toEqual(before);
    },
  );

  test.each(["partner", "partner-manager"] as const)(
    "a key that another partner uses is as free to a %s as any other",
    async (role) => {
      const token = await tokenOf(role);
      const before = await rowsOfForeign();
      const foreign = await mutated(token, { ...OWN_IDS, texts: "foreign" });
      const missing = await mutated(token, { ...OWN_IDS, texts: "missing" });
      expect(leaksIn(foreign, isolation.foreignMarkers)).toEqual([]);
      // By the second time its own partner has what the first time recorded.
      const ofOwnPartner = ({ question }: Answered) => question.title.endsWith("→ Partner");
      const answers = (all: readonly Answered[]) => compared(all.filter((answer) => !ofOwnPartner(answer)));
      expect(answers(foreign)).toEqual(answers(missing));
      expect(await rowsOfForeign()).toEqual(before);
    },
  );

  test("an analyst changes nothing but queries and exports of their own", async () => {
    const answers = await mutated(await isolation.tiergraph.tokenOf("analyst"), FOREIGN_IDS);
    const answered = answers.filter(({ question, body }) => (body.data?.[question.root] ?? null) !== null);
    expect(answered.filter(({ question }) => !OF_ONES_OWN.has(question.root))).toEqual([]);
    expect(leaksIn(answers, isolation.foreignMarkers)).toEqual([]);
  });

  test.each(["required", "all"] as const)(
    "a client that delivers facts is shown no more than what was delivered (%s of the input given)",
    async (extent) => {
      const { schema, mutation, foreignMarkers, partners } = isolation;
      const answers = await mutated(await isolation.tiergraph.tokenOf("ingest"), { ...FOREIGN_IDS, extent });
      const shown = leakingFields({ schema, root: mutation }, answers, foreignMarkers);
      expect(shown.filter((field) => !DELIVERED.includes(field))).toEqual([]);
      expect(leaksIn(answers, markersOf([...partners.own.personal, ...partners.foreign.personal]))).toEqual([]);
    },
  );

  test("the program manager's answers show the other partner, so that the walk is not blind", async () => {
    const answers = await mutated(isolation.partners.story.token, FOREIGN_IDS);
    const leaks = leaksIn(answers, isolation.foreignMarkers);
    const revealing = ["enrollPeople", "endOverride", "recordCompletions", "recordProgress"];
    for (const root of [...revealing, "registerPartners", "registerPeople"])
      expect(leaks).toContainEqual(expect.stringContaining(root));
  });
}
