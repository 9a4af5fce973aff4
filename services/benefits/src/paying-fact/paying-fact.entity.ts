import { column, tablesOf } from "@tiergraph/kit/database/table";

export const payingFactTable = tablesOf("benefits")("paying_fact", {
  properties: {
    partnerId: column.uuid().primary(),
    factId: column.uuid().primary(),
    revision: column.integer(),
    kind: column.text(),
    occurredOn: column.date(),
    amountMinor: column.bigint("bigint").nullable(),
    currency: column.text().nullable(),
    customer: column.text().nullable(),
    product: column.text().nullable(),
    attributes: column.json<Record<string, string>>(),
    /** The version of its own day, which settles what it earns; of facts from before versions had days, the one at recording. */
    program: column.text(),
    programVersion: column.text(),
    quantity: column.bigint("bigint").nullable(),
    /** It was taken back. */
    isGone: column.boolean().default(false),
    /** Its id in the system that it came from; null for facts that were recorded before this was kept. */
    deal: column.text().nullable(),
    namesDeal: column.text().nullable().generated("(attributes ->> 'deal'::text) stored"),
    toldAt: column.datetime().nullable(),
  },
  indexes: [
    {
      name: "paying_fact_partner_id_deal_idx",
      expression:
        "CREATE INDEX paying_fact_partner_id_deal_idx ON benefits.paying_fact USING btree (partner_id, deal) WHERE (deal IS NOT NULL)",
    },
    {
      name: "paying_fact_partner_id_names_deal_idx",
      expression:
        "CREATE INDEX paying_fact_partner_id_names_deal_idx ON benefits.paying_fact USING btree (partner_id, names_deal) WHERE (names_deal IS NOT NULL)",
    },
    { name: "paying_fact_partner_id_occurred_on_idx", properties: ["partnerId", "occurredOn"] },
  ],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
