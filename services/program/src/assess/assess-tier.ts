import type { Program } from "../document/program/index.js";
import type { Tier } from "../document/tiers/index.js";
import { compare, ONE, parseExact, type Rational, ZERO } from "../exact/index.js";
import { assessRequirement, groupNode } from "./assess-requirement.js";
import type { AssessedRequirement, Assessment, TierAssessment } from "./assessed.js";
import { combineParts } from "./combine.js";
import type { Evidence } from "./evidence.js";

/** The tier, followed by every tier whose requirement it inherits. */
export function lineage(program: Program, tier: Tier): Tier[] {
  const below = program.tiers.find(({ name }) => name === tier.inherits);
  return below === undefined ? [tier] : [tier, ...lineage(program, below)];
}

/**
 * Assesses the tier's own requirement and those that it inherits. The caller asks the tiers below on a cumulative
 * ladder. A tier none of whose requirements apply to the partner's tracks is not met.
 */
export function assessTier(tier: Tier, evidence: Evidence): TierAssessment {
  const parts = lineage(evidence.program, tier).flatMap(({ requires }) =>
    requires === null ? [] : assessRequirement(requires, evidence),
  );
  const assessed = parts.length > 1 ? inherited(tier, parts) : parts[0];
  if (assessed === undefined) return { tier: tier.name, isMet: true, requirement: null };
  const requirement = unmetUnlessAsked(assessed.node);
  return { tier: tier.name, isMet: requirement.isMet, requirement };
}

/**
 * Whether a partner that holds the tier keeps it: by the tier's own keeping requirement, or by the lower bars. A tier
 * that is reached is also kept.
 */
export function keepsTier(tier: Tier, evidence: Evidence, reached: boolean): boolean {
  if (reached || tier.requires === null) return true;
  if (tier.keeps !== null && "path" in tier.keeps) return assessRequirement(tier.keeps, evidence).node.isMet;
  const keepsAt = keepingShare(tier, evidence.program);
  return assessTier(tier, { ...evidence, keepsAt }).isMet;
}

/** The default share of each bound that keeps the tier. */
export function keepingShare(tier: Tier, program: Program): Rational {
  if (tier.keeps !== null && "value" in tier.keeps) return tier.keeps.value;
  return program.governance?.keepsAt ?? ONE;
}

/** The better of two assessments of one tier: met before unmet, then the larger fraction, then the first. */
export function betterOf(a: TierAssessment, b: TierAssessment): TierAssessment {
  if (a.isMet !== b.isMet) return a.isMet ? a : b;
  const far = ({ requirement }: TierAssessment) => parseExact(requirement?.fraction ?? "1") ?? ZERO;
  return compare(far(b), far(a)) > 0 ? b : a;
}

function inherited(tier: Tier, parts: readonly Assessment[]): Assessment {
  const { fraction, ...outcome } = combineParts("all", parts);
  const node = { kind: "inherited" as const, path: `tiers.${tier.name}`, why: null, group: null, ...outcome };
  return groupNode(node, fraction, parts);
}

function unmetUnlessAsked(node: AssessedRequirement): AssessedRequirement {
  return node.isAsked ? node : { ...node, isMet: false, fraction: "0" };
}

/** The tiers whose requirements apply: this one, those that it inherits from, and on a cumulative ladder all below. */
export function requiredTiers(program: Program, tier: Tier): Tier[] {
  const rungs = program.ladder === "cumulative" ? program.tiers.filter(({ rank }) => rank <= tier.rank) : [tier];
  return [...new Set(rungs.flatMap((rung) => lineage(program, rung)))];
}
