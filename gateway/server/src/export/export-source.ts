import type { GraphQLDataSource } from "@apollo/gateway";
import { gatewayViewer, ROLES, type Viewer } from "@tiergraph/kit/identity/viewer";
import { z } from "zod";
import { askService } from "../graph/ask-service.js";
import type { RequestContext } from "../graph/request-context.js";

const claim = z.object({
  exportId: z.string(),
  lease: z.string(),
  role: z.enum(ROLES),
  subject: z.string(),
  partnerIds: z.array(z.string()).nullable(),
  source: z.string(),
  variables: z.string(),
  format: z.enum(["CSV", "JSON_LINES"]),
  rows: z.number(),
  position: z.string().nullable(),
});
export type ExportClaim = z.infer<typeof claim>;

/** Exports as the metrics service keeps them: what the gateway asks it beside the graph, past what clients see. */
export interface ExportSource {
  /** Null where none waits. */
  claim(): Promise<ExportClaim | null>;
  /** False where this runner is to stop. */
  keep(
    claimed: ExportClaim,
    part: { readonly body: string; readonly rows: number; readonly position: string | null },
  ): Promise<boolean>;
  end(claimed: ExportClaim, problem: string | null): Promise<void>;
  /** Null where the link serves not this viewer, and after the last part. */
  part(viewer: Viewer, asked: { exportId: string; ticket: string; sequence: number }): Promise<string | null>;
}

/** @throws what the service answers instead of data */
export function exportSource(source: GraphQLDataSource<RequestContext>): ExportSource {
  const ask = askService(source);
  return {
    claim: async () =>
      (
        await ask(
          gatewayViewer,
          {
            query: `mutation { claimExport { exportId lease role subject partnerIds source variables format rows position } }`,
            variables: {},
          },
          z.object({ claimExport: claim.nullable() }),
        )
      ).claimExport,
    keep: async ({ exportId, lease }, part) =>
      (
        await ask(
          gatewayViewer,
          {
            query: `mutation ($exportId: ID!, $lease: ID!, $body: String!, $rows: Int!, $position: String) {
              kept: keepExportPart(exportId: $exportId, lease: $lease, body: $body, rows: $rows, position: $position) }`,
            variables: { exportId, lease, ...part },
          },
          z.object({ kept: z.boolean().nullable() }),
        )
      ).kept === true,
    end: async ({ exportId, lease }, problem) => {
      const query = `mutation ($exportId: ID!, $lease: ID!, $problem: String) {
        ended: endExport(exportId: $exportId, lease: $lease, problem: $problem) }`;
      await ask(
        gatewayViewer,
        { query, variables: { exportId, lease, problem } },
        z.object({ ended: z.boolean().nullable() }),
      );
    },
    part: async (viewer, asked) =>
      (
        await ask(
          viewer,
          {
            query: `query ($exportId: ID!, $ticket: String!, $sequence: Int!) {
              part: exportPart(exportId: $exportId, ticket: $ticket, sequence: $sequence) }`,
            variables: asked,
          },
          z.object({ part: z.string().nullable() }),
        )
      ).part,
  };
}
