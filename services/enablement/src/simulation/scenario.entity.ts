import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { Scene } from "./scenario.js";

/** A deal that is played: scenes with choices, each of which scores and leads on. */
export const scenarioTable = tablesOf("enablement")("scenario", {
  properties: {
    name: column.text().primary(),
    revision: column.integer().primary(),
    title: column.text(),
    summary: column.text(),
    /** The first is where it begins. */
    scenes: column.json<Scene[]>(),
    best: column.integer(),
    publishedAt: column.datetime(),
    publishedBy: column.text(),
  },
  checks: [
    { name: "scenario_best_check", expression: "(best > 0)" },
    { name: "scenario_revision_check", expression: "(revision > 0)" },
  ],
});
export type Scenario = Row<typeof scenarioTable>;
