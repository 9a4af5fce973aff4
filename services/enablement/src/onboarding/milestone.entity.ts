import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** The first day of a kind of fact that steps of a partner wait for. */
export const milestoneTable = tablesOf("enablement")("milestone", {
  properties: {
    partnerId: column.uuid().primary(),
    kind: column.text().primary(),
    firstOn: column.date(),
  },
});
export type MilestoneRow = Row<typeof milestoneTable>;
