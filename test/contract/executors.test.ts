import { costGuardOf } from "@tiergraph/gateway-server/cost/cost-guard";
import { createGraph, type Graph } from "@tiergraph/gateway-server/graph/create-graph";
import { inProcessSource } from "@tiergraph/gateway-server/graph/in-process-source";
import type { RequestContext } from "@tiergraph/gateway-server/graph/request-context";
import { DEFAULT_COST_PER_SECOND, DEFAULT_MAX_COST } from "@tiergraph/installation/cost-limits";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { createLog } from "@tiergraph/kit/process/log";
import { formatError } from "@tiergraph/kit/subgraph/format-error";
import { readApiSchema, readSupergraph } from "@tiergraph/schema/schema-files";
import { execute, GraphQLError, parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { today } from "../kit/days.js";
import { randomOperation, type Values } from "../kit/random-operation.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

/** How many operations; more by the environment. */
const OPERATIONS = Number(process.env.OPERATIONS ?? 500);
const log = createLog("test", "silent");
type Source = ReturnType<typeof inProcessSource>;

let tiergraph: Tiergraph;
let stock: Graph;
let ours: Graph;
let values: Values;
const viewers: Viewer[] = [];

beforeAll(async () => {
  tiergraph = await startTiergraph();
  const story: Story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  const [first = "", second = ""] = await Promise.all(["one", "two"].map((code) => story.partner(code)));
  for (const [i, id] of [first, second, first].entries())
    await story.wonDeal(id, { externalId: `deal-${i}`, on: today(), amount: "70000", customer: `c${i}` });
  const person = await story.person(first, "ada");
  await story.completes(person, "sales-foundations", "2026-01-15");
  await story.settled();
  values = {
    id: [first, second, person, "nobody"],
    partnerId: [first, second, "01900000-0000-7000-8000-000000000000"],
    personId: [person],
    first: [1, 2, 10, 0, 101],
    after: ["not a cursor"],
    names: [["revenue"], ["revenue", "customers"], ["no-measure"]],
    name: ["revenue", "gold", "northwind-partners"],
    program: ["northwind-partners"],
    version: ["1", "2"],
    points: [1, 3, 500],
    months: [2],
    withinDays: [30, 0],
    on: [today(), "2026-01-01"],
    asOf: [today()],
    from: ["2026-01-01"],
    until: [today()],
    code: ["one"],
    withMeasures: [true, false],
  };
  viewers.push(
    { role: "PROGRAM_MANAGER", subject: "manager", partnerIds: "all" },
    { role: "PARTNER", subject: "portal", partnerIds: [first] },
    { role: "PARTNER_MANAGER", subject: "pm", partnerIds: [second] },
  );
  // Over no HTTP, nothing is charged.
  const costGuard = costGuardOf({ maxCost: DEFAULT_MAX_COST, costPerSecond: DEFAULT_COST_PER_SECOND });
  const graphOver = (sourceOf: (service: ServiceName) => Source) =>
    createGraph({ supergraphSdl: readSupergraph(), sourceOf, showsSchemaTo: () => true, costGuard, log });
  ours = await graphOver((service) => inProcessSource(tiergraph.services[service], log));
  stock = await graphOver(stockSource);
});
afterAll(async () => {
  await Promise.all([ours.server.stop(), stock.server.stop()]);
  await tiergraph.stop();
});

/** A subgraph that graphql-js executes. */
const stockSource = (name: ServiceName): Source => ({
  async process({ request: { query = "", variables, operationName }, context }) {
    const service = tiergraph.services[name];
    const { data, errors } = await execute({
      schema: service.schema,
      document: parse(query),
      variableValues: variables,
      operationName,
      contextValue: service.contextFor(context as RequestContext),
    });
    const formatted = errors?.map((error) => {
      const { message, path, extensions } = formatError(log)(error.toJSON(), error);
      return new GraphQLError(message, { path, extensions });
    });
    return { data: data as Record<string, unknown> | null, ...(formatted && { errors: formatted }) };
  },
});

/** What a graph answers, with what differs from run to run left out. */
async function answerOf({ server }: Graph, { query, variables }: ReturnType<typeof randomOperation>, viewer: Viewer) {
  const { body } = await server.executeOperation(
    { query, variables },
    { contextValue: { viewer, language: "en", requestId: "of the test" } },
  );
  if (body.kind !== "single") throw new Error("An answer in parts");
  const { data, errors = [], extensions } = body.singleResult;
  return {
    data,
    // Stated in the order in which fields failed, which no answer promises.
    errors: errors.map(({ message, path, extensions: more }) => JSON.stringify([message, path, more?.code])).sort(),
    completed: extensions?.valueCompletion,
  };
}

test(`${OPERATIONS} random operations are answered as graphql-js and Apollo's executor answer them`, async () => {
  const schema = readApiSchema();
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  let withErrors = 0;
  let withData = 0;
  for (let i = 0; i < OPERATIONS; i++) {
    const operation = randomOperation(schema, seed * 10_000 + i, values);
    const viewer = viewers[i % viewers.length] as Viewer;
    await answerOf(ours, operation, viewer); // Planned by the first time.
    // Those of the reference are all new to it, so that each runs on Apollo's executor.
    const [answered, expected] = [await answerOf(ours, operation, viewer), await answerOf(stock, operation, viewer)];
    expect(answered, `seed ${seed}, operation ${i}: ${operation.query} ${JSON.stringify(operation.variables)}`).toEqual(
      expected,
    );
    if (expected.errors.length > 0) withErrors++;
    if (expected.data !== null && expected.data !== undefined) withData++;
  }
  // The comparison is worth something only where both happen often.
  expect(withErrors).toBeGreaterThan(OPERATIONS / 20);
  expect(withData).toBeGreaterThan(OPERATIONS / 3);
  expect(ours.counts.compiled).toBeGreaterThan(OPERATIONS / 2);
  expect(stock.counts.compiled).toBeLessThan(OPERATIONS / 20); // What was made twice.
}, 240_000);
