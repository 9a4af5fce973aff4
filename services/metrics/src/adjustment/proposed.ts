import { newId } from "@tiergraph/kit/values/ids";
import type { AdjustmentRow } from "./adjustment.entity.js";

/** A new proposal as it is stored. */
export const proposed = (
  content: Pick<
    AdjustmentRow,
    "program" | "measure" | "kind" | "fromOn" | "toOn" | "factor" | "regions" | "markets" | "why" | "method"
  >,
  { by, at }: { by: string; at: Date },
): AdjustmentRow => ({
  adjustmentId: newId(),
  ...content,
  state: "PROPOSED",
  proposedBy: by,
  proposedAt: at,
  decidedBy: null,
  decidedAt: null,
  endedBy: null,
  endedAt: null,
});
