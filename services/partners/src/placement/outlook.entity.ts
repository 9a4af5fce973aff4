import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

const fractionOf = (body: string): string =>
  `((((${body})::json -> 'next'::text) ->> 'fraction'::text))::numeric stored`;

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
    /** Of `body` and `partnerBody`, for lists of partners: how much of the way to the next tier is done, null in the highest. */
    isAtRisk: column.boolean().generated("((body)::json ->> 'isAtRisk'::text)::boolean stored"),
    progress: column.decimal().columnType("numeric").nullable().generated(fractionOf("body")),
    partnerIsAtRisk: column
      .boolean()
      .nullable()
      .generated("((partner_body)::json ->> 'isAtRisk'::text)::boolean stored"),
    partnerProgress: column.decimal().columnType("numeric").nullable().generated(fractionOf("partner_body")),
  },
  indexes: [
    {
      name: "outlook_partner_id_idx",
      expression: "CREATE INDEX outlook_partner_id_idx ON partners.outlook USING btree (partner_id) WHERE is_at_risk",
    },
  ],
});

/** What is written of an outlook: PostgreSQL derives the rest. */
export const WRITTEN = { without: ["isAtRisk", "progress", "partnerIsAtRisk", "partnerProgress"] } as const;
export type OutlookRow = Omit<Row<typeof outlookTable>, (typeof WRITTEN.without)[number]>;
