import type { Rational } from "../../exact/index.js";

/** What the program check holds the document to. */
export interface Checks {
  /** By how much the value of each dimension rises from a tier to the next, as a share; null for any rise at all. */
  readonly valueRisesBy: Rational | null;
  /** The most that all rewards of one tier may take of qualifying revenue together. */
  readonly marginCeiling: Rational | null;
  /** The most that the benefits of a tier may cost the vendor a year and partner, in major units. */
  readonly costCeiling: Rational | null;
}
