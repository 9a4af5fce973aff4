import type { GraphQLObjectType, GraphQLResolveInfo } from "graphql";
import { type Execution, pathOf, type Slot } from "./execution.js";
import type { PlannedOperation, SelectedField } from "./plan-fields.js";

interface InfoParts {
  readonly planned: PlannedOperation;
  readonly type: GraphQLObjectType;
  readonly field: SelectedField;
  readonly execution: Execution;
  readonly parent: Slot;
}

/** Resolvers that never look at it. */
export const resolversWithoutInfo = new WeakSet<object>();

/** What a resolver may ask of its field: worked out when it does, since few ask. */
export class ResolveInfo {
  readonly #parts: InfoParts;

  constructor(parts: InfoParts) {
    this.#parts = parts;
  }

  get fieldName() {
    return this.#parts.field.definition.name;
  }
  get fieldNodes() {
    return this.#parts.field.nodes;
  }
  get returnType() {
    return this.#parts.field.definition.type;
  }
  get parentType() {
    return this.#parts.type;
  }
  get schema() {
    return this.#parts.planned.schema;
  }
  get fragments() {
    return this.#parts.planned.fragments;
  }
  get rootValue() {
    return undefined;
  }
  get operation() {
    return this.#parts.planned.operation;
  }
  get variableValues() {
    return this.#parts.execution.variables;
  }
  get path() {
    const path = [...pathOf(this.#parts.parent), this.#parts.field.response];
    return path.reduce<GraphQLResolveInfo["path"] | undefined>(
      (prev, key) => ({ prev, key, typename: undefined }),
      undefined,
    );
  }
}
