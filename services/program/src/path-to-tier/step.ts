import type { Program } from "../document/program/index.js";
import { add, compare, divide, knownExact, multiply, type Rational, subtract, ZERO } from "../exact/index.js";

/** One step on a path to a tier. */
export type Step =
  | {
      readonly kind: "measure";
      readonly path: string;
      readonly measure: string;
      /** The group in which it is needed; null for none. */
      readonly group: string | null;
      /** The change of the measure that is needed, in its unit; negative for less. */
      readonly by: Rational;
      /** Whether the measure has a value; if not, it must be recorded first and `by` counts from zero. */
      readonly hasValue: boolean;
      readonly effort: Rational;
    }
  /** Time in a tier and approvals cost no effort. */
  | { readonly kind: "tenure"; readonly path: string; readonly subject: string; readonly effort: Rational }
  | { readonly kind: "approval"; readonly path: string; readonly subject: string; readonly effort: Rational }
  /** The withheld conditions must hold. They are one step, since partners cannot distinguish them. */
  | { readonly kind: "withheld"; readonly path: string; readonly subject: ""; readonly effort: Rational };

/** The measure of a bound or a term. */
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

/** The effort in the document's scale; without one, the missing share of the bound. */
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

/** Identifies the gap that a step closes. */
export const gapOf = (step: Step): string =>
  step.kind === "measure" ? `${step.measure} ${step.group ?? ""}` : `${step.kind} ${step.subject}`;

export const effortIn = (steps: readonly Step[]): Rational => steps.reduce((sum, { effort }) => add(sum, effort), ZERO);
