import type { Operation } from "@tiergraph/kit/execution/operation";
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
  valueFromASTUntyped,
} from "graphql";
import { isConnection, weightOf } from "./weights.js";

type Variables = Readonly<Record<string, unknown>>;

/** What an operation costs, in objects of an answer: before it runs, and by what it came to. */
export interface Price {
  /** A change costs what was said beforehand, however short its answer. */
  readonly isMutation: boolean;
  /** At most: as if each page were full. */
  requested(variables: Variables): number;
  /** Of an answer's data. */
  actual(data: unknown): number;
  /** The lists on the way to what costs most, outermost first, as `partners (100)`. */
  dearestLists(variables: Variables): string[];
}

/** A page where neither `first` nor `last` says otherwise, and the most that one has. */
const PAGE = 20;
const MOST_OF_A_PAGE = 100;
/** What a plain list is taken to have where no argument says. */
const LIST = 5;
/** Arguments that say how many a plain list has at most. */
const COUNTS = ["first", "last", "points", "months", "limit", "days"];

/** A selected field. */
interface Priced {
  /** In the answer. */
  readonly key: string;
  readonly name: string;
  readonly weight: number;
  /** Lines of a batch that a mutation is given. */
  readonly given: (variables: Variables) => number;
  /** How many objects it answers with, given the size of the page that it stands in. */
  readonly size: (variables: Variables, page: number) => number;
  readonly isConnection: boolean;
  readonly isList: boolean;
  readonly parts: readonly Priced[];
}

/**
 * Prices an operation that was validated, and so is bounded in what it selects. A field costs its weight, once for each
 * object that it stands in: pages multiply, as they do for the database.
 */
export function priceOf({ operation, fragments }: Operation, schema: GraphQLSchema): Price {
  const root = schema.getRootType(operation.operation);
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  const parts = root ? partsOf([{ type: root, set: operation.selectionSet }], { schema, fragments }) : [];
  const given = (variables: Variables): Variables => ({ ...defaults, ...variables });
  return {
    isMutation: operation.operation === OperationTypeNode.MUTATION,
    requested: (variables) => sum(parts, (part) => requestedBy(part, given(variables), PAGE)),
    actual: (data) => sum(parts, (part) => actualOf(part, data)),
    dearestLists: (variables) => dearest(parts, given(variables)),
  };
}

const sum = (parts: readonly Priced[], of: (part: Priced) => number): number => {
  let total = 0;
  for (const part of parts) total += of(part);
  return total;
};

function requestedBy(priced: Priced, variables: Variables, page: number): number {
  const size = priced.size(variables, page);
  const within = sum(priced.parts, (part) => requestedBy(part, variables, size));
  // The size of a connection is that of the lists in it.
  const once = priced.weight + priced.given(variables) + within;
  return priced.isConnection ? once : size * once;
}

/** @param holder the object that the field stands in */
function actualOf(priced: Priced, holder: unknown): number {
  const value = (holder as Readonly<Record<string, unknown>> | null)?.[priced.key];
  if (!Array.isArray(value))
    return priced.weight + (value == null ? 0 : sum(priced.parts, (part) => actualOf(part, value)));
  let total = 0;
  for (const item of value) total += priced.weight + sum(priced.parts, (part) => actualOf(part, item));
  return total;
}

function dearest(parts: readonly Priced[], variables: Variables): string[] {
  const lists: string[] = [];
  let [within, page] = [parts, PAGE];
  while (within.length > 0) {
    const costs = within.map((part) => requestedBy(part, variables, page));
    const part = within[costs.indexOf(Math.max(...costs))];
    if (part === undefined) break;
    page = part.size(variables, page);
    if (part.isConnection || (part.isList && !isOfPage(part.key))) lists.push(`${part.key} (${page})`);
    within = part.parts;
  }
  return lists;
}

const isOfPage = (key: string): boolean => key === "nodes" || key === "edges";

interface Within {
  readonly schema: GraphQLSchema;
  readonly fragments: Operation["fragments"];
}
interface Selected {
  readonly type: GraphQLNamedType;
  readonly set: SelectionSetNode;
}

/** The fields of selections, each once for the name that it has in the answer: what several fragments select is read once. */
function partsOf(selected: readonly Selected[], within: Within): Priced[] {
  const byKey = new Map<string, { type: GraphQLNamedType; field: FieldNode; sets: Selected[] }>();
  const visit = ({ type, set }: Selected): void => {
    for (const one of set.selections) {
      if (one.kind === Kind.FIELD) {
        const key = one.alias?.value ?? one.name.value;
        const known = byKey.get(key) ?? { type, field: one, sets: [] };
        byKey.set(key, known);
        const target = fieldIn(type, one)?.type;
        if (one.selectionSet && target) known.sets.push({ type: getNamedType(target), set: one.selectionSet });
        continue;
      }
      const fragment = one.kind === Kind.FRAGMENT_SPREAD ? within.fragments[one.name.value] : one;
      const condition = fragment?.typeCondition && within.schema.getType(fragment.typeCondition.name.value);
      if (fragment !== undefined) visit({ type: condition ?? type, set: fragment.selectionSet });
    }
  };
  selected.forEach(visit);
  return [...byKey].flatMap(([key, { type, field, sets }]) => {
    const definition = fieldIn(type, field);
    return definition === undefined ? [] : [pricedField(key, { type, field, definition }, partsOf(sets, within))];
  });
}

/** Of what cannot be priced (introspection) nothing: it reads no data. */
function fieldIn(type: GraphQLNamedType, { name }: FieldNode): GraphQLField<unknown, unknown> | undefined {
  if (name.value === TypeNameMetaFieldDef.name || !(isObjectType(type) || isInterfaceType(type))) return undefined;
  return type.getFields()[name.value];
}

function pricedField(
  key: string,
  { type, field, definition }: { type: GraphQLNamedType; field: FieldNode; definition: GraphQLField<unknown, unknown> },
  parts: readonly Priced[],
): Priced {
  const isPage = isConnection(getNamedType(definition.type));
  const isList = isListType(getNullableType(definition.type));
  return {
    key,
    name: definition.name,
    weight: weightOf(
      type,
      definition,
      parts.map(({ name }) => name),
    ),
    given: type.name === "Mutation" ? batchSize(field) : () => 0,
    isConnection: isPage,
    isList,
    size: isPage ? pageSize(field) : isList ? listSize(type, { field, definition }) : () => 1,
    parts,
  };
}

type Size = Priced["size"];

function pageSize(field: FieldNode): Size {
  const given = ["first", "last"].map((name) => argument(field, name));
  return (variables) => bounded(given.map((value) => value(variables)).find((value) => value != null) ?? PAGE);
}

function listSize(
  type: GraphQLNamedType,
  { field, definition }: { field: FieldNode; definition: GraphQLField<unknown, unknown> },
): Size {
  if (isConnection(type)) return (_variables, page) => page;
  const counts = definition.args.filter(({ name }) => COUNTS.includes(name));
  const lists = definition.args.filter((arg) => isListType(getNullableType(arg.type)));
  const values = [...counts, ...lists].map(({ name, defaultValue }) => {
    const given = argument(field, name);
    return (variables: Variables) => given(variables) ?? defaultValue;
  });
  return (variables) => {
    const given = values.map((value) => value(variables)).find((value) => value != null);
    return given === undefined ? LIST : Array.isArray(given) ? given.length : Math.max(0, Number(given) || 0);
  };
}

/** What asks for more than a page has is refused by the field, and costs no more. */
const bounded = (size: unknown): number => Math.min(Math.max(Number(size) || 0, 0), MOST_OF_A_PAGE);

function argument({ arguments: given = [] }: FieldNode, name: string): (variables: Variables) => unknown {
  const node = given.find((one) => one.name.value === name)?.value;
  if (node === undefined) return () => undefined;
  return (variables) => valueFromASTUntyped(node, variables);
}

/** Of lists that stand in arguments, or in an input object. */
function batchSize({ arguments: given = [] }: FieldNode): (variables: Variables) => number {
  const linesIn = (value: unknown, depth: number): number => {
    if (Array.isArray(value)) return value.length;
    if (typeof value !== "object" || value === null || depth === 0) return 0;
    return Object.values(value).reduce<number>((sum, part) => sum + linesIn(part, depth - 1), 0);
  };
  return (variables) => given.reduce((sum, { value }) => sum + linesIn(valueFromASTUntyped(value, variables), 2), 0);
}
