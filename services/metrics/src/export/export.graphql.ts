import type { Page } from "@tiergraph/kit/paging/page";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import { Kind, parse } from "graphql";
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { FactPageArgs } from "../fact/fact.graphql.js";
import { PageInfo } from "../values.graphql.js";
import { MAX_SAVED_QUERIES, MAX_UNFINISHED, ownerOf } from "./export.js";
import type { ExportRow, SavedQueryRow } from "./export.store.js";
import type { QuerySaved } from "./save-query.action.js";
import type { ExportStarted } from "./start-export.action.js";

export enum ExportFormatName {
  CSV = "CSV",
  JSON_LINES = "JSON_LINES",
}
registerEnumType(ExportFormatName, { name: "ExportFormat" });

export enum ExportStateName {
  QUEUED = "QUEUED",
  RUNNING = "RUNNING",
  DONE = "DONE",
  FAILED = "FAILED",
  CANCELLED = "CANCELLED",
}
registerEnumType(ExportStateName, { name: "ExportState" });

@ObjectType({ description: "A query of the graph that a viewer keeps, to run or to export." })
export class SavedQuery {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "One query operation." })
  source!: string;

  @Field(() => String, { description: "A JSON object." })
  variables!: string;

  @Field(() => DateTimeScalar)
  savedAt!: Date;
}
export const savedQueryOf = (row: SavedQueryRow): SavedQuery => ({ ...row });

@ObjectType()
export class SavedQueryConnection extends connectionType("SavedQuery", () => SavedQuery, PageInfo) {}

@ObjectType({ description: "Where a finished export is fetched, with the token of whoever asked for it." })
export class ExportLink {
  @Field(() => String, { description: "A path of the gateway." })
  url!: string;

  @Field(() => DateTimeScalar, { description: "Asked for again, there is another." })
  expiresAt!: Date;
}

@ObjectType({ description: "All that a saved query answers, page after page, as a file." })
export class Export {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "Of the saved query." })
  name!: string;

  @Field(() => ExportFormatName)
  format!: ExportFormatName;

  @Field(() => ExportStateName)
  state!: ExportStateName;

  @Field(() => Int, { description: "Written so far." })
  rows!: number;

  @Field(() => String, { nullable: true, description: "Why it failed." })
  problem!: string | null;

  @Field(() => DateTimeScalar)
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  endedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: "When it is removed." })
  expiresAt!: Date;

  row!: ExportRow;
}
export const exportOf = (row: ExportRow): Export => ({
  ...{ id: row.exportId, name: row.name, rows: row.rowCount, problem: row.problem, row },
  format: row.format as ExportFormatName, // The same two words.
  state: row.state as ExportStateName, // The same five words.
  ...{ requestedAt: row.requestedAt, endedAt: row.endedAt, expiresAt: row.expiresAt },
});

@ObjectType()
export class ExportConnection extends connectionType("Export", () => Export, PageInfo) {}

export enum SaveQueryErrorCode {
  NAME_INVALID = "NAME_INVALID",
  SOURCE_INVALID = "SOURCE_INVALID",
  VARIABLES_INVALID = "VARIABLES_INVALID",
  TOO_MANY = "TOO_MANY",
}
registerEnumType(SaveQueryErrorCode, { name: "SaveQueryErrorCode" });

@ObjectType()
export class SaveQueryUserError extends userErrorType("SaveQueryRefusal", SaveQueryErrorCode) {}

@InputType()
export class SaveQueryInput {
  @Field(() => String, { description: "Small letters, digits and hyphens, at most 64. A known name is replaced." })
  name!: string;

  @Field(() => String, { description: "One query operation, at most 20,000 characters." })
  source!: string;

  @Field(() => String, { nullable: true, description: "A JSON object." })
  variables!: string | null;
}

@ObjectType()
export class SaveQueryPayload {
  @Field(() => SavedQuery, { nullable: true })
  savedQuery!: SavedQuery | null;

  @Field(() => [SaveQueryUserError])
  userErrors!: SaveQueryUserError[];
}

export enum RemoveSavedQueryErrorCode {
  QUERY_UNKNOWN = "QUERY_UNKNOWN",
}
registerEnumType(RemoveSavedQueryErrorCode, { name: "RemoveSavedQueryErrorCode" });

@ObjectType()
export class RemoveSavedQueryUserError extends userErrorType("RemoveSavedQueryRefusal", RemoveSavedQueryErrorCode) {}

@InputType()
export class RemoveSavedQueryInput {
  @Field(() => String)
  name!: string;
}

@ObjectType()
export class RemoveSavedQueryPayload {
  @Field(() => String, { nullable: true })
  removed!: string | null;

  @Field(() => [RemoveSavedQueryUserError])
  userErrors!: RemoveSavedQueryUserError[];
}

export enum StartExportErrorCode {
  QUERY_UNKNOWN = "QUERY_UNKNOWN",
  VARIABLES_INVALID = "VARIABLES_INVALID",
  KEY_INVALID = "KEY_INVALID",
  KEY_REUSED = "KEY_REUSED",
  TOO_MANY_RUNNING = "TOO_MANY_RUNNING",
}
registerEnumType(StartExportErrorCode, { name: "StartExportErrorCode" });

@ObjectType()
export class StartExportUserError extends userErrorType("StartExportRefusal", StartExportErrorCode) {}

@InputType()
export class StartExportInput {
  @Field(() => String, { description: "Name of one of your saved queries." })
  savedQuery!: string;

  @Field(() => ExportFormatName)
  format!: ExportFormatName;

  @Field(() => String, { nullable: true, description: "A JSON object; wins over the variables that were saved." })
  variables!: string | null;

  @Field(() => String, {
    description: "Your key of this request, 1 to 200 characters: the same again gives the same export.",
  })
  key!: string;
}

@ObjectType()
export class StartExportPayload {
  @Field(() => Export, { nullable: true })
  export!: Export | null;

  @Field(() => [StartExportUserError])
  userErrors!: StartExportUserError[];
}

export enum CancelExportErrorCode {
  NOT_RUNNING = "NOT_RUNNING",
}
registerEnumType(CancelExportErrorCode, { name: "CancelExportErrorCode" });

@ObjectType()
export class CancelExportUserError extends userErrorType("CancelExportRefusal", CancelExportErrorCode) {}

@InputType()
export class CancelExportInput {
  @Field(() => ID)
  exportId!: string;
}

@ObjectType()
export class CancelExportPayload {
  @Field(() => Export, { nullable: true })
  export!: Export | null;

  @Field(() => [CancelExportUserError])
  userErrors!: CancelExportUserError[];
}

@Resolver(() => Export)
export class ExportResolver {
  @Authorized("export data")
  @Query(() => SavedQueryConnection, { nullable: true, description: "Your own, by name." })
  savedQueries(@Args(() => FactPageArgs) args: FactPageArgs, @Ctx() { load }: Context): Promise<Page<SavedQuery>> {
    return load.savedQueries(args);
  }

  @Authorized("export data")
  @Query(() => ExportConnection, { nullable: true, description: "Your own, newest first." })
  exports(@Args(() => FactPageArgs) args: FactPageArgs, @Ctx() { load }: Context): Promise<Page<Export>> {
    return load.exports(args);
  }

  @Authorized("export data")
  @Query(() => Export, { nullable: true, description: "One of your own." })
  export(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<Export | null> {
    return load.export(id);
  }

  @FieldResolver(() => ExportLink, { nullable: true, description: "Null until the export is done." })
  link(@Root() { row }: Export, @Ctx() { load }: Context): ExportLink | null {
    return load.exportLink(row);
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
    if (saved.kind === "QuerySaved") return { savedQuery: savedQueryOf(saved.saved), userErrors: [] };
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
    const code = RemoveSavedQueryErrorCode.QUERY_UNKNOWN;
    return { removed: null, userErrors: [{ code, field: ["input", "name"], message: "There is no such query." }] };
  }

  @Authorized("export data")
  @Mutation(() => StartExportPayload, {
    nullable: true,
    description: "Exports what a saved query answers, as you may see it, page after page. Kept for a day.",
  })
  async startExport(
    @Arg("input", () => StartExportInput) input: StartExportInput,
    @Ctx() { actions }: Context,
  ): Promise<StartExportPayload> {
    const started = await actions.startExport({ ...input, variables: input.variables ?? null });
    if (started.kind === "ExportStarted") return { export: exportOf(started.started), userErrors: [] };
    const [code, field, message] = START_REFUSALS[started.kind];
    return { export: null, userErrors: [{ code, field: ["input", field], message }] };
  }

  @Authorized("export data")
  @Mutation(() => CancelExportPayload, { nullable: true })
  async cancelExport(
    @Arg("input", () => CancelExportInput) { exportId }: CancelExportInput,
    @Ctx() { actions }: Context,
  ): Promise<CancelExportPayload> {
    const cancelled = await actions.cancelExport({ exportId });
    if (cancelled !== null) return { export: exportOf(cancelled), userErrors: [] };
    const refusal = { code: CancelExportErrorCode.NOT_RUNNING, field: ["input", "exportId"] };
    return { export: null, userErrors: [{ ...refusal, message: "You have no such export that has not ended." }] };
  }
}

/** An export repeats its operation as it likes: only what changes nothing may be saved. */
function isOneQuery(source: string): boolean {
  try {
    const { definitions } = parse(source, { maxTokens: 5_000 });
    const operations = definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? one : []));
    return operations.length === 1 && operations[0]?.operation === "query";
  } catch {
    return false;
  }
}

const SAVE_REFUSALS: Readonly<Record<Exclude<QuerySaved["kind"], "QuerySaved">, [SaveQueryErrorCode, string, string]>> =
  {
    NameInvalid: [SaveQueryErrorCode.NAME_INVALID, "name", "A name is small letters, digits and hyphens, at most 64."],
    SourceInvalid: [
      SaveQueryErrorCode.SOURCE_INVALID,
      "source",
      "Expected is one query, of at most 20,000 characters.",
    ],
    VariablesInvalid: [SaveQueryErrorCode.VARIABLES_INVALID, "variables", "Expected is a JSON object."],
    TooMany: [SaveQueryErrorCode.TOO_MANY, "name", `You have ${MAX_SAVED_QUERIES} saved queries: remove one.`],
  };

const START_REFUSALS: Readonly<
  Record<Exclude<ExportStarted["kind"], "ExportStarted">, [StartExportErrorCode, string, string]>
> = {
  QueryUnknown: [StartExportErrorCode.QUERY_UNKNOWN, "savedQuery", "You have no saved query of this name."],
  VariablesInvalid: [StartExportErrorCode.VARIABLES_INVALID, "variables", "Expected is a JSON object."],
  KeyInvalid: [StartExportErrorCode.KEY_INVALID, "key", "A key is 1 to 200 characters."],
  KeyReused: [StartExportErrorCode.KEY_REUSED, "key", "The key is that of another request."],
  TooManyRunning: [
    StartExportErrorCode.TOO_MANY_RUNNING,
    "savedQuery",
    `${MAX_UNFINISHED} of your exports have not ended: wait, or cancel one.`,
  ],
};

// What follows is between the gateway and this service: clients do not see it, and their roles may not.

@Directive("@inaccessible")
@ObjectType({ description: "An export that the gateway is to run, as whoever asked for it." })
export class ExportClaim {
  @Field(() => ID)
  exportId!: string;

  @Field(() => ID)
  lease!: string;

  @Field(() => String)
  role!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => [ID], { nullable: true, description: "Null for all." })
  partnerIds!: string[] | null;

  @Field(() => String)
  source!: string;

  @Field(() => String)
  variables!: string;

  @Field(() => ExportFormatName)
  format!: ExportFormatName;

  @Field(() => Int)
  rows!: number;

  @Field(() => String, { nullable: true })
  position!: string | null;
}

const claimOf = (row: ExportRow): ExportClaim => ({
  ...ownerOf(row),
  ...{ exportId: row.exportId, lease: row.lease ?? "", source: row.source, variables: row.variables },
  ...{ format: row.format as ExportFormatName, rows: row.rowCount, position: row.position },
});

@Resolver()
export class ExportRunResolver {
  @Authorized("run exports")
  @Directive("@inaccessible")
  @Mutation(() => ExportClaim, { nullable: true })
  async claimExport(@Ctx() { actions }: Context): Promise<ExportClaim | null> {
    const claimed = await actions.claimExport({});
    return claimed === null ? null : claimOf(claimed);
  }

  @Authorized("run exports")
  @Directive("@inaccessible")
  @Mutation(() => Boolean, { nullable: true })
  keepExportPart(
    @Arg("exportId", () => ID) exportId: string,
    @Arg("lease", () => ID) lease: string,
    @Arg("body", () => String) body: string,
    @Arg("rows", () => Int) rows: number,
    @Arg("position", () => String, { nullable: true }) position: string | null,
    @Ctx() { actions }: Context,
  ): Promise<boolean> {
    return actions.keepExportPart({ exportId, lease, body, rows, position });
  }

  @Authorized("run exports")
  @Directive("@inaccessible")
  @Mutation(() => Boolean, { nullable: true })
  endExport(
    @Arg("exportId", () => ID) exportId: string,
    @Arg("lease", () => ID) lease: string,
    @Arg("problem", () => String, { nullable: true }) problem: string | null,
    @Ctx() { actions }: Context,
  ): Promise<boolean> {
    return actions.endExport({ exportId, lease, problem });
  }

  @Authorized("export data")
  @Directive("@inaccessible")
  @Query(() => String, { nullable: true })
  exportPart(
    @Arg("exportId", () => ID) exportId: string,
    @Arg("ticket", () => String) ticket: string,
    @Arg("sequence", () => Int) sequence: number,
    @Ctx() { load }: Context,
  ): Promise<string | null> {
    if (sequence < 1) refuse("BAD_USER_INPUT", "Parts are counted from 1.");
    return load.exportPart({ exportId, ticket, sequence });
  }
}
