import { column, partOf, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { Scene } from "./scenario.js";

/** A deal that is played: scenes with choices, each of which scores and leads on. */
export const scenarioTable = tablesOf("enablement")("scenario", {
  properties: {
    name: column.text().primary(),
    /** Rises with each publication; a play goes on by the one that it began with. */
    revision: column.integer().primary(),
    title: column.text(),
    summary: column.text(),
    /** The first is where it begins. */
    scenes: column.json<readonly Scene[]>(),
    /** What the best way through scores. */
    best: column.integer(),
    publishedAt: column.datetime(),
    publishedBy: column.text(),
  },
  checks: [
    { name: "scenario_best_check", expression: "(best > 0)" },
    { name: "scenario_revision_check", expression: "(revision > 0)" },
  ],
});
/** Who published it is for the vendor's records alone. */
export const scenarioPlayed = partOf(scenarioTable, { without: ["publishedAt", "publishedBy"] });
export type ScenarioRow = Row<typeof scenarioPlayed>;
