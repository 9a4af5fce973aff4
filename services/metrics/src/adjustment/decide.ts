import { isSamePerson } from "@tiergraph/kit/identity/same-person";
import type { AdjustmentRow } from "./adjustment.entity.js";
import { type DecisionRefusal, decisionRefusals, type EndRefusal, endRefusals } from "./adjustment.refusals.js";

/** Who decides, and when. */
interface Permission {
  readonly by: string;
  readonly at: Date;
}

export type AdjustmentDecision = { readonly kind: "Decided"; readonly adjustment: AdjustmentRow } | DecisionRefusal;

export function decide(adjustment: AdjustmentRow, isApproved: boolean, { by, at }: Permission): AdjustmentDecision {
  if (adjustment.state !== "PROPOSED") return decisionRefusals.AlreadyDecided({ state: adjustment.state });
  if (isSamePerson(adjustment.proposedBy, by)) return decisionRefusals.SecondPersonNeeded();
  const state = isApproved ? "APPROVED" : "REJECTED";
  return { kind: "Decided", adjustment: { ...adjustment, state, decidedBy: by, decidedAt: at } };
}

export type AdjustmentEnd = { readonly kind: "Ended"; readonly adjustment: AdjustmentRow } | EndRefusal;

/** From then on measures count without it, on every day. */
export function end(adjustment: AdjustmentRow, { by, at }: Permission): AdjustmentEnd {
  if (adjustment.state !== "APPROVED") return endRefusals.NotApproved({ state: adjustment.state });
  return { kind: "Ended", adjustment: { ...adjustment, state: "ENDED", endedBy: by, endedAt: at } };
}
