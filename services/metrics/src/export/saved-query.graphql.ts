import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { MAX_SELECTIONS, selectsTooMuch } from "@tiergraph/kit/subgraph/selection-bound";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import { Kind, parse } from "graphql";
import { Arg, Args, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { FactPageArgs } from "../fact/index.js";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { ExportActions } from "./actions.js";
import { MAX_SAVED_QUERIES } from "./export.js";
import type { ExportReads } from "./export.reads.js";
import type { QuerySaved } from "./save-query.action.js";

type Context = RequestContext<ExportReads, ExportActions>;

@ObjectType({ description: "A query of the graph that a viewer keeps, to run or to export." })
export class SavedQuery {
  @Field(() => String)
  name: string;

  @Field(() => String, { description: "One query operation." })
  source: string;

  @Field(() => String, { description: "A JSON object." })
  variables: string;

  @Field(() => DateTimeScalar)
  savedAt: Date;
}

@ObjectType()
export class SavedQueryConnection extends connectionType("SavedQuery", () => SavedQuery, PageInfo) {}

export const SaveQueryErrorCode = graphEnum("SaveQueryErrorCode", [
  "NAME_INVALID",
  "SOURCE_INVALID",
  "VARIABLES_INVALID",
  "TOO_MANY",
]);
export type SaveQueryErrorCode = (typeof SaveQueryErrorCode)[string];

@ObjectType()
export class SaveQueryUserError extends userErrorType("SaveQueryRefusal", SaveQueryErrorCode) {}

@InputType()
export class SaveQueryInput {
  @Field(() => String, { description: "Small letters, digits and hyphens, at most 64. A known name is replaced." })
  name: string;

  @Field(() => String, {
    description: "One query operation of at most 20,000 characters and 2,000 fields, those of its fragments included.",
  })
  source: string;

  @Field(() => String, { nullable: true, description: "A JSON object." })
  variables: string | null;
}

@ObjectType()
export class SaveQueryPayload {
  @Field(() => SavedQuery, { nullable: true })
  savedQuery: SavedQuery | null;

  @Field(() => [SaveQueryUserError])
  userErrors: SaveQueryUserError[];
}

export const RemoveSavedQueryErrorCode = graphEnum("RemoveSavedQueryErrorCode", ["QUERY_UNKNOWN"]);
export type RemoveSavedQueryErrorCode = (typeof RemoveSavedQueryErrorCode)[string];

@ObjectType()
export class RemoveSavedQueryUserError extends userErrorType("RemoveSavedQueryRefusal", RemoveSavedQueryErrorCode) {}

@InputType()
export class RemoveSavedQueryInput {
  @Field(() => String)
  name: string;
}

@ObjectType()
export class RemoveSavedQueryPayload {
  @Field(() => String, { nullable: true })
  removed: string | null;

  @Field(() => [RemoveSavedQueryUserError])
  userErrors: RemoveSavedQueryUserError[];
}

@Resolver()
export class SavedQueryResolver {
  @Authorized("export data")
  @Query(() => SavedQueryConnection, { nullable: true, description: "Your own, by name." })
  savedQueries(@Args(() => FactPageArgs) args: FactPageArgs, @Ctx() { load }: Context): Promise<Page<SavedQuery>> {
    return load.savedQueries(args);
  }

  @Authorized("export data")
  @Mutation(() => SaveQueryPayload, { nullable: true })
  async saveQuery(
    @Arg("input", () => SaveQueryInput) { name, source, variables }: SaveQueryInput,
    @Ctx() { actions }: Context,
  ): Promise<SaveQueryPayload> {
    const saved: QuerySaved = isOneQuery(source)
      ? await actions.saveQuery({ name, source, variables: variables ?? "{}" })
      : { kind: "SourceInvalid" };
    if (saved.kind === "QuerySaved") return { savedQuery: saved.saved, userErrors: [] };
    const [code, field, message] = SAVE_REFUSALS[saved.kind];
    return { savedQuery: null, userErrors: [{ code, field: ["input", field], message }] };
  }

  @Authorized("export data")
  @Mutation(() => RemoveSavedQueryPayload, { nullable: true, description: "Exports of it stay." })
  async removeSavedQuery(
    @Arg("input", () => RemoveSavedQueryInput) { name }: RemoveSavedQueryInput,
    @Ctx() { actions }: Context,
  ): Promise<RemoveSavedQueryPayload> {
    if (await actions.removeSavedQuery({ name })) return { removed: name, userErrors: [] };
    const code = "QUERY_UNKNOWN";
    return { removed: null, userErrors: [{ code, field: ["input", "name"], message: "There is no such query." }] };
  }
}

/** An export repeats its operation as it likes: only what changes nothing may be saved. */
function isOneQuery(source: string): boolean {
  try {
    const document = parse(source, { maxTokens: 5_000 });
    const operations = document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? one : []));
    return operations.length === 1 && operations[0]?.operation === "query" && !selectsTooMuch(document);
  } catch {
    return false;
  }
}

const SAVE_REFUSALS: Readonly<Record<Exclude<QuerySaved["kind"], "QuerySaved">, [SaveQueryErrorCode, string, string]>> =
  {
    NameInvalid: ["NAME_INVALID", "name", "A name is small letters, digits and hyphens, at most 64."],
    SourceInvalid: [
      "SOURCE_INVALID",
      "source",
      `Give one query of at most 20,000 characters and ${MAX_SELECTIONS} fields, those of its fragments included.`,
    ],
    VariablesInvalid: ["VARIABLES_INVALID", "variables", "Expected is a JSON object."],
    TooMany: ["TOO_MANY", "name", `You have ${MAX_SAVED_QUERIES} saved queries: remove one.`],
  };
