import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const REGISTRATION_STATES = ["REQUESTED", "APPROVED", "REFUSED", "CONVERTED", "LAPSED", "WITHDRAWN"] as const;

export const dealRegistrationTable = tablesOf("benefits")("deal_registration", {
  properties: {
    partnerId: column.uuid().primary(),
    registrationId: column.uuid().primary(),
    program: column.text(),
    programVersion: column.text(),
    customer: column.text(),
    domain: column.text().nullable(),
    productLine: column.text(),
    amountMinor: column.bigint("bigint").nullable(),
    currency: column.text().nullable(),
    expectedOn: column.date().nullable(),
    note: column.text().nullable(),
    state: column.enum([...REGISTRATION_STATES]),
    idempotencyKey: column.text(),
    requestHash: column.text(),
    requestedAt: column.datetime(),
    requestedBy: column.text(),
    decidedAt: column.datetime().nullable(),
    /** Null where the program approves by itself. */
    decidedBy: column.text().nullable(),
    reason: column.text().nullable(),
    /** First day on which the customer is no longer protected; null where it never was. */
    protectedUntil: column.date().nullable(),
    extensions: column.smallint().default(0),
    convertedFactId: column.uuid().nullable(),
  },
  uniques: [{ name: "deal_registration_partner_id_idempotency_key_key", properties: ["partnerId", "idempotencyKey"] }],
  indexes: [
    { name: "deal_registration_by_id", properties: ["registrationId"] },
    { name: "deal_registration_by_state", properties: ["state", "registrationId"] },
    {
      name: "deal_registration_converted",
      expression:
        "CREATE INDEX deal_registration_converted ON benefits.deal_registration USING btree (partner_id, converted_fact_id) WHERE (converted_fact_id IS NOT NULL)",
    },
  ],
  checks: [{ name: "deal_registration_amount_minor_check", expression: "(amount_minor > 0)" }],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
export type RegistrationRow = Row<typeof dealRegistrationTable>;
