import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { isUuid } from "@tiergraph/kit/values/ids";
import { reconciliationOf } from "./reconcile-node.js";
import { MAX_RECONCILED, reconcileRollups } from "./reconcile-rollups.reads.js";

export const reconcileReads = ({ reader }: ReadParts) => ({
  reconciled: async ({ first, after }: { first: number; after: string | null }) => {
    if (first < 1 || first > MAX_RECONCILED) refuse("BAD_USER_INPUT", `\`first\` must be 1 to ${MAX_RECONCILED}.`);
    if (after !== null && !isUuid(after)) refuse("BAD_USER_INPUT", "`after` is the `next` of the page before.");
    return reconciliationOf(await reconcileRollups(reader, { first, after }));
  },
});
export type ReconcileReads = ReturnType<typeof reconcileReads>;
