import {
  type AssessedRequirement,
  type ScoreTotal as AssessedTotal,
  shownBar,
  unitDigits,
} from "@tiergraph/program/assess";
import type { MeasureUnit } from "@tiergraph/program/document/measures";
import type { Program } from "@tiergraph/program/document/program";
import type { Bound } from "@tiergraph/program/document/requirements";
import { decimalOf, decimalOrNull, fractionOf, parseExact, ZERO } from "@tiergraph/program/exact";
import { impliedBy } from "@tiergraph/program/place";

/** How far a partner is with one rule. */
export interface ProgressNode {
  readonly path: string;
  readonly kind: AssessedRequirement["kind"];
  readonly isMet: boolean;
  readonly isAsked: boolean;
  readonly fraction: string;
  readonly needed: number;
  readonly metCount: number;
  readonly measure: string | null;
  readonly title: string | null;
  readonly unit: MeasureUnit | null;
  readonly bound: Bound | null;
  readonly target: string | null;
  readonly actual: string | null;
  readonly gap: string | null;
  readonly points: string | null;
  readonly cap: string | null;
  readonly floor: string | null;
  readonly weighted: string | null;
  readonly isBeaten: boolean;
  readonly group: string | null;
  readonly market: string | null;
  readonly subject: string | null;
  readonly otherScores: readonly TotalNode[];
  readonly since: string | null;
  readonly why: string | null;
  /** Its id takes some time to write: only where it is asked for. */
  readonly measurement: (() => MeasurementRef | null) | null;
  readonly rules: readonly ProgressNode[];
}

export interface MeasurementRef {
  readonly id: string;
}

export interface TotalNode {
  readonly name: string | null;
  readonly title: string;
  readonly total: string;
}

/** By what a judgement is shown: its program, and the measurement of a measure in it. */
export interface Judgement {
  readonly program: Program;
  /** Null where no facts stand behind the measure. */
  readonly measurementId: (measure: string) => string | null;
}

export function progressOf(assessed: AssessedRequirement, judgement: Judgement): ProgressNode {
  return {
    path: assessed.path,
    kind: assessed.kind,
    isMet: assessed.isMet && assessed.isAsked,
    isAsked: assessed.isAsked,
    fraction: assessed.isAsked ? fractionOf(assessed.fraction) : "0",
    needed: assessed.needed,
    metCount: assessed.metCount,
    group: assessed.group,
    why: assessed.why,
    rules: assessed.children.map((rule) => progressOf(rule, judgement)),
    ...NOTHING_MEASURED,
    ...detailsOf(assessed, judgement.program),
    // The total of a score is no measurement.
    measurement: measurementOf("measure" in assessed ? assessed.measure : null, judgement),
  };
}

export const measurementOf = (
  measure: string | null,
  { measurementId }: Pick<Judgement, "measurementId">,
): ProgressNode["measurement"] => {
  if (measure === null) return null;
  return () => {
    const id = measurementId(measure);
    return id === null ? null : { id };
  };
};

export const NOTHING_MEASURED = {
  measure: null,
  title: null,
  unit: null,
  bound: null,
  target: null,
  actual: null,
  gap: null,
  points: null,
  cap: null,
  floor: null,
  weighted: null,
  isBeaten: false,
  market: null,
  subject: null,
  otherScores: [],
  since: null,
} satisfies Partial<ProgressNode>;

function detailsOf(assessed: AssessedRequirement, program: Program): Partial<ProgressNode> {
  switch (assessed.kind) {
    case "threshold":
      return { measure: assessed.measure, ...barOf(assessed, program) };
    case "score":
      return {
        cap: decimalOrNull(assessed.cap),
        subject: assessed.score,
        otherScores: (assessed.others ?? []).map(totalShown),
        ...barOf(assessed, program),
      };
    case "term":
      return {
        measure: assessed.measure,
        title: assessed.title,
        unit: assessed.unit,
        actual: decimalOrNull(assessed.actual),
        points: decimalOrNull(assessed.points),
        cap: decimalOrNull(assessed.cap),
        floor: decimalOrNull(assessed.floor),
        subject: assessed.score?.score ?? null,
        otherScores: (assessed.score?.others ?? []).map(totalShown),
        weighted: decimalOrNull(assessed.weighted?.value ?? null),
        isBeaten: assessed.isBeaten ?? false,
      };
    case "tenure":
      return {
        // Decisions of the first formats knew no other.
        bound: assessed.bound ?? "at-least",
        target: String(assessed.months),
        subject: assessed.tier,
        since: assessed.since,
      };
    case "approval":
      return { title: assessed.title, subject: assessed.approval };
    case "withheld":
      return { title: assessed.title };
    default:
      return {};
  }
}

const totalShown = ({ score, title, total }: AssessedTotal): TotalNode => ({
  title,
  name: score,
  total: decimalOf(parseExact(total) ?? ZERO),
});

function barOf(
  measured: Extract<AssessedRequirement, { kind: "threshold" | "score" }>,
  program: Program,
): Partial<ProgressNode> {
  const bar = { bound: measured.bound, target: parseExact(measured.target) ?? ZERO };
  const shown = shownBar(bar, unitDigits(measured.unit, program.currency));
  return {
    title: measured.title,
    unit: measured.unit,
    bound: shown.bound,
    target: decimalOf(shown.target),
    actual: decimalOrNull(measured.actual),
    gap: decimalOrNull(measured.gap),
    market: measured.market?.name ?? null,
  };
}

/**
 * What is measured at the leaves (bounds, scores with their terms apart, tenures, approvals), in the document's order: what
 * asks the partner, and of several bounds on one measure that hold together the strictest.
 */
export function thresholdsOf(assessed: AssessedRequirement, judgement: Judgement): Thresholds {
  const asked = leavesOf(assessed).filter(({ isAsked }) => isAsked);
  const together = conjunctsOf(assessed);
  const isImplied = (node: AssessedRequirement) => {
    const at = together.indexOf(node);
    return at !== -1 && together.some((other, k) => other !== node && impliedBy(node, other, k < at));
  };
  const implied = asked.filter(isImplied);
  const strictest = asked.filter((node) => !isImplied(node));
  const shown = (node: AssessedRequirement) => progressOf(node, judgement);
  return { thresholds: strictest.map(shown), impliedThresholds: implied.map(shown) };
}
interface Thresholds {
  readonly thresholds: readonly ProgressNode[];
  /** Met by the one who meets the others. */
  readonly impliedThresholds: readonly ProgressNode[];
}

const leavesOf = (assessed: AssessedRequirement): AssessedRequirement[] =>
  JOINING.has(assessed.kind) ? assessed.children.flatMap(leavesOf) : [assessed];

/** Leaves that are asked together: a bound in a choice stands for itself, however strict another is. */
const conjunctsOf = (assessed: AssessedRequirement): AssessedRequirement[] =>
  assessed.kind === "all" || assessed.kind === "inherited" ? assessed.children.flatMap(conjunctsOf) : [assessed];

const JOINING = new Set<AssessedRequirement["kind"]>(["all", "any", "n-of", "grouped", "inherited"]);
