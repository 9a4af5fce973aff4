import { knownCalendarDate } from "@tiergraph/program/exact";
import type { Hold, Override } from "@tiergraph/program/place";
import type { OverrideRow } from "./override.entity.js";

/** What persons have decided about a partner, as placement reads it. */
export interface Rulings {
  readonly approvals: readonly string[];
  readonly override: Override | null;
  readonly hold: Hold | null;
}

/** Of the overrides that hold on a day: every approval, the one tier by hand, and the hold that lasts longest. */
export function rulingsOf(holding: readonly OverrideRow[]): Rulings {
  const approvals = holding.flatMap(({ kind, subject }) => (kind === "APPROVAL" && subject !== null ? [subject] : []));
  const tier = holding.find(({ kind }) => isTierByHand(kind));
  const hold = holding
    .filter(({ kind }) => kind === "HOLD")
    .reduce<OverrideRow | null>(
      (longest, row) => (longest === null || row.untilOn > longest.untilOn ? row : longest),
      null,
    );
  return {
    approvals: [...new Set(approvals)],
    override:
      tier?.subject == null
        ? null
        : { ...termsOf(tier), bound: tier.kind === "TIER" ? "exactly" : "at-least", tier: tier.subject },
    hold: hold === null ? null : termsOf(hold),
  };
}

export const isTierByHand = (kind: OverrideRow["kind"]): boolean => kind === "TIER" || kind === "TIER_AT_LEAST";

const termsOf = ({ overrideId, untilOn, reason }: OverrideRow): Hold => ({
  id: overrideId,
  until: knownCalendarDate(untilOn),
  reason,
});
