import type { Measure } from "../measures/index.js";
import type { WeightTable } from "../weights/index.js";
import type { Requirement, Score, ScoreTerm } from "./requirement.js";

/** What a requirement may cite. Null stands for a declaration that could not be read. */
export interface Citable {
  readonly currency: string;
  readonly tracks: ReadonlySet<string>;
  readonly markets: ReadonlySet<string>;
  readonly tiers: ReadonlySet<string>;
  readonly approvals: ReadonlySet<string>;
  readonly measures: ReadonlyMap<string, Measure | null>;
  /** Null inside the gate of a score, so that scores have no cycles. */
  readonly scores: ReadonlyMap<string, Score | null> | null;
  /** Terms that scores share. */
  readonly terms: ReadonlyMap<string, ScoreTerm | null>;
  /** Tables of factors for terms. */
  readonly weights: ReadonlyMap<string, WeightTable | null>;
  /** Null inside a rule and inside the gate of a score. */
  readonly rules: Rules | null;
}

/** The rules by name, and how many more requirements their citations may add. */
export interface Rules {
  readonly byName: ReadonlyMap<string, Requirement | null>;
  readonly budget: { left: number };
}
