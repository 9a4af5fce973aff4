import { column, tablesOf } from "@tiergraph/kit/database/table";
import type { FactOrigin } from "./fact-origin.js";

export const factTable = tablesOf("metrics")("fact", {
  properties: {
    partnerId: column.uuid().primary(),
    factId: column.uuid().primary(),
    revision: column.integer().primary(),
    family: column.text(),
    kind: column.text(),
    externalId: column.text(),
    occurredOn: column.date(),
    openedOn: column.date().nullable(),
    untilOn: column.date().nullable(),
    amountMinor: column.bigint("bigint").nullable(),
    currency: column.text().nullable(),
    quantity: column.bigint("bigint").nullable(),
    customer: column.text().nullable(),
    personId: column.uuid().nullable(),
    product: column.text().nullable(),
    attributes: column.json<Record<string, string>>(),
    recordedAt: column.datetime(),
    recordedBy: column.text(),
    retiredAt: column.datetime().nullable(),
    /** Null where it counts as it was reported. */
    origin: column.json<FactOrigin>().nullable(),
    /** The day from which it counts against itself, since its own was closed when it was corrected; null where it stands. */
    reversedOn: column.date().nullable(),
    correctedAt: column.datetime().nullable(),
    correctedBy: column.text().nullable(),
    /** Why it was taken back or replaced; null where it was not. */
    correctedBecause: column.text().nullable(),
    /** It was taken back, and nothing stands in its place. */
    isVoid: column.boolean().default(false),
    customerKey: column.text().nullable(),
    /** The external id of the deal that a refund takes from; null for every other fact. */
    refundsDeal: column.text().nullable(),
    toldAmount: column
      .text()
      .nullable()
      .generated("(((origin ->> 'toldCurrency'::text) || ' '::text) || (origin ->> 'toldMinor'::text)) stored"),
  },
  indexes: [
    {
      name: "fact_alike",
      expression:
        "CREATE INDEX fact_alike ON metrics.fact USING btree (customer_key, amount_minor) WHERE ((kind = 'deal.won'::text) AND (retired_at IS NULL) AND (reversed_on IS NULL) AND (customer_key IS NOT NULL))",
    },
    {
      name: "fact_current",
      expression:
        "CREATE UNIQUE INDEX fact_current ON metrics.fact USING btree (partner_id, family, external_id) WHERE ((retired_at IS NULL) AND (reversed_on IS NULL))",
    },
    {
      name: "fact_of_kind",
      expression:
        "CREATE INDEX fact_of_kind ON metrics.fact USING btree (partner_id, kind, occurred_on, fact_id) WHERE (retired_at IS NULL)",
    },
    {
      name: "fact_refunds",
      expression:
        "CREATE INDEX fact_refunds ON metrics.fact USING btree (partner_id, refunds_deal) WHERE ((refunds_deal IS NOT NULL) AND (retired_at IS NULL) AND (reversed_on IS NULL))",
    },
    {
      name: "fact_reversed",
      expression:
        "CREATE INDEX fact_reversed ON metrics.fact USING btree (partner_id, kind, reversed_on) WHERE (reversed_on IS NOT NULL)",
    },
    {
      name: "fact_told_alike",
      expression:
        "CREATE INDEX fact_told_alike ON metrics.fact USING btree (customer_key, told_amount) WHERE ((kind = 'deal.won'::text) AND (retired_at IS NULL) AND (reversed_on IS NULL) AND (customer_key IS NOT NULL) AND (told_amount IS NOT NULL))",
    },
  ],
  checks: [
    {
      name: "fact_is_corrected_by_someone",
      expression:
        "(((corrected_at IS NULL) = (corrected_by IS NULL)) AND ((corrected_at IS NULL) = (corrected_because IS NULL)) AND ((corrected_at IS NOT NULL) OR ((reversed_on IS NULL) AND (NOT is_void))))",
    },
    { name: "fact_revision_check", expression: "(revision > 0)" },
  ],
  references: [{ columns: ["partner_id"], to: "metrics.partner(partner_id)" }],
});
