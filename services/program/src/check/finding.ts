/** Something in a valid document that is wrong, unwise, or worth a thought. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Its address in the document, for example `tiers.gold.requires.all[0]`. */
  readonly path: string;
  /** The finding, in a sentence. */
  readonly message: string;
  /** What to do about it, in a sentence. */
  readonly remedy: string;
}

/** An error prevents publication; a warning needs a second look; advice is optional. */
export const SEVERITIES = ["error", "warning", "advice"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Stable codes that a client may switch on. */
export const FINDING_CODES = [
  "UNUSED_MEASURE",
  "UNUSED_SCORE",
  "UNUSED_RULE",
  "UNUSED_TERM",
  "UNUSED_WEIGHT",
  "UNUSED_BENEFIT",
  "UNUSED_EXPECTATION",
  "UNUSED_APPROVAL",
  "UNUSED_REVIEW",
  "THRESHOLD_FALLS",
  "REQUIREMENT_DROPPED",
  "LEVEL_NOT_TAUGHT",
  "TIER_UNREACHABLE",
  "TIER_NOT_SHOWN_REACHABLE",
  "TIERS_ALIKE",
  "TRACK_TAKES_AWAY",
  "VALUE_DOES_NOT_RISE",
  "BENEFIT_LOST",
  "REWARDS_EXCEED_MARGIN",
  "BENEFITS_EXCEED_COST",
  "NO_MARGIN_CEILING",
  "NO_PROGRAM_CEILING",
  "SELF_DEALING_COUNTS",
  "CONCENTRATION",
  "NO_SAFEGUARDS",
  "FLAPPING_LIKELY",
  "GROUPS_WITHOUT_ATTRIBUTE",
  "COVERAGE_OF_NOTHING",
  "ATTRIBUTE_IMPOSSIBLE",
  "CHANGE_OF_NOTHING",
  "WITHHELD_UNEXPLAINED",
  "WITHHELD_NAMED",
  "RATIONALE_MISSING",
  "NO_EXAMPLE",
  "SANDBOX_NOT_GIVEN",
  "PATH_OUT_OF_ORDER",
  "TIER_WITHOUT_MATURITY",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];
