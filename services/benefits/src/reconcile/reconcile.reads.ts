import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { type LedgerReconciled, reconcileLedger } from "./reconcile-ledger.action.js";

export const reconcileReads = ({ db }: ReadParts) => ({
  reconciliation: async (after: string | null) => ledgerReconciliationNode(await reconcileLedger(db)(after)),
});
export type ReconcileReads = ReturnType<typeof reconcileReads>;

const ledgerReconciliationNode = ({ faults, digests, ...reconciled }: LedgerReconciled) => ({
  ...reconciled,
  digests: [...digests],
  faults: [...faults],
});
