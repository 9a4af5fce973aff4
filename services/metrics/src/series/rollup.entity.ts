import { column, tablesOf } from "@tiergraph/kit/database/table";

const sum = () => column.bigint("bigint").default(0);
/** The sums of one partner, period and page; as many as `SLOTS_PER_PAGE`. */
const sums = () => ({
  s0: sum(),
  s1: sum(),
  s2: sum(),
  s3: sum(),
  s4: sum(),
  s5: sum(),
  s6: sum(),
  s7: sum(),
  s8: sum(),
  s9: sum(),
  s10: sum(),
  s11: sum(),
  s12: sum(),
  s13: sum(),
  s14: sum(),
  s15: sum(),
});

export const rollupDayTable = tablesOf("metrics")("rollup_day", {
  properties: {
    partnerId: column.uuid().primary(),
    day: column.date().primary(),
    page: column.smallint().primary(),
    ...sums(),
  },
});

export const rollupMonthTable = tablesOf("metrics")("rollup_month", {
  properties: {
    partnerId: column.uuid().primary(),
    month: column.date().primary(),
    page: column.smallint().primary(),
    ...sums(),
  },
});
