import { DecimalScalar } from "@tiergraph/kit/values/scalars";
import { keepingShare, lineage } from "@tiergraph/program/assess";
import { type Program, WITHHELD_TITLE } from "@tiergraph/program/document/program";
import {
  EVERYONE,
  type KeepingBar,
  type Requirement,
  type Score,
  type ScoreTerm,
} from "@tiergraph/program/document/requirements";
import type { Tier } from "@tiergraph/program/document/tiers";
import { decimalOf, multiply, type Rational } from "@tiergraph/program/exact";
import { requirementInWords, scoreTermInWords } from "@tiergraph/program/examples";
import { Field, Int, ObjectType } from "type-graphql";
import { Bound, boundOf, MeasureUnit, RuleKind, ruleKindOf, unitOf } from "./requirement-types.graphql.js";

@ObjectType({ description: "What a tier asks: one bound, a score, or several rules joined." })
export class Rule {
  @Field(() => String, { description: "Its address in the document, stable within the version." })
  path: string;

  @Field(() => RuleKind)
  kind: RuleKind;

  @Field(() => Int, {
    nullable: true,
    description: "Of `N_OF` and `GROUPED`: how many must hold; null where all of a `GROUPED` must.",
  })
  needed: number | null;

  @Field(() => String, { nullable: true, description: "Of a threshold or a term: the measure's name." })
  measure: string | null;

  @Field(() => String, { nullable: true })
  title: string | null;

  @Field(() => MeasureUnit, { nullable: true })
  unit: MeasureUnit | null;

  @Field(() => Bound, { nullable: true })
  bound: Bound | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Money in major units, percent as a fraction of 1; of a score its total, of a tenure its months.",
  })
  target: string | null;

  @Field(() => Boolean, { description: "Whether the target is multiplied by the factor of the partner's market." })
  isScaledByMarket: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "The bound that keeps the tier once it is held, in the unit of the target; null for the tier's own share.",
  })
  keepsAt: string | null;

  @Field(() => String, { description: "What it asks, in words; of what joins rules, how." })
  inWords: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a term: how many points `each` so many give." })
  points: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  each: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a score or a term: the most that it gives." })
  cap: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a term: the least that it must give." })
  floor: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The attribute of a `GROUPED`, the tier of a `TENURE`, the name of an `APPROVAL` or a `SCORE`, of a `TERM` the score whose total it counts.",
  })
  subject: string | null;

  @Field(() => [String], { description: "Only partners on one of these tracks are asked; everyone where empty." })
  tracks: string[];

  @Field(() => [String], { description: "The same by region." })
  regions: string[];

  @Field(() => [String], { description: "The same by country." })
  countries: string[];

  @Field(() => [String], { description: "The same by market." })
  markets: string[];

  @Field(() => String, { nullable: true })
  why: string | null;

  @Field(() => [Rule], {
    description:
      "Of a term its gate, its alternatives, or the terms of the score that it counts; of a `GROUPED` what narrows it and what it asks.",
  })
  rules: Rule[];
}

/** Everything that reaching a tier asks, what it inherits included; null where it asks nothing. */
export function rulesOfTier(program: Program, tier: Tier): Rule | null {
  const asked = lineage(program, tier).flatMap(({ requires }) => (requires === null ? [] : ruleOf(program, requires)));
  if (asked.length < 2) return asked[0] ?? null;
  const blank = blankRule({ path: `tiers.${tier.name}`, audience: EVERYONE, why: null });
  return { ...blank, kind: RuleKind.INHERITED, inWords: "All of these", rules: asked };
}

/** What keeps a tier: a share of what reaching it asks, or a requirement of its own. */
export function keepingOfTier(program: Program, tier: Tier): { keepsAt: string | null; keeps: Rule | null } {
  if (tier.requires === null) return { keepsAt: null, keeps: null };
  if (tier.keeps !== null && "path" in tier.keeps) return { keepsAt: null, keeps: ruleOf(program, tier.keeps) };
  return { keepsAt: decimalOf(keepingShare(tier, program)), keeps: null };
}

function ruleOf(program: Program, requirement: Requirement): Rule {
  const rule = {
    ...blankRule(requirement),
    kind: ruleKindOf(requirement.kind),
    inWords: plainWords(requirementInWords(program, requirement)),
  };
  switch (requirement.kind) {
    case "threshold":
      return {
        ...rule,
        ...measured(program, requirement.measure),
        bound: boundOf(requirement.bound),
        target: decimalOf(requirement.target),
        keepsAt: keepingBarOf(requirement.keepsAt, requirement.target),
        isScaledByMarket: requirement.isScaledByMarket,
      };
    case "score":
      return {
        ...rule,
        title: requirement.score.title,
        subject: requirement.score.name,
        unit: MeasureUnit.POINTS,
        bound: boundOf(requirement.bound),
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
        bound: boundOf(requirement.bound),
        target: String(requirement.months),
      };
    case "approval": {
      const approval = program.approvals.find(({ name }) => name === requirement.approval);
      return { ...rule, subject: requirement.approval, title: approval?.title ?? null };
    }
    case "withheld":
      return { ...rule, title: WITHHELD_TITLE };
    default:
      return {
        ...rule,
        needed: requirement.kind === "n-of" ? requirement.n : null,
        rules: requirement.of.map((part) => ruleOf(program, part)),
      };
  }
}

/** The terms of a score; of the best of several, one rule a score under it. */
function sheets(program: Program, score: Score, rule: Rule): Pick<Rule, "cap" | "rules"> {
  if (score.kind === "sheet")
    return { cap: orNull(score.cap), rules: score.terms.map((term) => termOf(program, term)) };
  const rules = score.of.map((sheet) => ({
    ...rule,
    kind: RuleKind.SCORE,
    title: sheet.title,
    inWords: sheet.title,
    subject: sheet.name,
    ...sheets(program, sheet, rule),
  }));
  return { cap: null, rules };
}

function termOf(program: Program, term: ScoreTerm): Rule {
  const { counted, rules } = countedBy(program, term);
  return {
    ...blankRule(term),
    ...(term.kind === "any" ? {} : { points: decimalOf(term.points), each: decimalOf(term.each) }),
    ...counted,
    kind: RuleKind.TERM,
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
): { readonly counted: Partial<Rule>; readonly rules: readonly Rule[] } {
  switch (term.kind) {
    case "measure":
      return { counted: measured(program, term.measures[0]), rules: [] };
    case "any":
      return { counted: {}, rules: term.of.map((part) => termOf(program, part)) };
    case "score": {
      const { rules } = sheets(program, term.score, blankRule(term));
      return { counted: { subject: term.score.name, unit: MeasureUnit.POINTS }, rules };
    }
  }
}

function blankRule({ path, audience, why }: Pick<Requirement, "path" | "audience" | "why">): Rule {
  return {
    path,
    why,
    kind: RuleKind.ALL,
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

function measured(program: Program, name: string): Pick<Rule, "measure" | "title" | "unit"> {
  const measure = program.measures.find((candidate) => candidate.name === name);
  return { measure: name, title: measure?.title ?? null, unit: measure === undefined ? null : unitOf(measure.unit) };
}

const keepingBarOf = (keepsAt: KeepingBar | null, target: Rational): string | null =>
  keepsAt === null ? null : decimalOf(keepsAt.kind === "bound" ? keepsAt.value : multiply(target, keepsAt.value));

/** Markdown's signs are for documents. */
const plainWords = (markdown: string): string => markdown.replaceAll("**", "").replace(/\\(?=[^\w\s])/g, "");

const orNull = (value: Parameters<typeof decimalOf>[0] | null): string | null =>
  value === null ? null : decimalOf(value);
