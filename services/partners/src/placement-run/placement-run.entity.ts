import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const RUN_REASONS = ["ON_DEMAND", "PROGRAM_PUBLISHED", "TRACKS_CHANGED", "DAILY", "RULED", "REVIEWED"] as const;

export const placementRunTable = tablesOf("partners")("placement_run", {
  properties: {
    runId: column.uuid().primary(),
    reason: column.enum([...RUN_REASONS]),
    asOf: column.date(),
    startedAt: column.datetime(),
    startedBy: column.text(),
    total: column.integer(),
    judged: column.integer().default(0),
    changed: column.integer().default(0),
    finishedAt: column.datetime().nullable(),
  },
  indexes: [{ name: "placement_run_started_at_idx", properties: ["startedAt"] }],
  checks: [
    { name: "placement_run_check", expression: "((judged >= 0) AND (judged <= total))" },
    { name: "placement_run_total_check", expression: "(total >= 0)" },
  ],
});
export type PlacementRunRow = Row<typeof placementRunTable>;
