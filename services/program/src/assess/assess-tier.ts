import type { Program } from "../document/program/index.js";
import type { Tier } from "../document/tiers/index.js";
import { compare, ONE, parseExact, type Rational, ZERO } from "../exact/index.js";
import { assessRequirement, groupNode } from "./assess-requirement.js";
import type { AssessedRequirement, Assessment, TierAssessment } from "./assessed.js";
import { combineParts } from "./combine.js";
import type { Evidence } from "./evidence.js";

/** A tier with every tier whose requirement it inherits, itself first. */
export function lineage(program: Program, tier: Tier): Tier[] {
  const below = program.tiers.find(({ name }) => name === tier.inherits);
  return below === undefined ? [tier] : [tier, ...lineage(program, below)];
}

/**
 * Judges what reaching a tier asks of a partner: its own requirement, and those that it inherits. On a cumulative ladder
 * the tiers below are for the caller to ask. A tier that asks something, but nothing of this partner's tracks, is not
 * met: nobody gets a tier unasked.
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
 * Judges whether a partner that holds a tier keeps it: by the tier's own keeping requirement, or by the lower bars of
 * what reaching it asks. What reaches a tier also keeps it.
 */
export function keepsTier(tier: Tier, evidence: Evidence, reached: boolean): boolean {
  if (reached || tier.requires === null) return true;
  if (tier.keeps !== null && "path" in tier.keeps) return assessRequirement(tier.keeps, evidence).node.isMet;
  const keepsAt = keepingShare(tier, evidence.program);
  return assessTier(tier, { ...evidence, keepsAt }).isMet;
}

/** The share of each bound that keeps the tier, for bounds that do not say otherwise. */
export function keepingShare(tier: Tier, program: Program): Rational {
  if (tier.keeps !== null && "value" in tier.keeps) return tier.keeps.value;
  return program.governance?.keepsAt ?? ONE;
}

/** Of two judgements of one tier the one that is met, or further; of equals the first. */
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

/** The tier with those whose requirement is asked as well: those that it inherits, and on a cumulative ladder all below. */
export function requiredTiers(program: Program, tier: Tier): Tier[] {
  const rungs = program.ladder === "cumulative" ? program.tiers.filter(({ rank }) => rank <= tier.rank) : [tier];
  return [...new Set(rungs.flatMap((rung) => lineage(program, rung)))];
}
