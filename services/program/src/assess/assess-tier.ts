import type { Program, Requirement, Threshold, Tier } from "../document/program.js";
import { toExactString } from "../exact/rational.js";
import type { MeasureValue } from "../measure/measure-facts.js";
import { assessThreshold } from "./assess-threshold.js";
import { type Assessment, combine } from "./combine-assessments.js";

/** Whether a partner has what a tier asks, and how far each part of it is. Plain data, every number as exact text. */
export interface TierAssessment {
  readonly tier: string;
  readonly isMet: boolean;
  /** Null for the tier that asks nothing. */
  readonly requirement: AssessedRequirement | null;
}

export type AssessedRequirement = AssessedGroup | AssessedThreshold;

interface AssessedCommon {
  /** Address in the document, for example `tiers.gold.requires.all[0]`. */
  readonly path: string;
  readonly isMet: boolean;
  /**
   * False where nothing here is asked of this partner, because of its tracks: it is then met inside an `all`, and left
   * out of an `any` and of an N-of-M, which it can neither fill nor shorten.
   */
  readonly isAsked: boolean;
  /** How many children have to be met; 1 for a threshold. */
  readonly needed: number;
  /** How many children are asked and met; 1 for a threshold that is met. */
  readonly metCount: number;
  /** How far, from `0` to `1`; never `1` unless met, never less for a larger value. */
  readonly fraction: string;
  readonly children: readonly AssessedRequirement[];
}

export interface AssessedGroup extends AssessedCommon {
  readonly kind: "all" | "any" | "n-of";
}

export interface AssessedThreshold extends AssessedCommon {
  readonly kind: "threshold";
  readonly measure: string;
  readonly title: string;
  /** Of `target`, `actual` and `gap`: money in major units, a share as a fraction. */
  readonly unit: "money" | "count" | "percent";
  readonly bound: Threshold["bound"];
  readonly target: string;
  /** Null while a ratio has no value, because there is nothing to divide by; it is then not met. */
  readonly actual: string | null;
  /**
   * What would have to be added to `actual` (or to zero, where there is none) to meet it; `0` where met. For
   * `more-than`, up to the next cent, whole number or hundredth of a percent above the target.
   */
  readonly gap: string;
  readonly why: string | null;
}

/** What is known of a partner beside its measures. */
export interface PlacedPartner {
  readonly tracks: readonly string[];
}

/**
 * Judges one tier's own requirement; the tiers below play no part. `measures` must hold every measure that the tier
 * cites. A tier that asks something, but nothing of this partner's tracks, is not met: nobody gets a tier unasked.
 */
export function assessTier(
  program: Program,
  tier: Tier,
  measures: ReadonlyMap<string, MeasureValue>,
  partner: PlacedPartner,
): TierAssessment {
  if (tier.requires === null) return { tier: tier.name, isMet: true, requirement: null };
  const { node } = assess(tier.requires, { program, measures, partner });
  const requirement = node.isAsked ? node : { ...node, isMet: false, fraction: "0" };
  return { tier: tier.name, isMet: requirement.isMet, requirement };
}

/** What a requirement is judged by. */
export interface Evidence {
  readonly program: Program;
  readonly measures: ReadonlyMap<string, MeasureValue>;
  readonly partner: PlacedPartner;
}

function assess(requirement: Requirement, evidence: Evidence): Assessment {
  if (requirement.kind === "threshold") return assessThreshold(requirement, evidence);
  const children = requirement.of.map((child) => assess(child, evidence));
  const { fraction, ...outcome } = combine(requirement, children);
  const { kind, path } = requirement;
  return {
    fraction,
    node: { kind, path, ...outcome, fraction: toExactString(fraction), children: children.map(({ node }) => node) },
  };
}
