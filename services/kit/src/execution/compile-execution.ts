import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from "graphql";
import { objectOf } from "../values/object-of.js";
import {
  type Complete,
  type Completing,
  Execution,
  type ExecutionAnswer,
  type Holder,
  isPromise,
  type Slot,
} from "./execution.js";
import { MAX_VARIABLE_ERRORS, onceForConditions, operationIn } from "./operation.js";
import { fieldsOf, type PlannedOperation, type SelectedField } from "./plan-fields.js";
import { ResolveInfo, resolversWithoutInfo } from "./resolve-info.js";

export type CompiledExecution = (
  variables: Readonly<Record<string, unknown>> | undefined,
  context: unknown,
) => ExecutionAnswer | Promise<ExecutionAnswer>;

/**
 * Compiles an operation of a validated document to code that answers as graphql-js' `execute` does: which fields an
 * object has, how each is read and what it becomes is worked out once, not for each object of each request.
 *
 * Fields of introspection, which no subgraph is asked for by a plan, are not among them.
 *
 * @param operationName which of the document's operations; may be left out where it has one
 */
export function compileExecution(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): CompiledExecution {
  const { operation, fragments, conditions } = operationIn(document, operationName ?? null);
  const planFor = onceForConditions(conditions, (coerced) =>
    new Planner({ schema, operation, fragments, conditions: coerced }).root(),
  );
  return (variables, context) => {
    const definitions = operation.variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(schema, definitions, variables ?? {}, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    if (coerced === undefined) return { data: null, errors };
    return run(planFor(coerced), new Execution(context, coerced));
  };
}

/** For resolvers that do not look at it. */
const NO_INFO = {} as GraphQLResolveInfo;

/** How one field of an object is read and completed. */
interface FieldPlan extends Completing {
  readonly response: string;
  readonly read: (execution: Execution, source: unknown, parent: Slot) => unknown;
}

interface RootPlan {
  readonly fields: readonly FieldPlan[];
  readonly isSerial: boolean;
}

function run({ fields, isSerial }: RootPlan, execution: Execution): ExecutionAnswer | Promise<ExecutionAnswer> {
  const data: Holder = {};
  execution.answer.data = data;
  const root: Slot = { holder: execution.answer as Holder, key: "data", parent: null, isNonNull: false, isDead: false };
  if (isSerial) return runSerially(fields, execution, data, root);
  fill(fields, execution, undefined, data, root);
  const settled = execution.settled();
  return settled === null ? execution.result() : settled.then(() => execution.result());
}

/** Mutations run one after another. */
async function runSerially(fields: readonly FieldPlan[], execution: Execution, data: Holder, root: Slot) {
  for (const field of fields) {
    if (root.isDead) break;
    readField(field, execution, undefined, data, root);
    await execution.settled();
  }
  return execution.result();
}

function fill(fields: readonly FieldPlan[], execution: Execution, source: unknown, into: Holder, slot: Slot): void {
  for (let i = 0; i < fields.length && !slot.isDead; i++)
    readField(fields[i] as FieldPlan, execution, source, into, slot);
}

function readField(field: FieldPlan, execution: Execution, source: unknown, into: Holder, slot: Slot): void {
  let value: unknown;
  try {
    value = field.read(execution, source, slot);
  } catch (error) {
    execution.fail(into, field.response, slot, field, error);
    return;
  }
  execution.put(into, field.response, slot, field, value);
}

const NO_ARGS: Record<string, unknown> = Object.freeze({});

/** Plans how the objects of one operation are filled. */
class Planner {
  readonly #planned: PlannedOperation;

  constructor(planned: PlannedOperation) {
    this.#planned = planned;
  }

  root(): RootPlan {
    const { schema, operation } = this.#planned;
    const type = schema.getRootType(operation.operation);
    if (type == null) throw new GraphQLError(`Schema is not configured to execute ${operation.operation} operation.`);
    return { fields: this.#fields(type, [operation.selectionSet]), isSerial: operation.operation === "mutation" };
  }

  #fields(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): FieldPlan[] {
    return fieldsOf(this.#planned, type, sets).map((field) => {
      const where = `${type.name}.${field.definition.name}`;
      return {
        response: field.response,
        read: this.#read(type, field),
        ...this.#completing(field.definition.type, field, where),
      };
    });
  }

  #read(type: GraphQLObjectType, field: SelectedField): FieldPlan["read"] {
    const { name, resolve } = field.definition;
    if (name === TypeNameMetaFieldDef.name) return () => type.name;
    const argsOf = this.#args(field);
    const infoOf = (execution: Execution, parent: Slot) =>
      new ResolveInfo({ planned: this.#planned, type, field, execution, parent }) as GraphQLResolveInfo;
    if (resolve !== undefined) {
      const read = resolve as GraphQLFieldResolver<unknown, unknown>;
      if (resolversWithoutInfo.has(resolve))
        return (execution, source) => read(source, argsOf(execution), execution.context, NO_INFO);
      return (execution, source, parent) =>
        read(source, argsOf(execution), execution.context, infoOf(execution, parent));
    }
    return (execution, source, parent) => {
      const held = source as Readonly<Record<string, unknown>>; // Only objects have fields without a resolver.
      const value = held[name];
      if (typeof value !== "function") return value;
      return value.call(held, argsOf(execution), execution.context, infoOf(execution, parent)) as unknown;
    };
  }

  /** The arguments of a field: the same for each of its objects, and for each run where they hold no variable. */
  #args({ definition, nodes: [node] }: SelectedField): (execution: Execution) => Record<string, unknown> {
    if (node === undefined || definition.args.length === 0) return () => NO_ARGS;
    if (!(node.arguments ?? []).some((argument) => holdsVariable(argument.value)))
      try {
        const args = getArgumentValues(definition, node);
        return () => args;
      } catch (error) {
        return () => {
          throw error; // Where the field is read, so that others are answered.
        };
      }
    const place = {}; // One node may select a field of several types, whose arguments differ.
    return ({ args: known, variables }) => {
      const args = known.get(place) ?? getArgumentValues(definition, node, variables);
      known.set(place, args);
      return args;
    };
  }

  #completing(type: GraphQLOutputType, field: SelectedField, where: string): Completing {
    const isNonNull = isNonNullType(type);
    const named = isNonNull ? type.ofType : type;
    return {
      isNonNull,
      isLeaf: isLeafType(named),
      complete: this.#complete(named, field, where),
      nodes: field.nodes,
      where,
    };
  }

  #complete(type: GraphQLOutputType, field: SelectedField, where: string): Complete {
    if (isListType(type)) return listOf(this.#completing(type.ofType, field, where));
    if (isObjectType(type)) return this.#object(type, field.sets);
    if (isAbstractType(type)) return this.#abstract(type, field);
    return leafOf(type as GraphQLLeafType); // Output types that are none of these are leaves.
  }

  #object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Complete {
    const fields = this.#fields(type, sets);
    const make = objectOf(fields.map(({ response }) => response));
    return (execution, value, slot) => {
      const object: Holder = make();
      fill(fields, execution, value, object, slot);
      return object;
    };
  }

  /** By the type that each value names. */
  #abstract(type: Extract<GraphQLOutputType, { resolveType: unknown }>, field: SelectedField): Complete {
    const { schema } = this.#planned;
    const known = new Map<string, Complete>();
    const completeAs = (name: unknown): Complete => {
      const before = known.get(String(name));
      if (before !== undefined) return before;
      const of = typeof name === "string" ? schema.getType(name) : undefined;
      if (!isObjectType(of) || !schema.isSubType(type, of))
        throw new GraphQLError(`Runtime Object type "${String(name)}" is not a possible type for "${type.name}".`);
      const complete = this.#object(of, field.sets);
      known.set(of.name, complete);
      return complete;
    };
    return (execution, value, slot) => {
      const named = (value as { readonly __typename?: unknown }).__typename;
      if (typeof named === "string") return completeAs(named)(execution, value, slot);
      const info = {} as GraphQLResolveInfo; // Only values of one kind, such as entities, leave their type to a function.
      const found = type.resolveType?.(value, execution.context, info, type);
      if (isPromise(found)) throw new GraphQLError(`The type of a ${type.name} is not known in time`);
      return completeAs(found)(execution, value, slot);
    };
  }
}

const listOf =
  (item: Completing): Complete =>
  (execution, value, slot) => {
    const items = Array.isArray(value) ? value : iterated(value, item.where);
    const list: unknown[] = new Array(items.length);
    const holder = list as unknown as Holder; // Places of a list are numbers.
    for (let i = 0; i < items.length && !slot.isDead; i++) execution.put(holder, i, slot, item, items[i]);
    return list;
  };

function iterated(value: unknown, where: string): unknown[] {
  if (typeof value === "object" && value !== null && Symbol.iterator in value) return [...(value as Iterable<unknown>)];
  throw new GraphQLError(`Expected Iterable, but did not find one for field "${where}".`);
}

function leafOf(type: GraphQLLeafType): Complete {
  const isText = !isEnumType(type) && (type.name === "String" || type.name === "ID");
  return (_execution, value) => {
    if (isText && typeof value === "string") return value;
    const serialized: unknown = type.serialize(value);
    if (serialized === null || serialized === undefined)
      throw new Error(`Expected \`${type.name}.serialize()\` to return non-nullable value, returned: ${serialized}`);
    return serialized;
  };
}

function holdsVariable(value: { readonly kind: string }): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  const { values = [], fields = [] } = value as { values?: { kind: string }[]; fields?: { value: { kind: string } }[] };
  return values.some(holdsVariable) || fields.some((field) => holdsVariable(field.value));
}
