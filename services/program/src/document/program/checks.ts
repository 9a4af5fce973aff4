import type { Rational } from "../../exact/index.js";

/** Limits that the program check enforces. */
export interface Checks {
  /** By which share the value of each dimension must rise from tier to tier; null for any rise. */
  readonly valueRisesBy: Rational | null;
  /** The most that all rewards of one tier may take of qualifying revenue; null for no limit. */
  readonly marginCeiling: Rational | null;
  /** The most that the benefits of a tier may cost for one partner and year, in major units; null for no limit. */
  readonly costCeiling: Rational | null;
}
