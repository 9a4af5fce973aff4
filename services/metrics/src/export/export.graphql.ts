import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Args,
  Ctx,
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
} from "type-graphql";
import { FactPageArgs } from "../fact/index.js";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { ExportActions } from "./actions.js";
import { MAX_UNFINISHED } from "./export.js";
import type { ExportReads } from "./export.reads.js";
import type { ExportRow } from "./export.store.js";
import { exportOf } from "./export-node.js";
import type { ExportStarted } from "./start-export.action.js";

type Context = RequestContext<ExportReads, ExportActions>;

export const ExportFormatName = graphEnum("ExportFormat", ["CSV", "JSON_LINES"]);
export type ExportFormatName = (typeof ExportFormatName)[string];

export const ExportStateName = graphEnum("ExportState", ["QUEUED", "RUNNING", "DONE", "FAILED", "CANCELLED"]);
export type ExportStateName = (typeof ExportStateName)[string];

@ObjectType({ description: "The address of the finished export. Use the token of the person who asked for it." })
export class ExportLink {
  @Field(() => String, { description: "A path of the gateway." })
  url: string;

  @Field(() => DateTimeScalar, { description: "DistinctRequests for again, there is another." })
  expiresAt: Date;
}

@ObjectType({ description: "All that a saved query answers, page after page, as a file." })
export class Export {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "Of the saved query." })
  name: string;

  @Field(() => ExportFormatName)
  format: ExportFormatName;

  @Field(() => ExportStateName)
  state: ExportStateName;

  @Field(() => Int, { description: "Written so far." })
  rows: number;

  @Field(() => String, { nullable: true, description: "Why it failed." })
  problem: string | null;

  @Field(() => DateTimeScalar)
  requestedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  endedAt: Date | null;

  @Field(() => DateTimeScalar, { description: "When it is removed." })
  expiresAt: Date;

  row: ExportRow;
}

@ObjectType()
export class ExportConnection extends connectionType("Export", () => Export, PageInfo) {}

export const StartExportErrorCode = graphEnum("StartExportErrorCode", [
  "QUERY_UNKNOWN",
  "VARIABLES_INVALID",
  "KEY_INVALID",
  "KEY_REUSED",
  "TOO_MANY_RUNNING",
]);
export type StartExportErrorCode = (typeof StartExportErrorCode)[string];

@ObjectType()
export class StartExportUserError extends userErrorType("StartExportRefusal", StartExportErrorCode) {}

@InputType()
export class StartExportInput {
  @Field(() => String, { description: "Name of one of your saved queries." })
  savedQuery: string;

  @Field(() => ExportFormatName)
  format: ExportFormatName;

  @Field(() => String, { nullable: true, description: "A JSON object; wins over the variables that were saved." })
  variables: string | null;

  @Field(() => String, {
    description: "Your key of this request, 1 to 200 characters: the same again gives the same export.",
  })
  key: string;
}

@ObjectType()
export class StartExportPayload {
  @Field(() => Export, { nullable: true })
  export: Export | null;

  @Field(() => [StartExportUserError])
  userErrors: StartExportUserError[];
}

export const CancelExportErrorCode = graphEnum("CancelExportErrorCode", ["NOT_RUNNING"]);
export type CancelExportErrorCode = (typeof CancelExportErrorCode)[string];

@ObjectType()
export class CancelExportUserError extends userErrorType("CancelExportRefusal", CancelExportErrorCode) {}

@InputType()
export class CancelExportInput {
  @Field(() => ID)
  exportId: string;
}

@ObjectType()
export class CancelExportPayload {
  @Field(() => Export, { nullable: true })
  export: Export | null;

  @Field(() => [CancelExportUserError])
  userErrors: CancelExportUserError[];
}

@Resolver(() => Export)
export class ExportResolver {
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
    const refusal = { code: "NOT_RUNNING", field: ["input", "exportId"] };
    return { export: null, userErrors: [{ ...refusal, message: "You have no such export that has not ended." }] };
  }
}

const START_REFUSALS: Readonly<
  Record<Exclude<ExportStarted["kind"], "ExportStarted">, [StartExportErrorCode, string, string]>
> = {
  QueryUnknown: ["QUERY_UNKNOWN", "savedQuery", "You have no saved query of this name."],
  VariablesInvalid: ["VARIABLES_INVALID", "variables", "Expected is a JSON object."],
  KeyInvalid: ["KEY_INVALID", "key", "A key is 1 to 200 characters."],
  KeyReused: ["KEY_REUSED", "key", "The key is that of another request."],
  TooManyRunning: [
    "TOO_MANY_RUNNING",
    "savedQuery",
    `${MAX_UNFINISHED} of your exports have not ended: wait, or cancel one.`,
  ],
};
