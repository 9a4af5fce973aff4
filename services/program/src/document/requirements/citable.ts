import type { Measure } from "../measures/index.js";
import type { WeightTable } from "../weights/index.js";
import type { Requirement, Score, ScoreTerm } from "./requirement.js";

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

/** What can be cited by name, and how many more requirements that may come to. */
export interface Rules {
  readonly byName: ReadonlyMap<string, Requirement | null>;
  readonly budget: { left: number };
}
