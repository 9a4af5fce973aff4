import { waitUntil } from "@tiergraph/kit/process/wait-until";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { PlacementRunRow } from "./placement-run.entity.js";
import { countPartnersByTier, findPlacementRuns } from "./placement-run.store.js";

const POLL_MS = 50;

const placementRunNode = (
  { runId, startedBy: _, ...row }: PlacementRunRow,
  tiers: { tier: string; partners: number }[],
) => ({ id: runId, tiers, ...row });
export type PlacementRunNode = ReturnType<typeof placementRunNode>;

export function placementRunReads({ reader }: ReadParts) {
  const placementRun = async (runId: string): Promise<PlacementRunNode | null> => {
    const [row] = isUuid(runId) ? await findPlacementRuns(reader, [runId]) : [];
    return row === undefined ? null : placementRunNode(row, await countPartnersByTier(reader));
  };
  return {
    placementRun,
    /** The run once it has ended, or as far as it came in the time. */
    finishedRun: async (runId: string, waitSeconds: number) => {
      const isFinished = async () =>
        (await findPlacementRuns(reader, [runId])).every(({ finishedAt }) => finishedAt !== null);
      await waitUntil(isFinished, { withinMs: waitSeconds * 1_000, everyMs: POLL_MS });
      return placementRun(runId);
    },
  };
}
export type PlacementRunReads = ReturnType<typeof placementRunReads>;
