import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import { findCohorts } from "../cohort/index.js";
import { programVersionsFor } from "../program/index.js";
import { compareIdenticalInputs, countPlacements, type PlacementCountRow } from "./fairness.store.js";
import { judgesByHistory } from "./judges-by-history.js";
import { withheld } from "./withhold.js";

export const fairnessReads = ({ reader, viewer }: ReadParts) => ({
  fairness: async (cohort: string | null) => {
    if (cohort !== null && (await findCohorts(reader, [cohort])).length === 0)
      refuse("BAD_USER_INPUT", `There is no cohort ${cohort.slice(0, 64)}.`);
    const versions = await programVersionsFor(reader, { viewer, language: DEFAULT_LANGUAGE });
    const byHistory = versions.filter(({ program }) => judgesByHistory(program)).map(({ row }) => row);
    const [counts, [identical]] = await Promise.all([
      countPlacements(reader, cohort),
      compareIdenticalInputs(reader, byHistory),
    ]);
    return {
      identicalInputs: identical ?? { groups: 0, partners: 0, conflicts: 0 },
      placements: placementsIn(counts),
    };
  },
});
export type FairnessReads = ReturnType<typeof fairnessReads>;
export type FairnessNode = Awaited<ReturnType<FairnessReads["fairness"]>>;

function placementsIn(counts: readonly PlacementCountRow[]) {
  const rows = groupBy(counts, ({ dimension, value }) => JSON.stringify([dimension, value]));
  return [...rows.values()].flatMap((row) => {
    const [first] = row;
    return first === undefined ? [] : [{ dimension: first.dimension, value: first.value, tiers: withheld(row) }];
  });
}
