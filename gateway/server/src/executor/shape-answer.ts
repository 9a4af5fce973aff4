import { fieldsOf, type PlannedOperation } from "@tiergraph/kit/execution/plan-fields";
import { objectOf } from "@tiergraph/kit/values/object-of";
import {
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from "graphql";
import { type Data, isData } from "./data.js";

/** What one shaping met. */
interface Shaping {
  readonly errors: GraphQLError[];
  /** The path of the object or list at hand. */
  readonly path: (string | number)[];
  /** Whether the null that was just made has its error. */
  isReported: boolean;
}

/** A value of the answer from what the subgraphs sent; null where there is none. */
type Shape = (value: unknown, shaping: Shaping) => unknown;

/** In place of a null where none may stand: what holds it becomes null. */
const INVALID = Symbol("null where none may be");

export interface ShapedAnswer {
  readonly data: Data | null;
  /** What may not be, such as a null in place of a value. */
  readonly errors: readonly GraphQLError[];
}

/**
 * Compiles what brings joined data to the form of an operation: the fields that it selects, under its names and in its
 * order; a null where none may be moves up, as the specification says.
 */
export function compileShape(planned: PlannedOperation): (data: Data) => ShapedAnswer {
  const { schema, operation } = planned;
  const root = schema.getRootType(operation.operation);
  if (root == null) throw new Error(`The graph has no ${operation.operation}`);
  const shape = new ShapeCompiler(planned).object(root, [operation.selectionSet]);
  return (data) => {
    const shaping: Shaping = { errors: [], path: [], isReported: false };
    const answer = shape(data, shaping);
    return { data: answer as Data | null, errors: shaping.errors }; // The shape of an object makes one, or null.
  };
}

class ShapeCompiler {
  readonly #planned: PlannedOperation;

  constructor(planned: PlannedOperation) {
    this.#planned = planned;
  }

  object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Shape {
    const fields = fieldsOf(this.#planned, type, sets).map(({ response, definition, sets: within }) => ({
      response,
      shape:
        definition.name === TypeNameMetaFieldDef.name
          ? () => type.name
          : this.#value(definition.type, within, () => `field ${type.name}.${definition.name}`),
    }));
    const make = objectOf(fields.map(({ response }) => response));
    return (value, shaping) => {
      if (!isData(value)) return null;
      const answer: Data = make();
      for (let i = 0; i < fields.length; i++) {
        const { response, shape } = fields[i] as (typeof fields)[number];
        shaping.path.push(response);
        const made = shape(value[response], shaping);
        shaping.path.pop();
        if (made === INVALID) return null;
        answer[response] = made;
      }
      return answer;
    };
  }

  /** @param where how an error names the place */
  #value(type: GraphQLOutputType, sets: readonly SelectionSetNode[], where: () => string): Shape {
    if (isNonNullType(type)) return nonNull(this.#value(type.ofType, sets, where), where);
    if (isListType(type)) return list(this.#value(type.ofType, sets, () => `an element of ${where()}`));
    if (isObjectType(type)) return reporting(this.object(type, sets));
    if (isAbstractType(type)) return reporting(this.#abstract(sets));
    return leaf(type, where);
  }

  /** By the type that each object names. */
  #abstract(sets: readonly SelectionSetNode[]): Shape {
    const known = new Map<string, Shape>();
    return (value, shaping) => {
      const name = isData(value) ? value.__typename : undefined;
      const type = typeof name === "string" ? this.#planned.schema.getType(name) : undefined;
      if (!isObjectType(type)) {
        if (value != null) report(shaping, "Invalid __typename found for an object.");
        return null;
      }
      const shape = known.get(type.name) ?? this.object(type, sets);
      known.set(type.name, shape);
      return shape(value, shaping);
    };
  }
}

function report(shaping: Shaping, message: string): void {
  const path = [...shaping.path];
  shaping.errors.push(new GraphQLError(message, { path, extensions: { code: "INVALID_GRAPHQL" } }));
  shaping.isReported = true;
}

const nonNull =
  (shape: Shape, where: () => string): Shape =>
  (value, shaping) => {
    shaping.isReported = false;
    const made = shape(value, shaping);
    if (made !== null) return made;
    if (!shaping.isReported) report(shaping, `Cannot return null for non-nullable ${where()}.`);
    return INVALID;
  };

/** An object that became null by a null within it, which has its error. */
const reporting =
  (shape: Shape): Shape =>
  (value, shaping) => {
    if (value === null || value === undefined) return null;
    const made = shape(value, shaping);
    if (made === null) shaping.isReported = true;
    return made;
  };

const list =
  (shape: Shape): Shape =>
  (value, shaping) => {
    if (!Array.isArray(value)) return null;
    const answer = new Array<unknown>(value.length);
    let isInvalid = false;
    for (let i = 0; i < value.length; i++) {
      shaping.path.push(i);
      answer[i] = shape(value[i], shaping);
      shaping.path.pop();
      isInvalid ||= answer[i] === INVALID;
    }
    if (!isInvalid) return answer;
    shaping.isReported = true;
    return null;
  };

/** Subgraphs have serialized it: only what the client's graph does not know, such as a hidden word, is no value of it. */
function leaf(type: GraphQLOutputType, where: () => string): Shape {
  const isKnown = isEnumType(type)
    ? (value: unknown) => typeof value === "string" && type.getValue(value) !== undefined
    : isSpecifiedScalarType(type as never) // What is neither is not a scalar of the specification.
      ? KINDS[(type as { name: string }).name]
      : undefined;
  return (value, shaping) => {
    if (value === null || value === undefined) return null;
    if (isKnown === undefined || isKnown(value)) return value;
    report(shaping, `Invalid value found for ${where()}.`);
    return null;
  };
}

const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: (value) => typeof value === "boolean",
  Int: (value) => Number.isInteger(value),
  Float: (value) => Number.isFinite(value),
  String: (value) => typeof value === "string",
  ID: (value) => typeof value === "string" || Number.isInteger(value),
};
