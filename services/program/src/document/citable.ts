import type { Measure } from "./measure.js";
import type { Score, ScoreTerm } from "./requirement.js";
import type { Rules } from "./rules.js";
import type { WeightTable } from "./weights.js";

/** What a requirement may cite. Null stands for what is declared but could not be read. */
export interface Citable {
  readonly currency: string;
  readonly tracks: ReadonlySet<string>;
  readonly markets: ReadonlySet<string>;
  readonly tiers: ReadonlySet<string>;
  readonly approvals: ReadonlySet<string>;
  readonly measures: ReadonlyMap<string, Measure | null>;
  /** Null inside the gate of a score, which asks for no other one: scores then never go round in circles. */
  readonly scores: ReadonlyMap<string, Score | null> | null;
  /** Terms that scores share. */
  readonly terms: ReadonlyMap<string, ScoreTerm | null>;
  /** Tables of factors for terms. */
  readonly weights: ReadonlyMap<string, WeightTable | null>;
  /** Null inside a rule and inside the gate of a score. */
  readonly rules: Rules | null;
}
