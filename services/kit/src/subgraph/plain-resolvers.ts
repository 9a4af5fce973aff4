import "./metadata.js";
import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { resolversWithoutInfo } from "../execution/resolve-info.js";

/** @throws where the viewer of the request may not do all that is named */
type Authorize = (context: unknown, permissions: readonly string[]) => void;

type Resolver = GraphQLFieldResolver<unknown, unknown>;
/** What a method takes of a field's call, by position. */
type Taken = "root" | "context" | "info";
type Method = (...taken: unknown[]) => unknown;

/**
 * The field resolvers that take no arguments, by type and field, as calls of their methods and nothing else. The library
 * sorts a method's parameters, wraps it in promises for its permission and makes objects to pass, at each call: a screen
 * calls some 150.
 *
 * @param classes the resolvers of one subgraph, whose schema was built
 */
export function plainResolvers(
  classes: readonly (new () => object)[],
  authorize: Authorize,
): { readonly type: string; readonly field: string; readonly resolve: Resolver }[] {
  const storage = getMetadataStorage();
  const names = new Map(storage.objectTypes.map(({ target, name }) => [target as unknown, name]));
  const instances = new Map(classes.map((one) => [one as unknown, new one() as Readonly<Record<string, Method>>]));
  return storage.fieldResolvers.flatMap((declared) => {
    const { target, kind, methodName, schemaName, params = [], middlewares = [], roles, getObjectType } = declared;
    const instance = instances.get(target);
    const type = getObjectType === undefined ? undefined : names.get(getObjectType());
    const method = instance?.[methodName];
    if (kind !== "external" || instance === undefined || type === undefined || method === undefined) return [];
    const taken = [...params].sort((a, b) => a.index - b.index).flatMap((param) => takenBy(param) ?? []);
    if (middlewares.length > 0 || taken.length < params.length || taken.length > MAX_TAKEN) return [];
    const call = callOf(method.bind(instance), taken);
    const permissions = roles as readonly string[] | undefined; // Of the service's own `Authorized`.
    const resolve: Resolver =
      permissions === undefined
        ? call
        : (source, args, context, info) => {
            authorize(context, permissions);
            return call(source, args, context, info);
          };
    if (!taken.includes("info")) resolversWithoutInfo.add(resolve);
    return { type, field: schemaName, resolve };
  });
}

const MAX_TAKEN = 3;

/** Null for what takes arguments, or a part of the root or the context. */
function takenBy(param: { readonly kind: string }): Taken | null {
  const { propertyName, getType } = param as { propertyName?: string; getType?: () => unknown };
  const isWhole = propertyName === undefined && getType === undefined;
  return isWhole && (param.kind === "root" || param.kind === "context" || param.kind === "info") ? param.kind : null;
}

function callOf(method: Method, [first, second, third]: readonly Taken[]): Resolver {
  if (first === undefined) return () => method();
  if (second === undefined) return (source, _args, context, info) => method(given(first, source, context, info));
  if (third === undefined)
    return (source, _args, context, info) =>
      method(given(first, source, context, info), given(second, source, context, info));
  return (source, _args, context, info) =>
    method(
      given(first, source, context, info),
      given(second, source, context, info),
      given(third, source, context, info),
    );
}

function given(taken: Taken, source: unknown, context: unknown, info: GraphQLResolveInfo): unknown {
  if (taken === "root") return source;
  return taken === "context" ? context : info;
}
