import "./metadata.js";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, parse } from "graphql";
import { buildSchema, createResolversMap, type NonEmptyArray } from "type-graphql";
import { personalResolvers } from "./personal-fields.js";
import { plainResolvers } from "./plain-resolvers.js";
import { once } from "./reads-on-demand.js";
import { refuse } from "./refuse.js";
import type { RequestContext } from "./request-context.js";
import { resolveEntities } from "./resolve-entities.js";

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible"])

`;

/** Answers one entity representation that the gateway sends; null when it does not exist for the viewer. */
export type ReferenceResolver<Context> = (reference: Reference, context: Context, info: GraphQLResolveInfo) => unknown;

/** The key, which is an id but where the type says otherwise, and what fields require of it. */
export interface Reference {
  readonly __typename: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface SubgraphDefinition<Context, Permission extends string> {
  // Decorated classes: type-graphql reads them by their metadata only.
  readonly resolvers: NonEmptyArray<new () => object>;
  /** Types that no root field leads to, entities of other subgraphs above all. */
  readonly orphanedTypes: readonly (new () => object)[];
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>;
  /** Whether the viewer may do what `@Authorized("…")` names on a field. */
  readonly permits: (context: Context, permission: Permission) => boolean;
}

export interface Subgraph {
  readonly schema: GraphQLSchema;
  /** What `schema/<service>.graphql` must hold. */
  readonly sdl: string;
}

/** A Federation 2 subgraph from type-graphql classes: built once in a process, when it is first asked for. */
export const subgraphBuilder = <Context, Permission extends string>(
  definition: SubgraphDefinition<Context, Permission>,
): (() => Promise<Subgraph>) => once(() => buildSubgraph(definition));

async function buildSubgraph<Context, Permission extends string>(
  definition: SubgraphDefinition<Context, Permission>,
): Promise<Subgraph> {
  const authorize = (context: unknown, permissions: readonly string[]): boolean =>
    // The service's own `Authorized` takes no other text.
    permissions.every((permission) => definition.permits(context as Context, permission as Permission)) ||
    refuse("FORBIDDEN", `Your role may not ${permissions.join(", ")}.`);
  const schema = await buildSchema({
    resolvers: definition.resolvers,
    orphanedTypes: [...definition.orphanedTypes],
    autoRegisterImplementations: false,
    skipCheck: true, // The federation directives are unknown until the subgraph is built.
    validate: false,
    authChecker: async ({ context, args, info }, permissions) => {
      if (info.parentType.name !== "Mutation") return authorize(context, permissions);
      const { noteMutation, noteForbidden } = context as RequestContext; // Of every service, see `openService`.
      noteMutation?.(info.fieldName);
      try {
        return authorize(context, permissions);
      } catch (error) {
        await noteForbidden?.(info.fieldName, args.input ?? args);
        throw error;
      }
    },
  } as Parameters<typeof buildSchema>[0]);
  describe(
    schema.getQueryType(),
    "What a client may read. Where the viewer may not, or there is nothing, a field is null.",
  );
  describe(schema.getMutationType(), "What a client may change. What is refused stands in `userErrors`.");
  const sdl = LINK + printSchemaWithDirectives(schema);
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const { type, field, resolve } of plainResolvers(definition.resolvers, authorize))
    resolvers[type] = { ...resolvers[type], [field]: resolve };
  for (const { type, field, resolve } of personalResolvers())
    if (schema.getType(type) !== undefined) resolvers[type] = { ...resolvers[type], [field]: resolve };
  for (const [type, resolve] of Object.entries(definition.references))
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  if (Object.keys(definition.references).length > 0)
    resolvers.Query = { ...resolvers.Query, _entities: resolveEntities(definition.references) };
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]), sdl };
}

/** type-graphql has no place for what a root type says of itself. */
function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}
