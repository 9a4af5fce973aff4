import { type Page, type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { ExportRow } from "./export.entity.js";
import { LINK_MS, type Tickets } from "./export.js";
import { exportList, findExport, findExportPart, savedQueryList } from "./export.store.js";
import { exportOf } from "./export-node.js";
import type { SavedQueryRow } from "./saved-query.entity.js";

type Export = ReturnType<typeof exportOf>;

interface ExportLink {
  readonly url: string;
  readonly expiresAt: Date;
}

export interface ExportReads {
  savedQueries(request: PageRequest): Promise<Page<SavedQueryRow>>;
  exports(request: PageRequest): Promise<Page<Export>>;
  export(exportId: string): Promise<Export | null>;
  /** Null until it is done. */
  exportLink(row: ExportRow): ExportLink | null;
  /** Null where the ticket serves not this viewer, this export or this moment, and after the last part. */
  exportPart(asked: { exportId: string; ticket: string; sequence: number }): Promise<string | null>;
}

export function exportReads({ viewer, reader: read, cursors, now }: ReadParts, tickets: Tickets): ExportReads {
  return {
    savedQueries: (request) =>
      readPage(cursors, viewer, {
        list: "saved-queries",
        request,
        rows: savedQueryList.of(read, viewer),
        nodeOf: (row: SavedQueryRow) => row,
      }),
    exports: (request) =>
      readPage(cursors, viewer, {
        list: "exports",
        request,
        rows: exportList.of(read, viewer),
        nodeOf: exportOf,
      }),
    export: async (exportId) => {
      const [row] = isUuid(exportId) ? await findExport(read, viewer, exportId) : [];
      return row === undefined ? null : exportOf(row);
    },
    exportLink: ({ exportId, name, format, state, expiresAt }) => {
      if (state !== "DONE") return null;
      const until = new Date(Math.min(now.getTime() + LINK_MS, expiresAt.getTime()));
      const file = `${name}.${format === "CSV" ? "csv" : "jsonl"}`;
      return { url: `/exports/${exportId}/${file}?ticket=${tickets.sign(viewer, exportId, until)}`, expiresAt: until };
    },
    exportPart: async ({ exportId, ticket, sequence }) => {
      if (!isUuid(exportId) || !tickets.isValid(viewer, exportId, ticket, now)) return null;
      const [found] = await findExport(read, viewer, exportId);
      if (found?.state !== "DONE" || found.expiresAt < now) return null;
      return (await findExportPart(read, exportId, sequence))[0]?.body ?? null;
    },
  };
}
