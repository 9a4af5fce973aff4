import { isSimple, type Measure } from "../document/measures/index.js";
import type { Rational } from "../exact/index.js";
import type { Judging, Measured } from "./judging.js";
import { measureComposite } from "./measure-composite.js";
import { measureSimple } from "./measure-simple.js";
import { measurePercentile } from "./percentile.js";

/** A measure of any kind, with what a ratio divided. */
export interface MeasuredWhole extends Measured {
  readonly numerator: Rational | null;
  readonly denominator: Rational | null;
}

/** Throws on a review, and on whatever is made of one: see `factMeasures`. */
export function measureAny(measure: Measure, judging: Judging): MeasuredWhole {
  const undivided = { numerator: null, denominator: null };
  if (isSimple(measure)) return { ...undivided, ...measureSimple(measure, judging) };
  switch (measure.kind) {
    case "percentile":
      return { ...undivided, ...measurePercentile(measure, judging, measureAny) };
    case "review":
      throw new Error(`${measure.name} is a review: nothing of it is computed from facts`);
    default:
      return measureComposite(measure, judging, measureAny);
  }
}
