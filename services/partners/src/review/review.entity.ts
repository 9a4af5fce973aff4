import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const reviewTable = tablesOf("partners")("review", {
  properties: {
    partnerId: column.uuid().primary(),
    reviewId: column.uuid().primary(),
    /** Name of the review's form in the program. */
    form: column.text(),
    periodFrom: column.date(),
    /** The day after the period's last. */
    periodTo: column.date(),
    heldOn: column.date(),
    answers: column.json<Readonly<Record<string, number>>>(),
    /** Exact text: a share of the best possible. */
    score: column.text(),
    notes: column.text().nullable(),
    program: column.text(),
    programVersion: column.text(),
    recordedAt: column.datetime(),
    recordedBy: column.text(),
  },
  indexes: [
    { name: "review_listed", properties: ["partnerId", "heldOn", "recordedAt", "reviewId"] },
    {
      name: "review_partner_id_form_held_on_recorded_at_idx",
      expression:
        "CREATE INDEX review_partner_id_form_held_on_recorded_at_idx ON partners.review USING btree (partner_id, form, held_on DESC, recorded_at DESC)",
    },
  ],
  checks: [{ name: "review_check", expression: "(period_to > period_from)" }],
  references: [{ columns: ["partner_id"], to: "partners.partner(partner_id)" }],
});
export type ReviewRow = Row<typeof reviewTable>;
