import type { Cadence } from "../governance/index.js";
import type { Window } from "../periods/index.js";
import type { KeepingBar, Requirement } from "../requirements/index.js";

export interface Tier {
  /** Slug, for example `gold`. */
  readonly name: string;
  readonly title: string;
  readonly rank: number;
  /** Why the tier asks what it asks: shown to partners. */
  readonly why: string;
  /** Null for the tier that everyone starts in. */
  readonly requires: Requirement | null;
  /** A tier whose requirement is also asked; null for none. */
  readonly inherits: string | null;
  /** What keeps the tier: a share of each bound, or a requirement. Null for the program's default. */
  readonly keeps: KeepingBar | Requirement | null;
  /** Counts as met if met on any day in this window; null where only the day of assessment counts. */
  readonly metOnAnyDayIn: Window | null;
  /** When promotions to the tier are decided; null for the program's cadence. */
  readonly up: Cadence | null;
  /** When demotions from the tier are decided; null for the program's cadence. */
  readonly down: Cadence | null;
  /** The benefits of the tier, with quantities. */
  readonly benefits: readonly TierBenefit[];
  /** Names of expectations; nothing is assessed by them. */
  readonly expects: readonly string[];
}

export interface TierBenefit {
  readonly benefit: string;
  /** Quantity for each period; null where the benefit is not counted. */
  readonly quantity: number | null;
}

/** The keeping requirement of a tier; null where it has none. */
export const keepingRequirement = ({ keeps }: Tier): Requirement | null =>
  keeps !== null && "path" in keeps ? keeps : null;
