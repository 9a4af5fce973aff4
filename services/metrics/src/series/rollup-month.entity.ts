import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** What facts add to the sums of one partner, day and page. */
export const rollupMonthTable = tablesOf("metrics")("rollup_month", {
  properties: {
    partnerId: column.uuid().primary(),
    month: column.date().primary(),
    page: column.smallint().primary(),
    s0: column.bigint("bigint").default(0),
    s1: column.bigint("bigint").default(0),
    s2: column.bigint("bigint").default(0),
    s3: column.bigint("bigint").default(0),
    s4: column.bigint("bigint").default(0),
    s5: column.bigint("bigint").default(0),
    s6: column.bigint("bigint").default(0),
    s7: column.bigint("bigint").default(0),
    s8: column.bigint("bigint").default(0),
    s9: column.bigint("bigint").default(0),
    s10: column.bigint("bigint").default(0),
    s11: column.bigint("bigint").default(0),
    s12: column.bigint("bigint").default(0),
    s13: column.bigint("bigint").default(0),
    s14: column.bigint("bigint").default(0),
    s15: column.bigint("bigint").default(0),
  },
});
export type RollupMonthRow = Row<typeof rollupMonthTable>;
