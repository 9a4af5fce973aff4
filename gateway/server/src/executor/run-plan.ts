import type { FetchNode, PlanNode, ResponsePath } from "@apollo/query-planner";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { type Data, isData, merge } from "./data.js";
import { compileRepresentation } from "./representation.js";
import { compileRewrites } from "./rewrites.js";

type ErrorPath = readonly (string | number)[];

/** What a subgraph answers to one fetch. */
export interface SubgraphAnswer {
  readonly data?: Data | null | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
}

/** Sends a fetch to its subgraph. @throws where the subgraph does not answer */
export type Ask<Context> = (
  fetch: { readonly service: string; readonly query: string; readonly operationName: string | undefined },
  variables: Data,
  context: Context,
) => Promise<SubgraphAnswer>;

/** One run of a plan. */
export interface Run<Context> {
  readonly context: Context;
  /** As the client sent them. */
  readonly variables: Data;
  /** Whether the variable of a condition is true. */
  readonly isTrue: (variable: string) => boolean;
  /** All that came so far. */
  readonly data: Data;
  readonly errors: GraphQLError[];
}

/** Where in the answer a node of the plan works: on an object, or on the objects of lists. */
interface Place {
  readonly path: ResponsePath;
  readonly objects: readonly unknown[];
}

type Step<Context> = (run: Run<Context>, place: Place) => Promise<void>;

/** Says that a plan holds what this executor leaves to the stock one. */
export class NotCompiled extends Error {}

/**
 * Compiles a query plan to the steps that run it: fetches, one after another or at once, each joined to what came before.
 *
 * @throws NotCompiled for deferred parts and subscriptions
 */
export function compilePlan<Context>(
  node: PlanNode,
  schema: GraphQLSchema,
  ask: Ask<Context>,
): (run: Run<Context>) => Promise<void> {
  const step = compileNode(node, schema, ask);
  return (run) => step(run, { path: [], objects: [run.data] });
}

function compileNode<Context>(node: PlanNode, schema: GraphQLSchema, ask: Ask<Context>): Step<Context> {
  switch (node.kind) {
    case "Fetch":
      return compileFetch(node, schema, ask);
    case "Sequence": {
      const steps = node.nodes.map((one) => compileNode(one, schema, ask));
      return async (run, place) => {
        for (const step of steps) await step(run, place);
      };
    }
    case "Parallel": {
      const steps = node.nodes.map((one) => compileNode(one, schema, ask));
      return async (run, place) => {
        await Promise.all(steps.map((step) => step(run, place)));
      };
    }
    case "Flatten": {
      const step = compileNode(node.node, schema, ask);
      return async (run, { path, objects }) => {
        const within = objects.flatMap((object) => valuesAt(object, node.path, 0));
        if (within.length > 0) await step(run, { path: [...path, ...node.path], objects: within });
      };
    }
    case "Condition": {
      const then = node.ifClause && compileNode(node.ifClause, schema, ask);
      const otherwise = node.elseClause && compileNode(node.elseClause, schema, ask);
      return async (run, place) => {
        await (run.isTrue(node.condition) ? then : otherwise)?.(run, place);
      };
    }
    default:
      throw new NotCompiled(`A plan with ${node.kind}`);
  }
}

/** The values at a path, with those of all lists on it; nothing where something on it is null. */
function valuesAt(value: unknown, path: ResponsePath, from: number): unknown[] {
  if (value === null || value === undefined) return [];
  if (from === path.length) return Array.isArray(value) ? value.filter(isPresent) : [value];
  const name = path[from];
  if (name === "@") return (value as unknown[]).flatMap((item) => valuesAt(item, path, from + 1));
  return valuesAt((value as Data)[name as string], path, from + 1);
}

const isPresent = (value: unknown): boolean => value !== null && value !== undefined;

function compileFetch<Context>(node: FetchNode, schema: GraphQLSchema, ask: Ask<Context>): Step<Context> {
  const { serviceName: service, operation: query, operationName, variableUsages = [] } = node;
  const fetch = { service, query, operationName };
  const represent = node.requires && compileRepresentation(schema, node.requires);
  const rewriteInput = compileRewrites(schema, node.inputRewrites);
  const rewriteOutput = compileRewrites(schema, node.outputRewrites);

  const send = async (run: Run<Context>, variables: Data, placed: Placed) => {
    for (const name of variableUsages)
      if (Object.hasOwn(run.variables, name) && run.variables[name] !== undefined)
        variables[name] = run.variables[name];
    const { data, errors } = await ask(fetch, variables, run.context);
    for (const error of errors ?? []) run.errors.push(errorOf(error, service, placed));
    return data ?? null;
  };

  const fetchRoot: Step<Context> = async (run, place) => {
    const data = await send(run, {}, (path) => path && [...place.path, ...path]);
    if (data === null) return;
    rewriteOutput(data);
    for (const object of place.objects) if (isData(object)) merge(object, data);
  };

  const fetchEntities: Step<Context> = async (run, place) => {
    const entities: Data[] = [];
    const representations: Data[] = [];
    /** Which of the objects each entity is. */
    const places: number[] = [];
    for (const [i, object] of place.objects.entries()) {
      const representation = represent?.(object);
      if (!representation?.__typename) continue;
      rewriteInput(representation);
      entities.push(object as Data); // It has a representation.
      representations.push(representation);
      places.push(i);
    }
    if (representations.length === 0) return;
    const data = await send(run, { representations }, (path) => pathOfEntity(run.data, place, places, path));
    if (data === null) return;
    const received = data._entities;
    if (!Array.isArray(received) || received.length !== entities.length)
      throw new Error(`The ${service} service answered for other entities than it was asked for`);
    for (const [i, entity] of entities.entries()) {
      const came: unknown = received[i];
      if (!isData(came)) continue;
      came.__typename ??= entity.__typename;
      rewriteOutput(came);
      merge(entity, came);
    }
  };

  const step = represent === undefined ? fetchRoot : fetchEntities;
  return async (run, place) => {
    try {
      await step(run, place);
    } catch (error) {
      // Other fetches go on: what could not be fetched stays null.
      run.errors.push(
        error instanceof GraphQLError ? error : new GraphQLError(messageOf(error), { originalError: error as Error }),
      );
    }
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The path in the whole answer of an error, from its path in a subgraph's; undefined where it has none. */
type Placed = (path: ErrorPath | undefined) => ErrorPath | undefined;

function pathOfEntity(data: Data, { path }: Place, places: readonly number[], found: ErrorPath | undefined) {
  const [entities, i, ...within] = found ?? [];
  if (entities === undefined || typeof i !== "number") return found && [...path, ...found];
  return [...(pathsAt([], path, 0, data)[places[i] ?? -1] ?? []), ...within];
}

/** Where the values of `valuesAt` stand. */
function pathsAt(parent: ErrorPath, path: ResponsePath, from: number, value: unknown): ErrorPath[] {
  if (value === null || value === undefined) return [];
  if (from === path.length) return [parent];
  const name = path[from];
  if (name === "@" || Array.isArray(value))
    return (value as unknown[]).flatMap((item, i) =>
      pathsAt([...parent, i], path, name === "@" ? from + 1 : from, item),
    );
  return pathsAt([...parent, name as string], path, from + 1, (value as Data)[name as string]);
}

const errorOf = (error: GraphQLError, service: string, placed: Placed): GraphQLError =>
  new GraphQLError(error.message || `The ${service} service met an error`, {
    originalError: error,
    path: placed(error.path),
    extensions: { ...error.extensions, serviceName: service },
  });
