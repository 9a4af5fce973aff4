import type { PlanNode, QueryPlan } from "@apollo/query-planner";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import type { Data } from "./data.js";
import { type Ask, compilePlan, NotCompiled, type Run } from "./run-plan.js";
import { compileShape, type ShapedAnswer } from "./shape-answer.js";

/** What a client is answered. */
export interface Answer {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export type CompiledOperation<Context> = (variables: Data, context: Context) => Promise<Answer>;

export interface PlannedOperation {
  readonly document: DocumentNode;
  /** Of those in the document; null where it has one. */
  readonly operationName: string | null;
  readonly plan: QueryPlan;
}

interface Schemas {
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** With all that subgraphs hold. */
  readonly supergraph: GraphQLSchema;
}

/** Answers are shaped by code of their own for each set of conditions; past so many variables the sets are too many. */
const MAX_CONDITIONS = 6;
/** Shapes of one operation that are kept. */
const MAX_SHAPES = 8;
/** Errors of variables that are named. */
const MAX_ERRORS = 50;

/**
 * Compiles an operation that was validated and planned: the run of its plan, and the shape of its answer.
 *
 * @throws NotCompiled where it holds what the stock executor has to do: introspection, deferred parts, subscriptions
 */
export function compileOperation<Context>(
  { document, operationName, plan }: PlannedOperation,
  { api, supergraph }: Schemas,
  ask: Ask<Context>,
): CompiledOperation<Context> {
  const { operation, fragments, conditions } = read(document, operationName);
  if (plan.node?.kind === "Subscription") throw new NotCompiled("A subscription");
  const run = plan.node === undefined ? null : compilePlan(plan.node as PlanNode, supergraph, ask);
  const shapes = new Map<string, (data: Data) => ShapedAnswer>();
  const shapeFor = (coerced: Readonly<Record<string, unknown>>) => {
    const key = conditions.map((name) => (coerced[name] === true ? "1" : "0")).join("");
    const shape = shapes.get(key) ?? compileShape({ schema: api, operation, fragments, conditions: coerced });
    if (shapes.size >= MAX_SHAPES) shapes.clear();
    shapes.set(key, shape);
    return shape;
  };
  return async (variables, context) => {
    const definitions = operation.variableDefinitions ?? [];
    const { errors: refused, coerced } = getVariableValues(api, definitions, variables, { maxErrors: MAX_ERRORS });
    if (coerced === undefined) return { errors: refused };
    const isTrue = (name: string) => coerced[name] === true;
    const running: Run<Context> = { context, variables, isTrue, data: {}, errors: [] };
    await run?.(running);
    const { data, errors } = shapeFor(coerced)(running.data);
    if (running.errors.length > 0) return { data, errors: running.errors };
    return errors.length > 0 ? { data, extensions: { valueCompletion: errors } } : { data };
  };
}

function read(document: DocumentNode, operationName: string | null) {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  const operations: OperationDefinitionNode[] = [];
  for (const one of document.definitions)
    if (one.kind === Kind.OPERATION_DEFINITION) operations.push(one);
    else if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  const operation =
    operationName === null ? operations[0] : operations.find(({ name }) => name?.value === operationName);
  if (operation === undefined) throw new NotCompiled("A document without the operation");
  const conditions = conditionsOf(document);
  if (conditions.length > MAX_CONDITIONS) throw new NotCompiled("Too many conditions");
  return { operation, fragments, conditions };
}

/** The variables of all `@skip` and `@include`, in order; refuses names that the stock executor has to answer. */
function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Field({ name, alias }) {
      if (name.value === "__schema" || name.value === "__type") throw new NotCompiled("Introspection");
      // A name such as `__proto__` is no plain name of an object's property.
      if (alias !== undefined && alias.value in Object.prototype) throw new NotCompiled("An alias of another meaning");
    },
    VariableDefinition({ variable: { name } }) {
      if (name.value in Object.prototype || name.value === "representations")
        throw new NotCompiled("A variable of another meaning");
    },
    Directive({ name, arguments: [condition] = [] }) {
      const isCondition = name.value === "skip" || name.value === "include";
      if (isCondition && condition?.value.kind === Kind.VARIABLE) names.add(condition.value.name.value);
    },
  });
  return [...names].sort();
}
