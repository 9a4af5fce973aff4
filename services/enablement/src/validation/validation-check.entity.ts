import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** A check as it is kept: `json` as pairs, since JSON has no maps. */
export type StoredCheck =
  | {
      readonly kind: "probe";
      readonly title: string;
      readonly path: string;
      readonly status: number;
      readonly json: readonly (readonly [pointer: string, value: string])[];
    }
  | { readonly kind: "manual"; readonly title: string; readonly ask: string };

export const validationCheckTable = tablesOf("enablement")("validation_check", {
  properties: {
    partnerId: column.uuid().primary(),
    runId: column.uuid().primary(),
    name: column.text().primary(),
    position: column.integer(),
    definition: column.json<StoredCheck>(),
    /** Null until it is checked. */
    hasPassed: column.boolean().nullable(),
    evidence: column.text().nullable(),
    checkedAt: column.datetime().nullable(),
    checkedBy: column.text().nullable(),
  },
  checks: [
    { name: "validation_check_check", expression: "((has_passed IS NULL) = (evidence IS NULL))" },
    { name: "validation_check_check1", expression: "((has_passed IS NULL) = (checked_at IS NULL))" },
  ],
  references: [{ columns: ["partner_id", "run_id"], to: "enablement.validation_run(partner_id, run_id)" }],
});
export type CheckRow = Row<typeof validationCheckTable>;
