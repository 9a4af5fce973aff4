import type { AssignedRole } from "@tiergraph/program/document/benefits";
import type { Manager } from "./manager.entity.js";

/** Why an assignment that nobody asked for was made. */
export const EACH_DAY = "Each day.";

export const changed = (manager: { readonly name: string }): string => `${manager.name} was registered or changed.`;

/** A manager as one that could be chosen today. */
export interface Candidate extends Manager {
  /** Partners that it has. */
  readonly load: number;
  readonly isAbsent: boolean;
}

interface Promised {
  readonly role: AssignedRole;
  readonly tier: string;
  readonly region: string | null;
}

/** Whether a manager looks after partners of such a tier and region. */
export const looksAfter = (
  { role, tiers, regions, isActive }: Pick<Manager, "role" | "tiers" | "regions" | "isActive">,
  promised: Promised,
): boolean =>
  isActive &&
  role === promised.role &&
  (tiers.length === 0 || tiers.includes(promised.tier)) &&
  (regions.length === 0 || (promised.region !== null && regions.includes(promised.region)));

/**
 * Who takes a partner: of those who look after its tier and region, are there today and have room, who has the
 * smallest share of its capacity taken; of equals, the one whose code comes first. Null where nobody has room.
 */
export function chooseManager(candidates: readonly Candidate[], promised: Promised): Candidate | null {
  const able = candidates.filter((one) => looksAfter(one, promised) && !one.isAbsent && one.load < one.capacity);
  // Shares are compared as fractions: no rounding decides.
  return able.sort((a, b) => a.load * b.capacity - b.load * a.capacity || (a.code < b.code ? -1 : 1))[0] ?? null;
}
