import { decimalOrNull } from "@tiergraph/program/exact";
import type { AdjustmentRow } from "./adjustment.entity.js";

export const adjustmentOf = (row: AdjustmentRow, { withNames }: { withNames: boolean }) => ({
  id: row.adjustmentId,
  program: row.program,
  measure: row.measure,
  kind: row.kind,
  from: row.fromOn,
  to: row.toOn,
  factor: decimalOrNull(row.factor),
  regions: [...row.regions],
  markets: [...row.markets],
  why: row.why,
  method: row.method,
  state: row.state,
  proposedAt: row.proposedAt,
  proposedBy: withNames ? row.proposedBy : null,
  decidedAt: row.decidedAt,
  decidedBy: withNames ? row.decidedBy : null,
  endedAt: row.endedAt,
});
