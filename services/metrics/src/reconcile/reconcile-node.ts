import type { RollupFault as Fault, Reconciled } from "./reconcile-rollups.reads.js";

export const reconciliationOf = ({ faults, digests, ...reconciled }: Reconciled) => ({
  ...reconciled,
  digests: [...digests],
  faults: faults.map(faultOf),
});

const faultOf = ({ period, expected, found, ...fault }: Fault) => ({
  ...fault,
  on: period,
  expected: expected.toString(),
  found: found.toString(),
});
