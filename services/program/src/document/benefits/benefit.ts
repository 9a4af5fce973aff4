import type { CalendarDate, Rational } from "../../exact/index.js";
import type { CountingPeriod } from "../periods/index.js";

export const DIMENSIONS = ["financial", "technical-enablement", "go-to-market"] as const;

export type Dimension = (typeof DIMENSIONS)[number];

export interface Benefit {
  readonly name: string;
  readonly title: string;
  readonly dimension: Dimension;
  readonly description: string | null;
  readonly why: string;
  /** What one of it is worth to a partner a year, in major units; null where the document does not say. */
  readonly value: Rational | null;
  /** What one of it costs the vendor a year, in major units; null where the document does not say. */
  readonly cost: Rational | null;
  /** What the quantity is counted over, and `cost` and `value` with it; null for a calendar year. */
  readonly per: CountingPeriod | null;
  /** Who answers for it at the vendor. */
  readonly owner: string | null;
  /** How a partner claims it; null where it is simply there. */
  readonly claim: string | null;
  /** Service level: days from an approved claim to its fulfilment. */
  readonly fulfilledWithinDays: number | null;
  readonly transition: Transition;
  /** A person of the vendor who is assigned to each partner that has it; null where none is. */
  readonly assigns: AssignedRole | null;
}

export const ASSIGNED_ROLES = ["success-manager", "technical-account-manager"] as const;

export type AssignedRole = (typeof ASSIGNED_ROLES)[number];

/** What becomes of a benefit when its holder leaves the tier that gave it. */
export interface Transition {
  /** Kept for days, until a day, until the period of its quantity (a calendar year where it has none) ends, or not at all. */
  readonly keeps:
    | { readonly kind: "at-once" }
    | { readonly kind: "days"; readonly days: number }
    | { readonly kind: "until"; readonly day: CalendarDate }
    | { readonly kind: "period-end" };
  /** The version under which it was granted decides, whatever later ones say. */
  readonly isAsPromised: boolean;
}
