import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { findDecisions, findTierStatuses, listTierPeriods } from "../placement/index.js";
import { visibleTo } from "../policy.js";
import { type ProgramCache, versionFor } from "../program/index.js";
import { tierStatusNode } from "./tier-status-node.js";

export function tierStatusReads({ reader, viewer }: ReadParts, programs: ProgramCache) {
  const visible = visibleTo(viewer);
  return {
    tierStatus: loaderOfOne(
      async (ids: readonly string[]) => {
        const statuses = await findTierStatuses(reader, visible(ids));
        const decisions = new Map((await findDecisions(reader, statuses)).map((row) => [row.decisionId, row]));
        const loaded = statuses.map(async (status) => {
          const decision = decisions.get(status.decisionId);
          if (decision === undefined) throw new Error(`Decision ${status.decisionId} of a tier status is missing`);
          const version = versionFor(viewer, await programs.version(decision.program, decision.programVersion));
          return tierStatusNode(status, decision, version);
        });
        return Promise.all(loaded);
      },
      ({ partnerId }) => partnerId,
      (id: string) => id,
    ),
    tierHistory: loaderOfMany(
      async (ids: readonly string[]) =>
        (await listTierPeriods(reader, visible(ids))).map((row) => ({ ...row, from: row.fromOn })),
      ({ partnerId }) => partnerId,
      (id: string) => id,
    ),
  };
}
export type TierStatusReads = ReturnType<typeof tierStatusReads>;
