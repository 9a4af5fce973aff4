import { column, partOf, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** One unit of `from` is `rate` of `to`. */
export const exchangeRateTable = tablesOf("metrics")("exchange_rate", {
  properties: {
    fromCurrency: column.text().primary(),
    toCurrency: column.text().primary(),
    onDay: column.date().primary(),
    told: column.integer().primary(),
    /** Exact, as it was reported. */
    rate: column.text(),
    recordedAt: column.datetime(),
    recordedBy: column.text(),
  },
  checks: [
    { name: "exchange_rate_check", expression: "(from_currency <> to_currency)" },
    { name: "exchange_rate_told_check", expression: "(told > 0)" },
  ],
});
/** A rate by its last report. */
export const rateHeld = partOf(exchangeRateTable, { without: ["told"] });
export type RateRow = Row<typeof rateHeld>;
