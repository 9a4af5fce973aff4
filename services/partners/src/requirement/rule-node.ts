import { type AssessedRequirement, keepingShare, lineage } from "@tiergraph/program/assess";
import type { MeasureUnit } from "@tiergraph/program/document/measures";
import { type Program, withheldTitle } from "@tiergraph/program/document/program";
import {
  type Bound,
  EVERYONE,
  type KeepingBar,
  type Requirement,
  type Score,
  type ScoreTerm,
} from "@tiergraph/program/document/requirements";
import type { Tier } from "@tiergraph/program/document/tiers";
import { decimalOf, multiply, type Rational } from "@tiergraph/program/exact";
import { requirementInWords, scoreTermInWords } from "@tiergraph/program/examples";

export interface RuleNode {
  readonly path: string;
  readonly kind: AssessedRequirement["kind"];
  readonly needed: number | null;
  readonly measure: string | null;
  readonly title: string | null;
  readonly unit: MeasureUnit | null;
  readonly bound: Bound | null;
  readonly target: string | null;
  readonly isScaledByMarket: boolean;
  readonly keepsAt: string | null;
  readonly inWords: string;
  readonly points: string | null;
  readonly each: string | null;
  readonly cap: string | null;
  readonly floor: string | null;
  readonly subject: string | null;
  readonly tracks: readonly string[];
  readonly regions: readonly string[];
  readonly countries: readonly string[];
  readonly markets: readonly string[];
  readonly why: string | null;
  readonly rules: readonly RuleNode[];
}

/** Everything that reaching a tier asks, what it inherits included; null where it asks nothing. */
export function rulesOfTier(program: Program, tier: Tier): RuleNode | null {
  const asked = lineage(program, tier).flatMap(({ requires }) => (requires === null ? [] : ruleOf(program, requires)));
  if (asked.length < 2) return asked[0] ?? null;
  const blank = blankRule({ path: `tiers.${tier.name}`, audience: EVERYONE, why: null });
  return { ...blank, kind: "inherited", inWords: "All of these", rules: asked };
}

/** What keeps a tier: a share of what reaching it asks, or a requirement of its own. */
export function keepingOfTier(program: Program, tier: Tier): { keepsAt: string | null; keeps: RuleNode | null } {
  if (tier.requires === null) return { keepsAt: null, keeps: null };
  if (tier.keeps !== null && "path" in tier.keeps) return { keepsAt: null, keeps: ruleOf(program, tier.keeps) };
  return { keepsAt: decimalOf(keepingShare(tier, program)), keeps: null };
}

function ruleOf(program: Program, requirement: Requirement): RuleNode {
  const rule = {
    ...blankRule(requirement),
    kind: requirement.kind,
    inWords: plainWords(requirementInWords(program, requirement)),
  };
  switch (requirement.kind) {
    case "threshold":
      return {
        ...rule,
        ...measured(program, requirement.measure),
        bound: requirement.bound,
        target: decimalOf(requirement.target),
        keepsAt: keepingBarOf(requirement.keepsAt, requirement.target),
        isScaledByMarket: requirement.isScaledByMarket,
      };
    case "score":
      return {
        ...rule,
        title: requirement.score.title,
        subject: requirement.score.name,
        unit: "points",
        bound: requirement.bound,
        target: decimalOf(requirement.total),
        keepsAt: keepingBarOf(requirement.keepsAt, requirement.total),
        isScaledByMarket: requirement.isScaledByMarket,
        ...sheets(program, requirement.score, rule),
      };
    case "grouped": {
      const parts = [...(requirement.where === null ? [] : [requirement.where]), requirement.of];
      return {
        ...rule,
        subject: requirement.by,
        needed: requirement.needs === "all" ? null : requirement.needs,
        rules: parts.map((part) => ruleOf(program, part)),
      };
    }
    case "tenure":
      return {
        ...rule,
        subject: requirement.tier,
        bound: requirement.bound,
        target: String(requirement.months),
      };
    case "approval": {
      const approval = program.approvals.find(({ name }) => name === requirement.approval);
      return { ...rule, subject: requirement.approval, title: approval?.title ?? null };
    }
    case "withheld":
      return { ...rule, title: withheldTitle(program) };
    default:
      return {
        ...rule,
        needed: requirement.kind === "n-of" ? requirement.n : null,
        rules: requirement.of.map((part) => ruleOf(program, part)),
      };
  }
}

/** The terms of a score; of the best of several, one rule a score under it. */
function sheets(program: Program, score: Score, rule: RuleNode): Pick<RuleNode, "cap" | "rules"> {
  if (score.kind === "sheet")
    return { cap: orNull(score.cap), rules: score.terms.map((term) => termOf(program, term)) };
  const rules = score.of.map((sheet) => ({
    ...rule,
    kind: "score" as const,
    title: sheet.title,
    inWords: sheet.title,
    subject: sheet.name,
    ...sheets(program, sheet, rule),
  }));
  return { cap: null, rules };
}

function termOf(program: Program, term: ScoreTerm): RuleNode {
  const { counted, rules } = countedBy(program, term);
  return {
    ...blankRule(term),
    ...(term.kind === "any" ? {} : { points: decimalOf(term.points), each: decimalOf(term.each) }),
    ...counted,
    kind: "term",
    inWords: scoreTermInWords(program, term),
    title: term.title,
    cap: orNull(term.cap),
    floor: orNull(term.floor),
    rules: [...(term.gate === null ? [] : [ruleOf(program, term.gate)]), ...rules],
  };
}

/** The measure of a term; or the score whose total it counts, or its alternatives, as rules under it. */
function countedBy(
  program: Program,
  term: ScoreTerm,
): { readonly counted: Partial<RuleNode>; readonly rules: readonly RuleNode[] } {
  switch (term.kind) {
    case "measure":
      return { counted: measured(program, term.measures[0]), rules: [] };
    case "any":
      return { counted: {}, rules: term.of.map((part) => termOf(program, part)) };
    case "score": {
      const { rules } = sheets(program, term.score, blankRule(term));
      return { counted: { subject: term.score.name, unit: "points" }, rules };
    }
  }
}

function blankRule({ path, audience, why }: Pick<Requirement, "path" | "audience" | "why">): RuleNode {
  return {
    path,
    why,
    kind: "all",
    tracks: [...audience.tracks],
    regions: [...audience.regions],
    countries: [...audience.countries],
    markets: [...audience.markets],
    needed: null,
    measure: null,
    title: null,
    unit: null,
    bound: null,
    target: null,
    isScaledByMarket: false,
    keepsAt: null,
    inWords: "",
    points: null,
    each: null,
    cap: null,
    floor: null,
    subject: null,
    rules: [],
  };
}

function measured(program: Program, name: string): Pick<RuleNode, "measure" | "title" | "unit"> {
  const measure = program.measures.find((candidate) => candidate.name === name);
  return { measure: name, title: measure?.title ?? null, unit: measure === undefined ? null : measure.unit };
}

const keepingBarOf = (keepsAt: KeepingBar | null, target: Rational): string | null =>
  keepsAt === null ? null : decimalOf(keepsAt.kind === "bound" ? keepsAt.value : multiply(target, keepsAt.value));

/** Markdown's signs are for documents. */
const plainWords = (markdown: string): string => markdown.replaceAll("**", "").replace(/\\(?=[^\w\s])/g, "");

const orNull = (value: Parameters<typeof decimalOf>[0] | null): string | null =>
  value === null ? null : decimalOf(value);
