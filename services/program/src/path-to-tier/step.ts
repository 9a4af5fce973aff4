import type { Program } from "../document/program/index.js";
import { compare, divide, knownExact, multiply, type Rational, subtract, ZERO } from "../exact/index.js";

/** One thing to do on a way to a tier. */
export type Step =
  | {
      readonly kind: "measure";
      readonly path: string;
      readonly measure: string;
      /** The group that it is needed in, where it is told apart. */
      readonly group: string | null;
      /** How much more (or less, below zero) of the measure is needed, in its own unit. */
      readonly by: Rational;
      /** Whether it has a value: what has none has to be recorded first. `by` then counts from zero. */
      readonly hasValue: boolean;
      readonly effort: Rational;
    }
  /** Hold a tier for longer, or get an approval: nothing that can be bought with effort. */
  | { readonly kind: "tenure"; readonly path: string; readonly subject: string; readonly effort: Rational }
  | { readonly kind: "approval"; readonly path: string; readonly subject: string; readonly effort: Rational }
  /** What the vendor keeps to itself has to hold. All of it is one step, since nobody can tell one from another. */
  | { readonly kind: "withheld"; readonly path: string; readonly subject: ""; readonly effort: Rational };

/** What a step is taken on: a measure of a bound or a term. */
export interface StepMeasure {
  readonly path: string;
  readonly measure: string;
  readonly group: string | null;
  readonly target: string;
  readonly actual: string | null;
}

export function measureStep(program: Program, measured: StepMeasure, gap: Rational, isDownward: boolean): Step {
  const { path, measure, group } = measured;
  const by = isDownward ? subtract(ZERO, gap) : gap;
  const hasValue = measured.actual !== null;
  return { kind: "measure", path, measure, group, by, hasValue, effort: effortOf(program, measured, gap) };
}

/** By the document's scale; without one, as the share of the bound that is missing. */
export function effortOf(
  program: Program,
  { measure, target }: Pick<StepMeasure, "measure" | "target">,
  gap: Rational,
): Rational {
  const perUnit = program.measures.find(({ name }) => name === measure)?.effort ?? null;
  if (perUnit !== null) return multiply(gap, perUnit);
  const bound = knownExact(target);
  return compare(bound, ZERO) <= 0 ? gap : divide(gap, bound);
}
