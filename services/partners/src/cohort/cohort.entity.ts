import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** The conditions that a partner must meet; null sets none. The members are found each time somebody asks. */
export const cohortTable = tablesOf("partners")("cohort", {
  properties: {
    name: column.text().primary(),
    description: column.text(),
    isRule: column.boolean(),
    tiers: column.array().columnType("text[]").nullable(),
    regions: column.array().columnType("text[]").nullable(),
    countries: column.array().columnType("text[]").nullable(),
    /** At least one of them. */
    tracks: column.array().columnType("text[]").nullable(),
    joinedFrom: column.date().nullable(),
    /** The first day that is too late. */
    joinedBefore: column.date().nullable(),
    savedAt: column.datetime(),
    savedBy: column.text(),
  },
  checks: [
    {
      name: "cohort_check",
      expression:
        "(is_rule = ((COALESCE(tiers, regions, countries, tracks) IS NOT NULL) OR (joined_from IS NOT NULL) OR (joined_before IS NOT NULL)))",
    },
  ],
});
export type CohortRow = Row<typeof cohortTable>;
