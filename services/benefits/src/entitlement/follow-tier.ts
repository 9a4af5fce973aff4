import type { Program } from "@tiergraph/program/document/program";
import type { TierPeriodRow } from "../standing/standing.store.js";
import type { EntitlementRow } from "./entitlement.store.js";

export interface EntitlementChanges {
  readonly granted: readonly EntitlementRow[];
  readonly withdrawn: readonly { partnerId: string; entitlementId: string; withdrawnOn: string }[];
}

export interface Following {
  readonly program: Program;
  readonly partnerId: string;
  /** The period that the partner is in; null before the first placement. */
  readonly current: TierPeriodRow | null;
  /** What the partner holds now. */
  readonly held: readonly EntitlementRow[];
  /** The day of the change: the first of the tier, or that on which a new version gave the tier other benefits. */
  readonly since: string;
  readonly newId: () => string;
}

/** What a partner gains and loses, so that it holds just what its tier gives. A benefit that both tiers give alike is kept. */
export function followTier({ program, partnerId, current, held, since, newId }: Following): EntitlementChanges {
  const given = program.tiers.find(({ name }) => name === current?.tier)?.benefits ?? [];
  const isKept = (row: EntitlementRow) =>
    given.some(({ benefit, quantity }) => benefit === row.benefit && quantity === row.quantity);
  const kept = new Set(held.filter(isKept).map(({ benefit }) => benefit));
  return {
    withdrawn: held
      .filter((row) => !isKept(row))
      // Placed back to a day before the grant, a benefit was never held: its time has no length.
      .map(({ entitlementId, grantedOn }) => ({ partnerId, entitlementId, withdrawnOn: laterDay(since, grantedOn) })),
    granted:
      current === null
        ? []
        : given
            .filter(({ benefit }) => !kept.has(benefit))
            .map(({ benefit, quantity }) => ({
              partnerId,
              entitlementId: newId(),
              benefit,
              tier: current.tier,
              program: program.name,
              programVersion: program.version,
              quantity,
              grantedOn: since,
              withdrawnOn: null,
              decisionId: current.decisionId,
            })),
  };
}

/** Days are text that sorts as they do. */
const laterDay = (a: string, b: string): string => [a, b].sort()[1] ?? a;
