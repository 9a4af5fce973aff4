import { column, partOf, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const exportTable = tablesOf("metrics")("export", {
  properties: {
    exportId: column.uuid().primary(),
    viewer: column.text(),
    role: column.text(),
    subject: column.text(),
    scope: column.text(),
    requestKey: column.text(),
    name: column.text(),
    source: column.text(),
    variables: column.text(),
    format: column.enum(["CSV", "JSON_LINES"]),
    state: column.enum(["QUEUED", "RUNNING", "DONE", "FAILED", "CANCELLED"]),
    rowCount: column.integer().default(0),
    partCount: column.integer().default(0),
    position: column.text().nullable(),
    problem: column.text().nullable(),
    lease: column.uuid().nullable(),
    leasedUntil: column.datetime().nullable(),
    requestedAt: column.datetime(),
    endedAt: column.datetime().nullable(),
    expiresAt: column.datetime(),
    claims: column.integer().default(0),
  },
  uniques: [{ name: "export_viewer_request_key_key", properties: ["viewer", "requestKey"] }],
  indexes: [
    { name: "export_expires_at_idx", properties: ["expiresAt"] },
    {
      name: "export_requested_at_idx",
      expression:
        "CREATE INDEX export_requested_at_idx ON metrics.export USING btree (requested_at) WHERE (state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text]))",
    },
    {
      name: "export_viewer_requested_at_export_id_idx",
      expression:
        "CREATE INDEX export_viewer_requested_at_export_id_idx ON metrics.export USING btree (viewer, requested_at DESC, export_id DESC)",
    },
  ],
  checks: [
    {
      name: "export_check",
      expression: "((state = ANY (ARRAY['DONE'::text, 'FAILED'::text, 'CANCELLED'::text])) = (ended_at IS NOT NULL))",
    },
    { name: "export_claims_check", expression: "(claims >= 0)" },
    { name: "export_part_count_check", expression: "(part_count >= 0)" },
    { name: "export_row_count_check", expression: "(row_count >= 0)" },
  ],
});
/** What is read of an export: neither under which key its viewer's are kept, nor how it is run. */
export const exportShown = partOf(exportTable, { without: ["viewer", "leasedUntil", "claims"] });
export type ExportRow = Row<typeof exportShown>;
