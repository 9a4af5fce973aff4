import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const OVERRIDE_KINDS = ["TIER", "TIER_AT_LEAST", "HOLD", "APPROVAL"] as const;

export const OVERRIDE_STATES = ["REQUESTED", "APPROVED", "REFUSED", "ENDED"] as const;

export const overrideTable = tablesOf("partners")("override", {
  properties: {
    partnerId: column.uuid().primary(),
    overrideId: column.uuid().primary(),
    kind: column.enum([...OVERRIDE_KINDS]),
    /** Name of the tier or the approval; null for a hold. */
    subject: column.text().nullable(),
    fromOn: column.date(),
    /** The first day on which it no longer holds. */
    untilOn: column.date(),
    reason: column.text(),
    requestedAt: column.datetime(),
    requestedBy: column.text(),
    state: column.enum([...OVERRIDE_STATES]),
    decidedAt: column.datetime().nullable(),
    decidedBy: column.text().nullable(),
    note: column.text().nullable(),
  },
  indexes: [
    { name: "override_listed", properties: ["partnerId", "requestedAt", "overrideId"] },
    {
      name: "override_requested",
      expression:
        "CREATE INDEX override_requested ON partners.override USING btree (requested_at, override_id) WHERE (state = 'REQUESTED'::text)",
    },
    {
      name: "override_partner_id_until_on_idx",
      expression:
        "CREATE INDEX override_partner_id_until_on_idx ON partners.override USING btree (partner_id, until_on) WHERE (state = 'APPROVED'::text)",
    },
  ],
  checks: [
    { name: "override_check", expression: "((subject IS NULL) = (kind = 'HOLD'::text))" },
    { name: "override_check1", expression: "(until_on > from_on)" },
    {
      name: "override_check2",
      expression: "((decided_by IS NULL) OR (decided_by <> requested_by) OR (state = 'ENDED'::text))",
    },
    { name: "override_check3", expression: "((state = 'REQUESTED'::text) OR (decided_by IS NOT NULL))" },
    { name: "override_reason_check", expression: "(length(reason) > 0)" },
  ],
  references: [{ columns: ["partner_id"], to: "partners.partner(partner_id)" }],
});
export type OverrideRow = Row<typeof overrideTable>;
