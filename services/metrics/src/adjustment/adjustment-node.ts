import { decimalOrNull } from "@tiergraph/program/exact";
import type { AdjustmentRow } from "./adjustment.entity.js";

export const adjustmentOf = (row: AdjustmentRow, { withNames }: { withNames: boolean }) => ({
  id: row.adjustmentId,
  program: row.program,
  measure: row.measure,
  kind: row.kind,
  from: row.fromOn,
  until: row.toOn,
  factor: decimalOrNull(row.factor),
  regions: [...row.regions],
  markets: [...row.markets],
  reason: row.why,
  method: row.method,
  // The table keeps the word that it began with.
  state: row.state === "REJECTED" ? ("REFUSED" as const) : row.state,
  proposedAt: row.proposedAt,
  proposedBy: withNames ? row.proposedBy : null,
  decidedAt: row.decidedAt,
  decidedBy: withNames ? row.decidedBy : null,
  endedAt: row.endedAt,
});
