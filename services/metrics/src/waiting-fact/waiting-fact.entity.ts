import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { FactProblemCode, FactReport } from "../fact/index.js";

/** `RECORDED`: it counts by now. `DISCARDED`: a person said that it never will. */
const WAITING_STATES = ["WAITING", "RECORDED", "DISCARDED"] as const;

/** A fact that was reported and did not count at once. */
export const waitingFactTable = tablesOf("metrics")("waiting_fact", {
  properties: {
    partnerId: column.uuid().primary(),
    waitingId: column.uuid().primary(),
    family: column.text(),
    externalId: column.text(),
    /** The external id of the deal that it needs; null where it needs none. */
    deal: column.text().nullable(),
    code: column.text().$type<FactProblemCode>(),
    message: column.text(),
    report: column.json<FactReport>(),
    reportedAt: column.datetime(),
    reportedBy: column.text(),
    state: column.enum([...WAITING_STATES]),
    endedAt: column.datetime().nullable(),
    endedBy: column.text().nullable(),
    note: column.text().nullable(),
  },
  indexes: [
    {
      name: "waiting_fact_for",
      expression:
        "CREATE INDEX waiting_fact_for ON metrics.waiting_fact USING btree (deal) WHERE ((state = 'WAITING'::text) AND (deal IS NOT NULL))",
    },
    { name: "waiting_fact_listed", properties: ["state", "reportedAt", "waitingId"] },
    {
      name: "waiting_fact_once",
      expression:
        "CREATE UNIQUE INDEX waiting_fact_once ON metrics.waiting_fact USING btree (partner_id, family, external_id) WHERE (state = 'WAITING'::text)",
    },
  ],
  checks: [
    {
      name: "waiting_fact_check",
      expression: "(((state = 'WAITING'::text) = (ended_at IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL)))",
    },
  ],
  references: [{ columns: ["partner_id"], to: "metrics.partner(partner_id)" }],
});
export type WaitingFactRow = Row<typeof waitingFactTable>;
