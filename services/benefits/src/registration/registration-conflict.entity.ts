import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** `CLOSED`: it is no longer a conflict, since the deal was taken back or corrected; nobody had decided it. */
export const CONFLICT_STATES = ["OPEN", "DEAL_STANDS", "REGISTRATION_STANDS", "CLOSED"] as const;

/** A deal that one partner won of a customer that was protected for another. */
export const registrationConflictTable = tablesOf("benefits")("registration_conflict", {
  properties: {
    /** Whose registration it is. */
    partnerId: column.uuid().primary(),
    conflictId: column.uuid().primary(),
    registrationId: column.uuid(),
    dealPartnerId: column.uuid(),
    dealFactId: column.uuid(),
    /** As the deal stood when it was found. */
    dealExternalId: column.text().nullable(),
    dealOn: column.date(),
    dealCustomer: column.text(),
    dealProduct: column.text().nullable(),
    dealAmountMinor: column.bigint("bigint").nullable(),
    dealCurrency: column.text().nullable(),
    foundAt: column.datetime(),
    state: column.enum([...CONFLICT_STATES]),
    decidedAt: column.datetime().nullable(),
    decidedBy: column.text().nullable(),
    note: column.text().nullable(),
  },
  indexes: [
    { name: "registration_conflict_by_state", properties: ["state", "foundAt", "conflictId"] },
    {
      name: "registration_conflict_undecided",
      expression:
        "CREATE INDEX registration_conflict_undecided ON benefits.registration_conflict USING btree (deal_fact_id) WHERE (state = ANY (ARRAY['OPEN'::text, 'CLOSED'::text]))",
    },
  ],
  checks: [
    {
      name: "registration_conflict_check",
      expression: "(((state = 'OPEN'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))",
    },
  ],
  references: [
    { columns: ["partner_id", "registration_id"], to: "benefits.deal_registration(partner_id, registration_id)" },
  ],
});
export type ConflictRow = Row<typeof registrationConflictTable>;
