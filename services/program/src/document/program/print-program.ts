import { stringify } from "yaml";
import { printBenefit } from "../benefits/index.js";
import { printEnablement } from "../enablement/index.js";
import { printFactKind } from "../facts/index.js";
import { printGovernance } from "../governance/index.js";
import { printMeasure, printReview } from "../measures/index.js";
import {
  byName,
  type Plain,
  printNumber,
  printPercent,
  stepsOf,
  type Translations,
  withoutEmpty,
} from "../notation/index.js";
import { printClosing } from "../periods/index.js";
import { printRegistrations } from "../registrations/index.js";
import { printMarket, printRequirement, printScore, printTerm, type Units } from "../requirements/index.js";
import { printRewards } from "../rewards/index.js";
import { printExpectation, printTier, printTrack } from "../tiers/index.js";
import { printWeights } from "../weights/index.js";
import type { Checks } from "./checks.js";
import type { Program } from "./program.js";

/** Writes a program as canonical YAML, with all titles and defaults. Parsing it gives the same program. */
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
    registrations: program.registrations && printRegistrations(program.registrations),
    ...printEnablement(program),
    checks: printChecks(program.checks),
  });
  for (const [path, texts] of program.translations) printTranslations(document, { path, texts, of: program.language });
  // Lines are not folded, so that a changed word changes one line.
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

function printChecks({ valueRisesBy, marginCeiling, costCeiling }: Checks): Plain | null {
  if (valueRisesBy === null && marginCeiling === null && costCeiling === null) return null;
  return withoutEmpty({
    "value-rises-by": valueRisesBy && printPercent(valueRisesBy),
    "margin-ceiling": marginCeiling && printPercent(marginCeiling),
    "cost-ceiling": costCeiling && printNumber(costCeiling),
  });
}

/** Puts a text back into its languages, where the document that is printed still has it. */
function printTranslations(
  document: Plain,
  { path, texts, of: language }: { path: string; texts: Translations; of: string },
): void {
  const steps = stepsOf(path);
  const last = steps.pop() ?? "";
  let place: unknown = document;
  for (const step of steps) place = childAt(place, step);
  if (childAt(place, last) !== (texts[language] ?? Object.values(texts)[0])) return;
  if (place instanceof Map) place.set(last, texts);
  else (place as Plain)[last] = texts; // What has a text has it as a field.
}

const childAt = (place: unknown, step: string): unknown =>
  place instanceof Map ? place.get(step) : (place as Plain | undefined)?.[step];
