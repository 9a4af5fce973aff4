import { randomOf } from "@tiergraph/program/fixtures";
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** What arguments are filled with, by their names. */
export type Values = Readonly<Record<string, readonly unknown[]>>;

export interface RandomOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

interface Making {
  readonly schema: GraphQLSchema;
  readonly random: () => number;
  readonly values: Values;
  readonly definitions: Map<string, string>;
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
  fields: number;
}

const MAX_DEPTH = 6;
const MAX_FIELDS = 60;

/**
 * A random query of a schema: fields with aliases, fragments, conditions, arguments as variables or in place. Valid, also
 * where what it asks for is refused.
 */
export function randomOperation(schema: GraphQLSchema, seed: number, values: Values): RandomOperation {
  const random = randomOf(seed);
  const making: Making = { schema, random, values, definitions: new Map(), variables: {}, fragments: [], fields: 0 };
  const selection = selectionOf(making, schema.getQueryType() as GraphQLObjectType, 0);
  const definitions = [...making.definitions].map(([name, type]) => `$${name}: ${type}`).join(", ");
  const query = `query Random${definitions === "" ? "" : `(${definitions})`} ${selection} ${making.fragments.join(" ")}`;
  return { query, variables: making.variables };
}

const pick = <T>({ random }: Making, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const often = ({ random }: Making, share: number): boolean => random() < share;

function selectionOf(making: Making, type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).filter(
    (field) => field.args.every((argument) => canFill(making, argument)) && (depth < MAX_DEPTH || isLeaf(field)),
  );
  const wanted = Math.min(fields.length, 1 + Math.floor(making.random() * (depth === 0 ? 2 : 6)));
  const chosen = Array.from({ length: wanted }, () => pick(making, fields));
  const parts = chosen.flatMap((field) => {
    if (making.fields++ > MAX_FIELDS && !isLeaf(field)) return [];
    const part = fieldOf(making, field, depth);
    if (!often(making, 0.1)) return part;
    if (often(making, 0.5)) return `... on ${type.name} { ${part} }`;
    const name = `F${making.fragments.length}`;
    making.fragments.push(`fragment ${name} on ${type.name} { ${part} }`);
    return `...${name}`;
  });
  if (parts.length === 0 || often(making, 0.15)) parts.push("__typename");
  return `{ ${parts.join(" ")} }`;
}

function fieldOf(making: Making, field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type);
  const args = field.args
    .filter((argument) => isNonNullType(argument.type) || often(making, 0.4))
    .map((argument) => `${argument.name}: ${argumentOf(making, argument)}`);
  // Fields of one name with other arguments, and of other shapes, cannot be joined: each has a name of its own.
  const alias = args.length > 0 || !isLeaf(field) || often(making, 0.2) ? `a${making.fields}: ` : "";
  const condition = often(making, 0.08) ? conditionOf(making) : "";
  const within = isObjectType(type) ? selectionOf(making, type, depth + 1) : "";
  return `${alias}${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}${condition} ${within}`;
}

const isLeaf = (field: { readonly type: GraphQLField<unknown, unknown>["type"] }): boolean =>
  !isObjectType(getNamedType(field.type));

function conditionOf(making: Making): string {
  const name = pick(making, ["yes", "no"]);
  making.definitions.set(name, "Boolean!");
  making.variables[name] = name === "yes";
  return ` @${pick(making, ["include", "skip"])}(if: $${name})`;
}

interface Argument {
  readonly name: string;
  readonly type: GraphQLInputType;
}

const canFill = ({ values }: Making, { name, type }: Argument): boolean =>
  !isNonNullType(type) || values[name] !== undefined || isEnumType(type.ofType);

function argumentOf(making: Making, { name, type }: Argument): string {
  const named: GraphQLNamedType = getNamedType(type);
  const isList = isListType(isNonNullType(type) ? type.ofType : type);
  const known = making.values[name];
  const value = known === undefined ? null : pick(making, known);
  if (isEnumType(named)) return isList ? "[]" : pick(making, named.getValues()).name;
  if (value === null || isInputObjectType(named)) return isNonNullType(type) ? "{}" : "null";
  if (often(making, 0.5)) return JSON.stringify(value);
  const variable = `${name}${Object.keys(making.variables).length}`;
  making.definitions.set(variable, String(type));
  making.variables[variable] = value;
  return `$${variable}`;
}
