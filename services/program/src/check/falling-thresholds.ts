import type { Program } from "../document/program/index.js";
import {
  type Bound,
  citedMeasures,
  isForEveryone,
  type Requirement,
  type RequirementGroup,
  type ScoreRequirement,
  sheetsOf,
  type Threshold,
} from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import { compare, type Rational, toExactString } from "../exact/index.js";
import { boundInWords, inUnit, points } from "../words/index.js";
import type { Finding } from "./finding.js";

/**
 * Finds bounds that ask less in a higher tier than in a lower one, of the same partners and in the same kind of place.
 * An option of a choice is compared only with options of the same measures: it may ask less of one and more of another.
 */
export function findFallingThresholds(program: Program): Finding[] {
  const findings: Finding[] = [];
  const lower = new Map<string, { readonly tier: Tier; readonly asked: ComparedBound }>();
  for (const tier of program.tiers) {
    const strictest = new Map<string, ComparedBound>();
    for (const asked of tier.requires === null ? [] : boundsIn(tier.requires, "", program)) {
      const known = strictest.get(asked.about);
      // The strictest bound counts outside choices, the easiest one among options.
      const isBinding = asked.isOption
        ? (one: ComparedBound) => isEasier(asked, one)
        : (one: ComparedBound) => isEasier(one, asked);
      if (known === undefined || isBinding(known)) strictest.set(asked.about, asked);
    }
    for (const [about, asked] of strictest) {
      const before = lower.get(about);
      if (before !== undefined && isEasier(asked, before.asked)) findings.push(fallsBelow(tier, asked, before));
      lower.set(about, { tier, asked });
    }
  }
  return findings;
}

interface ComparedBound {
  readonly about: string;
  /** Whether it is an option of a choice. */
  readonly isOption: boolean;
  readonly path: string;
  readonly title: string;
  readonly isUpper: boolean;
  readonly target: Rational;
  readonly inWords: string;
}

/** Parts of an `all` are asked outright, so it does not count as a place. */
function boundsIn(requirement: Requirement, place: string, program: Program): ComparedBound[] {
  const here = `${place}/${JSON.stringify(requirement.audience)}`;
  switch (requirement.kind) {
    case "threshold":
      return ofThreshold(requirement, here, program);
    case "score":
      return [ofScore(requirement, here)];
    case "grouped":
      return boundsIn(requirement.of, `${here}/${requirement.needs} by ${requirement.by}`, program);
    case "all":
      return requirement.of.flatMap((part) => boundsIn(part, isForEveryone(requirement) ? place : here, program));
    case "any":
    case "n-of":
      return requirement.of.flatMap((part) =>
        boundsIn(part, `${here}/${choiceOf(requirement)} of ${measuresOf(part)}`, program),
      );
    default:
      return [];
  }
}

/** Identifies an option by the measures that it cites. */
const measuresOf = (option: Requirement): string => [...new Set(citedMeasures(option))].sort().join("+");

/** Marks a place in a choice. */
const OPTION = "option ";
const choiceOf = (group: RequirementGroup): string =>
  `${OPTION}${group.kind === "n-of" ? `${group.n} of ${group.of.length}` : group.kind}`;
const isUpper = (bound: Bound): boolean => bound === "at-most" || bound === "less-than";

function ofThreshold(threshold: Threshold, place: string, program: Program): ComparedBound[] {
  const measure = program.measures.find(({ name }) => name === threshold.measure);
  if (measure === undefined || threshold.bound === "exactly") return [];
  const target = inUnit(toExactString(threshold.target), measure.unit, program);
  return [
    {
      about: `${place} ${threshold.measure} ${isUpper(threshold.bound)} ${threshold.isScaledByMarket}`,
      isOption: place.includes(`/${OPTION}`),
      path: threshold.path,
      title: measure.title,
      isUpper: isUpper(threshold.bound),
      target: threshold.target,
      inWords: boundInWords(threshold.bound, target),
    },
  ];
}

function ofScore({ path, score, bound, total, isScaledByMarket }: ScoreRequirement, place: string): ComparedBound {
  // Scores written in place are the same where their terms are.
  const which =
    score.name ?? JSON.stringify(sheetsOf(score), (key, value) => (key === "path" ? undefined : text(value)));
  return {
    about: `${place} score ${which} ${isScaledByMarket}`,
    isOption: place.includes(`/${OPTION}`),
    path,
    title: score.title,
    isUpper: false,
    target: total,
    inWords: boundInWords(bound, points(toExactString(total))),
  };
}

const text = (value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

function isEasier(one: ComparedBound, other: ComparedBound): boolean {
  const difference = compare(one.target, other.target);
  return one.isUpper ? difference > 0 : difference < 0;
}

function fallsBelow(
  tier: Tier,
  asked: ComparedBound,
  before: { readonly tier: Tier; readonly asked: ComparedBound },
): Finding {
  return {
    code: "THRESHOLD_FALLS",
    severity: "warning",
    path: asked.path,
    message: `${tier.title} asks for ${asked.title} of ${asked.inWords}, while ${before.tier.title} below it asks for ${before.asked.inWords}.`,
    remedy: `Ask at least as much of ${asked.title} in ${tier.title} as in ${before.tier.title}, or say in another measure what ${tier.title} is about.`,
  };
}
