import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
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
import { type ExportRow } from "./export.entity.js";
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
type ExportStateName = (typeof ExportStateName)[string];

@ObjectType({ description: "The address of the finished export. Use the token of the person who asked for it." })
class ExportLink {
  @Field(() => String, { description: "A path of the gateway." })
  url: string;

  @Field(() => DateTimeScalar, {
    description: "Until when the address works: at most 15 minutes. Ask for the export again for another.",
  })
  expiresAt: Date;
}

@ObjectType({ description: "All that a saved query answers, page after page, as a file." })
class Export {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "Of the saved query." })
  name: string;

  @Field(() => ExportFormatName, { description: "The kind of file." })
  format: ExportFormatName;

  @Field(() => ExportStateName, { description: "How far it is." })
  state: ExportStateName;

  @Field(() => Int, { description: "Written so far." })
  rows: number;

  @Field(() => String, { nullable: true, description: "Why it failed." })
  problem: string | null;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  requestedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was done, failed or was cancelled; null before.",
  })
  endedAt: Date | null;

  @Field(() => DateTimeScalar, { description: "When it is removed." })
  expiresAt: Date;

  row: ExportRow;
}

@ObjectType({ description: "A page of exports." })
class ExportConnection extends connectionType("Export", () => Export, PageInfo) {}

@InputType({ description: "What to export, and how." })
class StartExportInput {
  @Field(() => String, { description: "Name of one of your saved queries." })
  savedQuery: string;

  @Field(() => ExportFormatName, { description: "The kind of file." })
  format: ExportFormatName;

  @Field(() => String, { nullable: true, description: "A JSON object; wins over the variables that were saved." })
  variables: string | null;

  @Field(() => String, {
    description: "Your key of this request, 1 to 200 characters: the same again gives the same export.",
  })
  key: string;
}

const StartExportPayload = payloadType("StartExport", {
  field: "export",
  type: () => Export,
  userError: refusalType("StartExport", startRefusals),
});

@InputType({ description: "The export to cancel." })
class CancelExportInput {
  @Field(() => ID, { description: "One of your exports that has not ended." })
  exportId: string;
}

const CancelExportPayload = payloadType("CancelExport", {
  field: "export",
  type: () => Export,
  userError: refusalType("CancelExport", cancelRefusals),
});

@Resolver(() => Export)
export class ExportResolver {
  @Authorized("export data")
  @Query(() => ExportConnection, { nullable: true, description: "Your own, newest first." })
  exports(@Args(() => FactPageArgs) args: FactPageArgs, @Ctx() { load }: Context): Promise<Page<Export>> {
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
