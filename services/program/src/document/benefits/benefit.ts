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
  /** Value of one unit to a partner a year, in major units; null where unknown. */
  readonly value: Rational | null;
  /** Cost of one unit to the vendor a year, in major units; null where unknown. */
  readonly cost: Rational | null;
  /** The period of the quantity, cost and value; null for a calendar year. */
  readonly per: CountingPeriod | null;
  /** The owner at the vendor. */
  readonly owner: string | null;
  /** How a partner claims it; null where it needs no claim. */
  readonly claim: string | null;
  /** Service level: days from an approved claim to its fulfilment. */
  readonly fulfilledWithinDays: number | null;
  readonly transition: Transition;
  /** The role at the vendor that is assigned to each partner with the benefit; null for none. */
  readonly assigns: AssignedRole | null;
}

export const ASSIGNED_ROLES = ["success-manager", "technical-account-manager"] as const;

export type AssignedRole = (typeof ASSIGNED_ROLES)[number];

/** What happens to a benefit when the partner leaves the tier. */
export interface Transition {
  /** Kept for some days, until a day, until its period ends (a calendar year by default), or not at all. */
  readonly keeps:
    | { readonly kind: "at-once" }
    | { readonly kind: "days"; readonly days: number }
    | { readonly kind: "until"; readonly day: CalendarDate }
    | { readonly kind: "period-end" };
  /** Whether the version under which it was granted decides, not a later one. */
  readonly isAsPromised: boolean;
}
