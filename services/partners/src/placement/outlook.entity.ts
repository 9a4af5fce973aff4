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
  },
});
export type OutlookRow = Row<typeof outlookTable>;
