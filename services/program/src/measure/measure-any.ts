import { isSimple, type Measure } from "../document/measures/index.js";
import type { Rational } from "../exact/index.js";
import { measureComposite } from "./measure-composite.js";
import type { MeasureContext, Measured } from "./measure-context.js";
import { measureSimple } from "./measure-simple.js";
import { measurePercentile } from "./percentile.js";

/** The result for any measure; a ratio also has its operands. */
export interface MeasuredWhole extends Measured {
  readonly numerator: Rational | null;
  readonly denominator: Rational | null;
}

/** Throws for reviews and measures made of one: see `factMeasures`. */
export function measureAny(measure: Measure, context: MeasureContext): MeasuredWhole {
  if (isSimple(measure)) return measureSimple(measure, context);
  const undivided = { numerator: null, denominator: null };
  switch (measure.kind) {
    case "percentile":
      return { ...undivided, ...measurePercentile(measure, context, measureAny) };
    case "review":
      throw new Error(`${measure.name} is a review: nothing of it is computed from facts`);
    default:
      return measureComposite(measure, context, measureAny);
  }
}
