import { isSamePerson } from "@tiergraph/kit/identity/same-person";
import type { OverrideRow } from "./override.entity.js";
import { type OverrideRefusal, overrideRefusals } from "./override.refusals.js";
import { isTierByHand } from "./rulings.js";

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
  if (row.state !== "REQUESTED") return overrideRefusals.NotOpen({ state: row.state });
  if (isSamePerson(row.requestedBy, decision.by)) return overrideRefusals.SamePerson();
  if (!decision.approve) return null;
  if (row.untilOn <= decision.today) return overrideRefusals.Over({ until: row.untilOn });
  const [other] = decision.others;
  return isTierByHand(row.kind) && other !== undefined
    ? overrideRefusals.TierByHandAlready({ until: other.untilOn })
    : null;
}

/** What holds, ended: it no longer holds today. One that has not begun never will have. */
export function endOf(
  row: OverrideRow,
  ending: { readonly by: string; readonly at: Date; readonly today: string; readonly note: string | null },
): { readonly kind: "OverrideDecided"; readonly override: OverrideRow } | OverrideRefusal {
  if (row.state !== "APPROVED" && row.state !== "REQUESTED") return overrideRefusals.NotOpen({ state: row.state });
  if (row.state === "APPROVED" && row.untilOn <= ending.today) return overrideRefusals.Over({ until: row.untilOn });
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
