import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { type BenefitNode, benefitNode } from "../benefit/index.js";
import { listUse, periodOf } from "../benefit-use/index.js";
import { readsRewardsOf } from "../policy.js";
import type { Programs } from "../program/index.js";
import type { EntitlementRow } from "./entitlement.entity.js";
import { listEntitlements } from "./entitlement.store.js";
import { isHeldOn } from "./is-held-on.js";

interface EntitlementKey {
  readonly partnerId: string;
  readonly includesWithdrawn: boolean;
}

export function entitlementReads({ reader, viewer, today }: ReadParts, programs: Programs) {
  const use = loaderOfMany(
    (partnerIds: readonly string[]) => listUse(reader, partnerIds),
    ({ partnerId }) => partnerId,
    (partnerId: string) => partnerId,
  );
  const entitlements = loaderOfMany(
    async (keys: readonly EntitlementKey[]) => {
      const includesWithdrawn = keys.some((key) => key.includesWithdrawn);
      const partnerIds = [...new Set(keys.map(({ partnerId }) => partnerId))].filter(readsRewardsOf(viewer));
      const rows = await listEntitlements(reader, partnerIds, { today, includesWithdrawn });
      return keys.flatMap((key) =>
        rows
          .filter((row) => row.partnerId === key.partnerId && (key.includesWithdrawn || isHeldOn(row, today)))
          .map((row) => ({ key: JSON.stringify(key), row })),
      );
    },
    ({ key }) => key,
    (key) => JSON.stringify(key),
  );
  return {
    partner: (id: string) => (readsRewardsOf(viewer)(id) ? { id } : null),
    entitlements: async (partnerId: string, includesWithdrawn: boolean) => {
      const rows = await entitlements.load({ partnerId, includesWithdrawn });
      const found = rows.map(async ({ row }) => {
        const program = await programs.version({ program: row.program, version: row.programVersion });
        const benefit = program?.benefits.find(({ name }) => name === row.benefit);
        if (program === null || benefit === undefined)
          throw new Error(`Entitlement ${row.entitlementId} names benefit ${row.benefit}, which its version lacks`);
        const periodFrom = periodOf(benefit, today, program);
        const used = (await use.load(partnerId)).find(
          (one) => one.program === row.program && one.benefit === row.benefit && one.periodFrom === periodFrom,
        );
        return entitlementNode(row, { benefit: benefitNode(program, benefit), used: used?.used ?? 0, today });
      });
      return Promise.all(found);
    },
  };
}
export type EntitlementReads = ReturnType<typeof entitlementReads>;

const entitlementNode = (
  row: EntitlementRow,
  { benefit, used, today }: { benefit: BenefitNode; used: number; today: string },
) => ({
  id: encodeOwnedId("Entitlement", { partnerId: row.partnerId, id: row.entitlementId }),
  benefit,
  tier: row.tier,
  quantity: row.quantity,
  grantedOn: row.grantedOn,
  withdrawnOn: row.withdrawnOn,
  isInTransition: row.withdrawnOn !== null && row.withdrawnOn > today,
  used: row.quantity === null ? null : used,
  left: row.quantity === null || !isHeldOn(row, today) ? null : Math.max(0, row.quantity - used),
});
