import type { RollupFault as Fault, Reconciled } from "./reconcile-rollups.reads.js";

export const reconciliationOf = ({ faults, digests, ...reconciled }: Reconciled) => ({
  ...reconciled,
  digests: [...digests],
  faults: faults.map(faultOf),
});

const faultOf = ({ partnerId, table, period, series, expected, found }: Fault) => ({
  partnerId,
  series,
  on: period,
  table: table,
  expected: expected.toString(),
  found: found.toString(),
});
