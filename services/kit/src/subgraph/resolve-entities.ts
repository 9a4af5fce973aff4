import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { isPromise } from "../execution/execution.js";
import type { Reference, ReferenceResolver } from "./build-subgraph.js";

/**
 * Answers `_entities`: each representation by the resolver of its type, or as it came where its type has none. What is
 * known at once is answered at once; the library's own resolver takes five promises an entity, and a list has fifty.
 */
export function resolveEntities<Context>(
  references: Readonly<Record<string, ReferenceResolver<Context>>>,
): GraphQLFieldResolver<unknown, unknown> {
  const entityOf = (reference: Reference, context: unknown, info: GraphQLResolveInfo): unknown => {
    const { __typename: type } = reference;
    const resolve = Object.hasOwn(references, type) ? references[type] : undefined;
    try {
      // The context is the one that the service makes for each request.
      const found = resolve === undefined ? reference : resolve(reference, context as Context, info);
      return isPromise(found) ? found.then((entity) => named(entity, type)) : named(found, type);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error)); // Of this entity alone.
    }
  };
  return (_source, { representations }, context, info) =>
    (representations as readonly Reference[]).map((reference) => entityOf(reference, context, info));
}

/** An entity with its type's name, by which it is known to be one of that type. */
function named(entity: unknown, type: string): unknown {
  if (typeof entity !== "object" || entity === null) return entity;
  const held = entity as { __typename?: string };
  if (held.__typename === undefined) held.__typename = type;
  return held.__typename === type ? held : { ...held, __typename: type };
}
