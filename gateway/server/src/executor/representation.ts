import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import { type Data, isData, merge } from "./data.js";
import { isOfType } from "./rewrites.js";

/** What a subgraph is sent to know an entity by; null where the entity lacks a part of it. */
export type Represent = (entity: unknown) => Data | null;

/** The key of an entity and what its fields require, as the plan selects them from what is known of it. */
export function compileRepresentation(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Represent {
  const parts = selections.map((selection) => compilePart(schema, selection));
  return (entity) => {
    if (!isData(entity)) return null;
    const representation: Data = {};
    for (const add of parts) if (!add(entity, representation)) return null;
    return representation;
  };
}

/** Adds a part to a representation; false where the entity does not have it. */
type AddPart = (entity: Data, representation: Data) => boolean;

function compilePart(schema: GraphQLSchema, selection: QueryPlanSelectionNode): AddPart {
  if (selection.kind === "InlineFragment") {
    const { typeCondition } = selection;
    const within = compileRepresentation(schema, selection.selections);
    return (entity, representation) => {
      if (typeCondition === undefined || !isOfType(schema, entity, typeCondition)) return true;
      const part = within(entity);
      if (part !== null) merge(representation, part);
      return true;
    };
  }
  const name = selection.alias ?? selection.name;
  const within = selection.selections && compileRepresentation(schema, selection.selections);
  return (entity, representation) => {
    const value = entity[name];
    if (value === undefined) return false;
    if (within === undefined) representation[name] = value;
    else representation[name] = Array.isArray(value) ? value.map(within) : within(value);
    return true;
  };
}
