import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Authorized, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
import type { ExportActions } from "./actions.js";
import type { ExportRow } from "./export.entity.js";
import type { ExportReads } from "./export.reads.js";
import { cancelRefusals, startRefusals } from "./export.refusals.js";
import { exportOf } from "./export-node.js";

type Context = RequestContext<ExportReads, ExportActions>;

export const ExportFormatName = graphEnum("ExportFormat", ["CSV", "JSON_LINES"], {
  description: "The kind of file that an export writes.",
  valuesConfig: {
    CSV: { description: "One line for each row, after a line with the names of the columns." },
    JSON_LINES: { description: "One JSON object a line for each row." },
  },
});
export type ExportFormatName = (typeof ExportFormatName)[string];

const ExportStateName = graphEnum("ExportState", ["QUEUED", "RUNNING", "DONE", "FAILED", "CANCELLED"], {
  description: "How far an export is.",
  valuesConfig: {
    QUEUED: { description: "Waits to be run." },
    RUNNING: { description: "Is being written; `rows` says how much is." },
    DONE: { description: "The file is complete: `link` has its address." },
    FAILED: { description: "It ended without a complete file; `problem` says why." },
    CANCELLED: { description: "A person ended it." },
  },
});

const ExportLink = objectType(
  "ExportLink",
  "The address of the finished export. Use the token of the person who asked for it.",
  {
    url: field.string("A path of the gateway."),
    expiresAt: field.dateTime(
      "Until when the address works: at most 15 minutes. Ask for the export again for another.",
    ),
  },
);
type ExportLink = InstanceType<typeof ExportLink>;

const Export = objectType("Export", "All that a saved query answers, page after page, as a file.", {
  id: field.id(),
  name: field.string("Of the saved query."),
  format: field.of(() => ExportFormatName, "The kind of file."),
  state: field.of(() => ExportStateName, "How far it is."),
  rows: field.int("Written so far."),
  problem: field.string("Why it failed.").nullable(),
  requestedAt: field.dateTime("When it was asked for."),
  endedAt: field.dateTime("When it was done, failed or was cancelled; null before.").nullable(),
  expiresAt: field.dateTime("When it is removed."),
  row: field.hidden<ExportRow>(),
});
type Export = InstanceType<typeof Export>;

export const ExportConnection = connectionType("Export", () => Export, PageInfo, "A page of exports.");
export type ExportConnection = InstanceType<typeof ExportConnection>;

const StartExportInput = inputType("StartExportInput", "What to export, and how.", {
  savedQuery: field.string("Name of one of your saved queries."),
  format: field.of(() => ExportFormatName, "The kind of file."),
  variables: field.string("A JSON object; wins over the variables that were saved.").nullable(),
  idempotencyKey: field.string(
    "Yours to choose, 1 to 200 characters: the same key with the same input gives the same export.",
  ),
});
type StartExportInput = InstanceType<typeof StartExportInput>;

const StartExportPayload = payloadType("StartExport", {
  field: "export",
  type: () => Export,
  userError: refusalType("StartExport", startRefusals),
});

const CancelExportInput = inputType("CancelExportInput", "The export to cancel.", {
  id: field.id("One of your exports that has not ended."),
});
type CancelExportInput = InstanceType<typeof CancelExportInput>;

const CancelExportPayload = payloadType("CancelExport", {
  field: "export",
  type: () => Export,
  userError: refusalType("CancelExport", cancelRefusals),
});

@Resolver(() => Export)
export class ExportResolver {
  @Authorized("export data")
  @Query(() => ExportConnection, { nullable: true, description: "Your own, newest first." })
  exports(@Args(() => PageArgs) args: PageArgs, @Ctx() { load }: Context): Promise<Page<Export>> {
    return load.exports(args);
  }

  @Authorized("export data")
  @Query(() => Export, { nullable: true, description: "One of your own." })
  export(
    @Arg("id", () => ID, { description: "The export's id, as `startExport` answered it." }) id: string,
    @Ctx() { load }: Context,
  ): Promise<Export | null> {
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
  startExport(
    @Arg("input", () => StartExportInput) input: StartExportInput,
    @Ctx() { actions }: Context,
  ): Promise<Payload<"export", Export>> {
    return actions
      .startExport({ ...input, variables: input.variables ?? null })
      .then((outcome) => payloadOf(startRefusals, outcome, "export", ({ started }) => exportOf(started)));
  }

  @Authorized("export data")
  @Mutation(() => CancelExportPayload, { nullable: true, description: "Ends an export that is queued or running." })
  cancelExport(
    @Arg("input", () => CancelExportInput) input: CancelExportInput,
    @Ctx() { actions }: Context,
  ): Promise<Payload<"export", Export>> {
    return actions
      .cancelExport(input)
      .then((outcome) => payloadOf(cancelRefusals, outcome, "export", ({ cancelled }) => exportOf(cancelled)));
  }
}
