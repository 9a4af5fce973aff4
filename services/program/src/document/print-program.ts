import { stringify } from "yaml";
import type { Closing } from "./closing.js";
import type { DeclaredAttribute, DeclaredFactKind } from "./fact-shape.js";
import { printEnablement } from "./print-enablement.js";
import { printCadence, printGovernance } from "./print-governance.js";
import { printMeasure } from "./print-measure.js";
import { byName, type Plain, printNumber, printPercent, withoutEmpty } from "./print-plain.js";
import { printRequirement, printScore, printTerm, type Units } from "./print-requirement.js";
import { printBenefit, printRewards } from "./print-rewards.js";
import { printWindow } from "./print-window.js";
import type { Checks, Expectation, Market, Program, ReviewForm, Tier, Track } from "./program.js";
import { printWeights } from "./weights.js";

/**
 * Writes a program as canonical YAML: every title in words, every default written out, no choice left to the author.
 * Parsing it gives the same program again.
 */
export function printProgram(program: Program): string {
  const units: Units = new Map(program.measures.map(({ name, unit }) => [name, unit]));
  const document = withoutEmpty({
    ...printHead(program),
    ...printDeclarations(program, units),
    measures: byName(program.measures, printMeasure),
    weights: byName(program.weights, printWeights),
    terms: byName(program.terms, ({ term }) => printTerm(term, units)),
    scores: new Map(program.scores.map((score) => [score.name, printScore(score, units)])),
    rules: byName(program.rules, ({ requires }) => printRequirement(requires, units)),
    benefits: byName(program.benefits, printBenefit),
    expectations: byName(program.expectations, printExpectation),
    tiers: byName(program.tiers, (tier) => printTier(tier, units)),
    governance: program.governance && printGovernance(program.governance),
    closing: program.closing && printClosing(program.closing),
    ...printRewards(program),
    ...printEnablement(program),
    checks: printChecks(program.checks),
  });
  // Lines are not folded: a changed word then changes one line of a comparison.
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

function printHead(program: Program): Plain {
  return {
    program: program.name,
    version: program.version,
    why: program.why,
    source: program.source,
    currency: program.currency,
    "fiscal-year-starts-in": program.calendar.fiscalYearStartsIn,
    ladder: program.ladder,
    "tracks-join": program.tracksJoin,
    changes: program.changes.map(({ at, because }) => ({ at, because })),
  };
}

function printDeclarations(program: Program, units: Units): Plain {
  return {
    tracks: byName(program.tracks, (track) => printTrack(track, units)),
    markets: byName(program.markets, printMarket),
    facts: byName(program.factKinds, printFactKind),
    approvals: byName(program.approvals, ({ title, why }) => ({ title, why })),
    reviews: byName(program.reviews, printReview),
  };
}

function printTrack({ title, description, classified }: Track, units: Units): Plain {
  const isRule = classified !== null && classified !== "otherwise";
  return withoutEmpty({ title, description, classified: isRule ? printRequirement(classified, units) : classified });
}

function printMarket({ title, factor, regions, countries, why }: Market): Plain {
  return withoutEmpty({ title, factor: printPercent(factor), regions, countries, why });
}

function printFactKind({ title, needs, attributes }: DeclaredFactKind): Plain {
  const printed = attributes && byName(attributes, printAttribute);
  // A kind that lists no attribute takes none, which differs from saying nothing of them.
  return { ...withoutEmpty({ title, needs }), ...(printed === null ? {} : { attributes: printed }) };
}

function printAttribute({ type, oneOf, isRequired }: DeclaredAttribute): Plain {
  return withoutEmpty({ type, "one-of": oneOf, required: isRequired });
}

function printClosing({ period, afterDays, late, since }: Closing): Plain {
  return withoutEmpty({ period, after: `${afterDays} days`, late, since });
}

function printReview({ title, every, questions }: ReviewForm): Plain {
  return { title, every, questions: byName(questions, ({ ask, best, weight }) => ({ ask, best, weight })) };
}

function printTier(tier: Tier, units: Units): Plain {
  return withoutEmpty({
    title: tier.title,
    rank: tier.rank,
    why: tier.why,
    requires: tier.requires && printRequirement(tier.requires, units),
    inherits: tier.inherits,
    ...printKeeps(tier.keeps, units),
    "met-on-any-day-in": tier.metOnAnyDayIn && printWindow(tier.metOnAnyDayIn),
    up: tier.up && printCadence(tier.up),
    down: tier.down && printCadence(tier.down),
    benefits: new Map(tier.benefits.map(({ benefit, quantity }) => [benefit, quantity === null ? {} : { quantity }])),
    expects: tier.expects,
  });
}

function printExpectation({ title, description, why, every, of }: Expectation): Plain {
  return withoutEmpty({ title, description, why, every, of });
}

function printKeeps(keeps: Tier["keeps"], units: Units): Plain {
  if (keeps === null) return {};
  return "value" in keeps ? { "keeps-at": printPercent(keeps.value) } : { keeps: printRequirement(keeps, units) };
}

function printChecks({ valueRisesBy, marginCeiling, costCeiling }: Checks): Plain | null {
  if (valueRisesBy === null && marginCeiling === null && costCeiling === null) return null;
  return withoutEmpty({
    "value-rises-by": valueRisesBy && printPercent(valueRisesBy),
    "margin-ceiling": marginCeiling && printPercent(marginCeiling),
    "cost-ceiling": costCeiling && printNumber(costCeiling),
  });
}
