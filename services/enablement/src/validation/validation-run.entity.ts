import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const validationRunTable = tablesOf("enablement")("validation_run", {
  properties: {
    partnerId: column.uuid().primary(),
    runId: column.uuid().primary(),
    validation: column.text(),
    title: column.text(),
    /** The endpoint that was declared when it began; null where there was none. */
    url: column.text().nullable(),
    startedAt: column.datetime(),
    startedBy: column.text(),
  },
  indexes: [
    {
      name: "validation_run_latest",
      expression:
        "CREATE INDEX validation_run_latest ON enablement.validation_run USING btree (partner_id, started_at DESC, run_id DESC)",
    },
  ],
});
export type RunRow = Row<typeof validationRunTable>;
