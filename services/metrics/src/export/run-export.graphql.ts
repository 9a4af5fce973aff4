import { refuse } from "@tiergraph/kit/subgraph/refuse";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { Arg, Ctx, Directive, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { ExportActions } from "./actions.js";
import type { ExportRow } from "./export.entity.js";
import { ExportFormatName } from "./export.graphql.js";
import { ownerOf } from "./export.js";
import type { ExportReads } from "./export.reads.js";

type Context = RequestContext<ExportReads, ExportActions>;

// What follows is between the gateway and this service: clients do not see it, and their roles may not.

const ExportClaim = objectType(
  "ExportClaim",
  "An export that the gateway runs with the permissions of the person who asked for it.",
  {
    exportId: field.id(),
    lease: field.id(),
    role: field.string(),
    subject: field.string(),
    partnerIds: field.id("Null for all.").list().nullable(),
    source: field.string(),
    variables: field.string(),
    format: field.of(() => ExportFormatName),
    rows: field.int(),
    position: field.string().nullable(),
  },
  { directives: ["@inaccessible"] },
);
type ExportClaim = InstanceType<typeof ExportClaim>;

const claimOf = (row: ExportRow): ExportClaim => ({
  ...ownerOf(row),
  exportId: row.exportId,
  lease: row.lease ?? "",
  source: row.source,
  variables: row.variables,
  format: row.format as ExportFormatName,
  rows: row.rowCount,
  position: row.position,
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
