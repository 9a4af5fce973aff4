import type { PlanNode, QueryPlan } from "@apollo/query-planner";
import { MAX_VARIABLE_ERRORS, onceForConditions, operationIn } from "@tiergraph/kit/execution/operation";
import { type DocumentNode, type GraphQLError, type GraphQLSchema, getVariableValues, visit } from "graphql";
import { type Price, priceOf } from "../cost/price.js";
import type { Data } from "./data.js";
import { type Ask, compilePlan, NotCompiled, type Run } from "./run-plan.js";
import { compileShape } from "./shape-answer.js";

/** What a client is answered. */
export interface Answer {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface CompiledOperation<Context> {
  readonly price: Price;
  readonly run: (variables: Data, context: Context) => Promise<Answer>;
}

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

/** Past so many variables of conditions their sets of values are too many to shape answers for each. */
const MAX_CONDITIONS = 6;

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
  refuseUncompiled(document);
  const parts = operationIn(document, operationName);
  const { operation, fragments, conditions } = parts;
  if (conditions.length > MAX_CONDITIONS) throw new NotCompiled("Too many conditions");
  if (plan.node?.kind === "Subscription") throw new NotCompiled("A subscription");
  const run = plan.node === undefined ? null : compilePlan(plan.node as PlanNode, supergraph, ask);
  const shapeFor = onceForConditions(conditions, (coerced) =>
    compileShape({ schema: api, operation, fragments, conditions: coerced }),
  );
  const answer: CompiledOperation<Context>["run"] = async (variables, context) => {
    const definitions = operation.variableDefinitions ?? [];
    const { errors: refused, coerced } = getVariableValues(api, definitions, variables, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    if (coerced === undefined) return { errors: refused };
    const isTrue = (name: string) => coerced[name] === true;
    const running: Run<Context> = { context, variables, isTrue, data: {}, errors: [] };
    await run?.(running);
    const { data, errors } = shapeFor(coerced)(running.data);
    if (running.errors.length > 0) return { data, errors: running.errors };
    return errors.length > 0 ? { data, extensions: { valueCompletion: errors } } : { data };
  };
  return { price: priceOf(parts, api), run: answer };
}

/** Refuses what the stock executor has to answer. */
function refuseUncompiled(document: DocumentNode): void {
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
  });
}
