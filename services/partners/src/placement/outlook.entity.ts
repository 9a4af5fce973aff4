import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** What the decision behind each partner's tier implies, worked out once; see `TierOutlook`. It holds as long as the tier names that decision. */
export const outlookTable = tablesOf("partners")("outlook", {
  properties: {
    partnerId: column.uuid().primary(),
    decisionId: column.uuid(),
    /** Of the decision: an outlook never replaces that of a later one. */
    sequence: column.integer(),
    /** How it is written: see `OUTLOOK_FORMAT`. */
    format: column.smallint(),
    body: column.text(),
    /** As partners read it; null where the program keeps nothing from them. */
    partnerBody: column.text().nullable(),
    /** For lists of partners, as the two below; null where the version before these columns wrote it. */
    isAtRisk: column.boolean().nullable(),
    /** How much of the way to the next tier is done; -1 in the highest. */
    progress: column.decimal().columnType("numeric").nullable(),
    /** The same of `partnerBody`; null where that is. */
    partnerProgress: column.decimal().columnType("numeric").nullable(),
  },
  indexes: [
    {
      name: "outlook_partner_id_idx",
      expression:
        "CREATE INDEX outlook_partner_id_idx ON partners.outlook USING btree (partner_id) WHERE (is_at_risk IS NOT FALSE)",
    },
  ],
});
export type OutlookRow = Row<typeof outlookTable>;
