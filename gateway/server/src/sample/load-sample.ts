import fs from "node:fs";
import path from "node:path";
import type { ApolloServer } from "@apollo/server";
import { ROOT } from "@tiergraph/installation/root";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { askGraph } from "../ask-graph.js";
import type { RequestContext } from "../graph/request-context.js";
import { generateSample, type Sample } from "./generate-sample.js";
import { enablementSample } from "./sample-enablement.js";

type Graph = ApolloServer<RequestContext>;

const VIEWER: Viewer = { role: "PROGRAM_MANAGER", subject: "sample", partnerIds: "all" };
const BATCH = 1_000;
/** How long the services may take to handle each other's events. */
const PATIENCE_MS = 60_000;
const QUARTERS = 8;

export interface SampleLoading {
  readonly isWanted: boolean;
  /** Notes a loading that has begun, so that one that was killed is taken up again. */
  readonly markerFile: string;
  readonly clock: Clock;
}

/**
 * Fills an empty base with the sample, by the operations that any client has. A base that holds anything of its own is
 * left alone; a loading that was killed goes on, since each of its operations may be repeated.
 */
export async function loadSample(graph: Graph, { isWanted, markerFile, clock }: SampleLoading): Promise<void> {
  const isBegun = fs.existsSync(markerFile);
  if (!isBegun && !(isWanted && (await isEmpty(graph)))) return;
  if (!isBegun) fs.writeFileSync(markerFile, dayOf(clock.now()));
  const lastDay = fs.readFileSync(markerFile, "utf8");
  console.error("Loading the sample program and its partners …");

  const sample = generateSample(lastDay);
  await publishSampleProgram(graph);
  await settled(graph);
  for (const { query, input } of enablementSample(lastDay)) await change(graph, query, input);
  const partnerIds = await registerPartners(graph, sample);
  const personIds = await registerPeople(graph, sample, partnerIds);
  await settled(graph);
  await recordFacts(graph, sample, partnerIds);
  await recordCompletions(graph, sample, personIds);
  await settled(graph);
  for (const asOf of [...quarterEnds(lastDay), lastDay]) await place(graph, asOf);
  await settled(graph);
  fs.rmSync(markerFile);
}

async function isEmpty(graph: Graph): Promise<boolean> {
  const query = "{ program { name } partners(first: 1) { nodes { id } } }";
  const { program, partners } = await askGraph<{ program: object | null; partners: { nodes: object[] } }>(
    graph,
    VIEWER,
    { query },
  );
  return program === null && partners.nodes.length === 0;
}

interface Change {
  readonly userErrors: readonly { readonly message: string }[];
  readonly results?: readonly { readonly message: string | null }[];
}

/** Runs one mutation under the alias `change`; a sample that is refused is a bug. */
async function change<Payload>(graph: Graph, query: string, input: object): Promise<Payload> {
  const data = await askGraph<{ change: Change & Payload }>(graph, VIEWER, { query, variables: { input } });
  const refusals = [...data.change.userErrors, ...(data.change.results ?? [])].flatMap(({ message }) => message ?? []);
  if (refusals.length > 0) throw new Error(`The sample is refused: ${refusals[0]}`);
  return data.change;
}

async function publishSampleProgram(graph: Graph): Promise<void> {
  const source = fs.readFileSync(path.join(ROOT, "services/program/examples/northwind-partners.yaml"), "utf8");
  await change(
    graph,
    "mutation ($input: PublishProgramInput!) { change: publishProgram(input: $input) { userErrors { message } } }",
    { source },
  );
}

async function registerPartners(graph: Graph, { partners }: Sample): Promise<ReadonlyMap<string, string>> {
  const query = `mutation ($input: RegisterPartnersInput!) {
    change: registerPartners(input: $input) { partners { id code } userErrors { message } } }`;
  const registered = await change<{ partners: { id: string; code: string }[] }>(graph, query, { partners });
  return new Map(registered.partners.map(({ id, code }) => [code, id]));
}

async function registerPeople(
  graph: Graph,
  { people }: Sample,
  partnerIds: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const query = `mutation ($input: RegisterPeopleInput!) {
    change: registerPeople(input: $input) { people { id externalId } userErrors { message } } }`;
  const ids = new Map<string, string>();
  for (const batch of batches(people)) {
    const input = {
      people: batch.map(({ partnerCode, ...person }) => ({ ...person, partnerId: idOf(partnerIds, partnerCode) })),
    };
    const registered = await change<{ people: { id: string; externalId: string }[] }>(graph, query, input);
    for (const { id, externalId } of registered.people) ids.set(externalId, id);
  }
  return ids;
}

async function recordFacts(graph: Graph, { facts }: Sample, partnerIds: ReadonlyMap<string, string>): Promise<void> {
  const query = `mutation ($input: RecordFactsInput!) {
    change: recordFacts(input: $input) { results { message } userErrors { message } } }`;
  for (const batch of batches(facts))
    await change(graph, query, {
      facts: batch.map(({ partnerCode, ...fact }) => ({ ...fact, partnerId: idOf(partnerIds, partnerCode) })),
    });
}

async function recordCompletions(
  graph: Graph,
  { completions }: Sample,
  personIds: ReadonlyMap<string, string>,
): Promise<void> {
  const query = `mutation ($input: RecordCompletionsInput!) {
    change: recordCompletions(input: $input) { results { message } userErrors { message } } }`;
  for (const batch of batches(completions))
    await change(graph, query, {
      completions: batch.map(({ personExternalId, course, completedOn }) => ({
        personId: idOf(personIds, personExternalId),
        course,
        completedOn,
      })),
    });
}

async function place(graph: Graph, asOf: string): Promise<void> {
  const query = `mutation ($input: PlacePartnersInput!) {
    change: placePartners(input: $input) { run { id finishedAt } userErrors { message } } }`;
  const { run } = await change<{ run: { id: string; finishedAt: string | null } }>(graph, query, {
    asOf,
    waitSeconds: 8,
  });
  const deadline = performance.now() + PATIENCE_MS;
  for (let { finishedAt } = run; finishedAt === null; ) {
    if (performance.now() > deadline) throw new Error(`The sample was not placed as of ${asOf} in time`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const variables = { id: run.id };
    const data = await askGraph<{ placementRun: { finishedAt: string | null } }>(graph, VIEWER, {
      query: "query ($id: ID!) { placementRun(id: $id) { finishedAt } }",
      variables,
    });
    finishedAt = data.placementRun.finishedAt;
  }
}

/** Waits until no service has an event left to handle. */
async function settled(graph: Graph): Promise<void> {
  const query =
    "{ a: partnersJobs { ...q } b: metricsJobs { ...q } c: benefitsJobs { ...q } d: enablementJobs { ...q } } fragment q on JobQueue { pending }";
  const deadline = performance.now() + PATIENCE_MS;
  // A job that ends may have added another to a queue that was read before it: two empty readings in a row are enough.
  for (let empty = 0; empty < 2; ) {
    if (performance.now() > deadline) throw new Error("The services did not receive the sample in time");
    const queues = Object.values(await askGraph<Record<string, { pending: number }>>(graph, VIEWER, { query }));
    empty = queues.every(({ pending }) => pending === 0) ? empty + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The last days of the quarters that ended before the day, oldest first. */
export function quarterEnds(day: string): string[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const firstMonth = Math.floor((month - 1) / 3) * 3;
  // Day 0 of a month is the last of the month before.
  const ends = Array.from({ length: QUARTERS }, (_, i) => new Date(Date.UTC(year, firstMonth - 3 * i, 0)));
  return ends.map((end) => end.toISOString().slice(0, 10)).reverse();
}

const batches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The sample names ${key}, which was not registered`);
  return id;
}
