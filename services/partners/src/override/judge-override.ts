import type { OverrideRow } from "./override.entity.js";
import { isTierByHand } from "./rulings.js";

export type OverrideRefusal =
  /** The person who asked does not decide. */
  | { readonly kind: "SamePerson" }
  | { readonly kind: "AlreadyDecided"; readonly state: OverrideRow["state"] }
  | { readonly kind: "NotInForce"; readonly state: OverrideRow["state"] }
  | { readonly kind: "Over"; readonly until: string }
  /** Two tiers by hand on one day would leave open which one holds. */
  | { readonly kind: "TierByHandAlready"; readonly until: string };

/** Why a request may not be decided so, or null where it may. */
export function judgeApproval(
  row: OverrideRow,
  decision: {
    readonly approve: boolean;
    readonly by: string;
    /** Tiers by hand that share a day with this one. */
    readonly others: readonly OverrideRow[];
    readonly today: string;
  },
): OverrideRefusal | null {
  if (row.state !== "REQUESTED") return { kind: "AlreadyDecided", state: row.state };
  if (row.requestedBy === decision.by) return { kind: "SamePerson" };
  if (!decision.approve) return null;
  if (row.untilOn <= decision.today) return { kind: "Over", until: row.untilOn };
  const [other] = decision.others;
  return isTierByHand(row.kind) && other !== undefined ? { kind: "TierByHandAlready", until: other.untilOn } : null;
}

/** What holds, ended: it no longer holds today. One that has not begun never will have. */
export function endOf(
  row: OverrideRow,
  ending: { readonly by: string; readonly at: Date; readonly today: string; readonly note: string | null },
): { readonly kind: "OverrideDecided"; readonly override: OverrideRow } | OverrideRefusal {
  if (row.state !== "APPROVED" && row.state !== "REQUESTED") return { kind: "NotInForce", state: row.state };
  if (row.state === "APPROVED" && row.untilOn <= ending.today) return { kind: "Over", until: row.untilOn };
  const { by: decidedBy, at: decidedAt, note } = ending;
  const hasBegun = row.state === "APPROVED" && row.fromOn < ending.today;
  return {
    kind: "OverrideDecided",
    // What held on days that are over stays known as what held then.
    override: hasBegun
      ? { ...row, untilOn: ending.today, note: note ?? row.note }
      : { ...row, state: "ENDED", decidedAt, decidedBy, note },
  };
}
