import type { AdjustmentRow } from "./adjustment.entity.js";

/** Who decides, and when. */
interface Permission {
  readonly by: string;
  readonly at: Date;
}

export type AdjustmentDecision =
  | { readonly kind: "Decided"; readonly adjustment: AdjustmentRow }
  /** It was decided before. */
  | { readonly kind: "NotProposed"; readonly adjustment: AdjustmentRow }
  /** Whoever proposes does not decide. */
  | { readonly kind: "SecondPersonNeeded" };

export function decide(adjustment: AdjustmentRow, isApproved: boolean, { by, at }: Permission): AdjustmentDecision {
  if (adjustment.state !== "PROPOSED") return { kind: "NotProposed", adjustment };
  if (adjustment.proposedBy === by) return { kind: "SecondPersonNeeded" };
  const state = isApproved ? "APPROVED" : "REJECTED";
  return { kind: "Decided", adjustment: { ...adjustment, state, decidedBy: by, decidedAt: at } };
}

export type AdjustmentEnd =
  | { readonly kind: "Ended"; readonly adjustment: AdjustmentRow }
  | { readonly kind: "NotApproved"; readonly adjustment: AdjustmentRow };

/** From then on measures are told without it, of whatever day. */
export function end(adjustment: AdjustmentRow, { by, at }: Permission): AdjustmentEnd {
  if (adjustment.state !== "APPROVED") return { kind: "NotApproved", adjustment };
  return { kind: "Ended", adjustment: { ...adjustment, state: "ENDED", endedBy: by, endedAt: at } };
}
