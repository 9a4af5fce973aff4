import fs from "node:fs";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import type { ByStance, Filling, KnownValues } from "./argument-values.js";
import { commonText, FOREIGN_WORD, idOfNobody, knownValues, NOBODY, OF_PROGRAM } from "./known-values.js";
import { holdingsOf, type Markers, markersOf } from "./markers.js";
import { type Answered, putAll, valuesByField } from "./put-questions.js";
import { setUpTwoPartners, type TwoPartners } from "./two-partners.js";
import { type Question, walkSchema } from "./walk-schema.js";

export const OWN_IDS: Filling = { ids: "own", texts: "own", extent: "all" };
export const FOREIGN_IDS: Filling = { ids: "foreign", texts: "foreign", extent: "all" };
export const MISSING_IDS: Filling = { ids: "missing", texts: "missing", extent: "all" };

/** Two partners, what marks the other one, and the questions that the schema of the graph allows. */
export interface Isolation {
  readonly tiergraph: Tiergraph;
  readonly partners: TwoPartners;
  readonly schema: GraphQLSchema;
  readonly query: GraphQLObjectType;
  readonly mutation: GraphQLObjectType;
  readonly questions: readonly Question[];
  readonly known: KnownValues;
  readonly foreignMarkers: Markers;
  readonly ownMarkers: Markers;
  readonly tables: readonly string[];
  /** What the program manager was shown of either partner, and of all. */
  readonly answersToManager: readonly Answered[];
}

export async function openIsolation(): Promise<Isolation> {
  const tiergraph = await startTiergraph({ env: { MAX_COST: "999999999" } });
  const partners = await setUpTwoPartners(tiergraph);
  const schema = buildSchema(fs.readFileSync(schemaFile("api.graphql"), "utf8"));
  const query = rootOf(schema.getQueryType());
  const [own, foreign] = [
    await holdingsOf(tiergraph, partners.own.id, commonText()),
    await holdingsOf(tiergraph, partners.foreign.id, commonText()),
  ];
  const foreignMarkers = markersOf([FOREIGN_WORD, ...foreign.markers]);
  const ids = new Map<string, ByStance>([
    ["Partner", { own: partners.own.id, foreign: partners.foreign.id, missing: NOBODY }],
    ["Export", { ...partners.exportIds, missing: NOBODY }],
    ["PlacementRun", { own: partners.runId, foreign: partners.runId, missing: NOBODY }],
  ]);

  // The program manager sees all, and so learns the ids of every type: first of those that need no other ids.
  const guessing = knownValues((type) => ids.get(type) ?? { own: NOBODY, foreign: NOBODY, missing: NOBODY });
  const questions = walkSchema(schema, query, guessing);
  const asked = { url: tiergraph.url, token: partners.story.token, known: guessing };
  const answersToManager = [
    ...(await putAll(questions, { ...asked, filling: OWN_IDS })),
    ...(await putAll(aboutSomeone(questions, guessing), { ...asked, filling: FOREIGN_IDS })),
  ];
  learnIds(ids, [...valuesByField(schema, query, answersToManager)], foreignMarkers);
  const known = knownValues((type) => ids.get(type) ?? null);
  return {
    tiergraph,
    partners,
    schema,
    query,
    mutation: rootOf(schema.getMutationType()),
    questions: walkSchema(schema, query, known),
    known,
    foreignMarkers,
    ownMarkers: markersOf(own.markers),
    tables: foreign.tables,
    answersToManager,
  };
}

/** Those of the questions that say whom, or what, they are about: the others are the same for everyone. */
export const aboutSomeone = (questions: readonly Question[], known: KnownValues): Question[] =>
  questions.filter(
    ({ variables }) => JSON.stringify(variables(OWN_IDS, known)) !== JSON.stringify(variables(FOREIGN_IDS, known)),
  );

function learnIds(
  ids: Map<string, ByStance>,
  values: readonly { field: string; text: string }[],
  foreignMarkers: Markers,
): void {
  for (const { field, text } of values) {
    const [type = "", name] = field.split(".");
    if (name !== "id" || type === "Partner" || type === "PlacementRun" || type === "Export") continue;
    const before = ids.get(type);
    if (OF_PROGRAM.includes(type)) {
      ids.set(type, before ?? { own: text, foreign: text, missing: text });
      continue;
    }
    const isForeign = foreignMarkers.find(text) !== null;
    ids.set(type, {
      own: before !== undefined && isForeign ? before.own : text,
      foreign: before !== undefined && !isForeign ? before.foreign : text,
      missing: idOfNobody(text),
    });
  }
}

function rootOf(type: GraphQLObjectType | null | undefined): GraphQLObjectType {
  if (!type) throw new Error("The schema lacks a root type");
  return type;
}
