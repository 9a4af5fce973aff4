import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { Loading } from "../loading.js";
import { reconciliationOf } from "./reconcile-node.js";
import { MAX_RECONCILED, reconcileRollups } from "./reconcile-rollups.reads.js";

export const reconcileLoaders = ({ reader }: Loading) => ({
  reconciled: async ({ first, after }: { first: number; after: string | null }) => {
    if (first < 1 || first > MAX_RECONCILED) refuse("BAD_USER_INPUT", `\`first\` must be 1 to ${MAX_RECONCILED}.`);
    if (after !== null && !isUuid(after)) refuse("BAD_USER_INPUT", "`after` is the `next` of the page before.");
    return reconciliationOf(await reconcileRollups(reader, { first, after }));
  },
});
