import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** A partner that holds another tier than before. */
export const milestoneTable = tablesOf("enablement")("milestone", {
  properties: {
    partnerId: column.uuid().primary(),
    kind: column.text().$type<"course" | "fact" | "validation">().primary(),
    firstOn: column.date(),
  },
});
export type MilestoneRow = Row<typeof milestoneTable>;
