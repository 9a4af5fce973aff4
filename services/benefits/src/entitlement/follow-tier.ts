import type { Benefit } from "@tiergraph/program/document/benefits";
import { periodContaining } from "@tiergraph/program/document/periods";
import type { Program } from "@tiergraph/program/document/program";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { YEAR } from "../benefit-use/index.js";
import type { TierPeriodRow } from "../partner-mirror/index.js";
import type { EntitlementRow } from "./entitlement.entity.js";

interface EntitlementChanges {
  readonly granted: readonly EntitlementRow[];
  readonly withdrawn: readonly { partnerId: string; entitlementId: string; withdrawnOn: string }[];
}

export interface Following {
  readonly program: Program;
  readonly partnerId: string;
  /** The period that the partner is in; null before the first placement. */
  readonly current: TierPeriodRow | null;
  /** What the partner holds now, and what it still holds although it has left the tier that gave it. */
  readonly held: readonly EntitlementRow[];
  /** The version under which something was granted; null where it is no longer known. */
  readonly versionOf: (row: EntitlementRow) => Program | null;
  /** The day of the change: the first of the tier, or that on which a new version gave the tier other benefits. */
  readonly since: string;
  readonly newId: () => string;
}

/**
 * What a partner gains and loses, so that it holds what its tier gives, and for as long as was promised what it gave
 * before. A benefit that both tiers give alike is kept. What is gained again while it is still held goes on.
 */
export function followTier({
  program,
  partnerId,
  current,
  held,
  versionOf,
  since,
  newId,
}: Following): EntitlementChanges {
  const given = program.tiers.find(({ name }) => name === current?.tier)?.benefits ?? [];
  const gives = (row: EntitlementRow) =>
    given.some(({ benefit, quantity }) => benefit === row.benefit && quantity === row.quantity);
  const open = held.filter(({ withdrawnOn }) => withdrawnOn === null);
  const kept = new Set(open.filter(gives).map(({ benefit }) => benefit));
  const replaced = new Map(given.map((benefit) => [benefit.benefit, benefit.quantity]));
  return {
    withdrawn: [
      ...open.filter((row) => !gives(row)).map((row) => ended(row, lastOf(row))),
      // What the tier gives as well now no longer needs a promise.
      ...held
        .filter((row) => row.withdrawnOn !== null && row.withdrawnOn > since && isCovered(row))
        .map((row) => ended(row, since)),
    ],
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

  /** Whether the tier gives as much as the partner held: then it loses nothing by the exchange. */
  function isCovered({ benefit, quantity }: EntitlementRow): boolean {
    const now = replaced.get(benefit);
    if (now === undefined) return false;
    return now === null || (quantity !== null && now >= quantity);
  }

  function lastOf(row: EntitlementRow): string {
    if (isCovered(row)) return since;
    const granting = versionOf(row)?.benefits.find(({ name }) => name === row.benefit);
    const inForce = program.benefits.find(({ name }) => name === row.benefit);
    const promising = granting?.transition.isAsPromised ? granting : (inForce ?? granting);
    return promising === undefined ? since : keptUntil(promising, since, versionOf(row) ?? program);
  }
}

/** First day on which a benefit is no longer held by who left its tier on a day. */
function keptUntil({ transition, per }: Pick<Benefit, "transition" | "per">, since: string, program: Program): string {
  const { keeps } = transition;
  switch (keeps.kind) {
    case "at-once":
      return since;
    case "days":
      return addDays(knownCalendarDate(since), keeps.days);
    case "until":
      return laterDay(since, addDays(keeps.day, 1));
    case "period-end":
      return periodContaining(per ?? YEAR, knownCalendarDate(since), program.calendar).until;
  }
}

/** Placed back to a day before the grant, a benefit was never held: its time has no length. */
const ended = (
  { partnerId, entitlementId, grantedOn }: EntitlementRow,
  until: string,
): EntitlementChanges["withdrawn"][number] => ({ partnerId, entitlementId, withdrawnOn: laterDay(until, grantedOn) });

/** Days are text that sorts as they do. */
const laterDay = (a: string, b: string): string => [a, b].sort()[1] ?? a;
