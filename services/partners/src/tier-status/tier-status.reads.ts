import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { findDecidedStatuses, findDecisions, findDecisionsInForce, listTierPeriods } from "../placement/index.js";
import { visibleTo } from "../policy.js";
import { type ProgramCache, versionFor } from "../program/index.js";
import { tierStatusNode } from "./tier-status-node.js";

export function tierStatusReads({ reader, viewer }: ReadParts, programs: ProgramCache) {
  const visible = visibleTo(viewer);
  const decisions = loaderOfOne(
    (ids: readonly string[]) => findDecisionsInForce(reader, ids),
    ({ partnerId }) => partnerId,
    (id: string) => id,
  );
  const statuses = loaderOfOne(
    async (ids: readonly string[]) => {
      const rows = await findDecidedStatuses(reader, visible(ids));
      return Promise.all(
        rows.map(async (row) => {
          const version = versionFor(viewer, await programs.version(row.program, row.programVersion));
          return tierStatusNode(row, version, async () => {
            const inForce = await decisions.load(row.partnerId);
            if (inForce?.decisionId === row.decisionId) return inForce;
            // Another placement came between the two statements: its decision is not this status's, which stays.
            const [decision] = await findDecisions(reader, [row]);
            if (decision !== undefined) return decision;
            throw new Error(`Decision ${row.decisionId} of a tier status is missing`);
          });
        }),
      );
    },
    ({ partnerId }) => partnerId,
    (id: string) => id,
  );
  return {
    /** @param isExplained whether the decision will be asked for: it then comes in the same round trip */
    tierStatus: (partnerId: string, { isExplained }: { isExplained: boolean }) => {
      const [known] = visible([partnerId]);
      if (isExplained && known !== undefined) void decisions.load(known).catch(() => undefined); // Thrown where it is awaited.
      return statuses.load(partnerId);
    },
    tierHistory: loaderOfMany(
      async (ids: readonly string[]) =>
        (await listTierPeriods(reader, visible(ids))).map((row) => ({ ...row, from: row.fromOn })),
      ({ partnerId }) => partnerId,
      (id: string) => id,
    ),
  };
}
export type TierStatusReads = ReturnType<typeof tierStatusReads>;
