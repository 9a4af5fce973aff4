import { column, tablesOf } from "@tiergraph/kit/database/table";

export const cohortMemberTable = tablesOf("partners")("cohort_member", {
  properties: {
    partnerId: column.uuid().primary(),
    cohort: column.text().primary(),
  },
  indexes: [{ name: "cohort_member_cohort_idx", properties: ["cohort"] }],
  references: [
    { columns: ["cohort"], to: "partners.cohort(name) ON DELETE CASCADE" },
    { columns: ["partner_id"], to: "partners.partner(partner_id)" },
  ],
});
