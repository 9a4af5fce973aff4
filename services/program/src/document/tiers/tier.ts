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
  /** Always met where null: the tier that everyone starts in. */
  readonly requires: Requirement | null;
  /** A tier whose requirement is asked as well; null where this one stands on its own. */
  readonly inherits: string | null;
  /** What keeps the tier once it is held: a share of what reaching asks, or a requirement of its own. Null for the program's. */
  readonly keeps: KeepingBar | Requirement | null;
  /** Met on any one day inside this window is met; null where only the day of judgement counts. */
  readonly metOnAnyDayIn: Window | null;
  /** When promotions to the tier are decided; null where the program's cadence says so. */
  readonly up: Cadence | null;
  /** When falling from the tier is decided; null where the program's cadence says so. */
  readonly down: Cadence | null;
  /** Benefit names that the tier gives, with quantities. */
  readonly benefits: readonly TierBenefit[];
  /** Names of what partners in the tier are expected to do: nothing is judged by it. */
  readonly expects: readonly string[];
}

export interface TierBenefit {
  readonly benefit: string;
  /** How many a period the tier gives; null where the benefit is not counted. */
  readonly quantity: number | null;
}

/** What keeping a tier asks, where that is a requirement of its own. */
export const keepingRequirement = ({ keeps }: Tier): Requirement | null =>
  keeps !== null && "path" in keeps ? keeps : null;
