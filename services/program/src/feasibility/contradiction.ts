import {
  barFor,
  type Evidence,
  type Interval,
  isAsked,
  isEmptyInterval,
  possibleValues,
  reaching,
  type Subject,
  shared,
  unitDigits,
} from "../assess/index.js";
import type { Measure } from "../document/measures/index.js";
import { measureNamed, type Program } from "../document/program/index.js";
import {
  type GroupedRequirement,
  type Requirement,
  type RequirementGroup,
  type ScoreRequirement,
  sheetsOf,
  type TenureRequirement,
} from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import { compare, toExactString, ZERO } from "../exact/index.js";
import { boundInWords, inUnit, plural, points, titleOf } from "../words/index.js";
import { mostPoints } from "./most-points.js";

/** Why no partner of a kind can meet a requirement. */
export interface Contradiction {
  readonly path: string;
  /** A clause, for example "Won deals would have to be at least 10, and can only be at most 5". */
  readonly because: string;
}

/** The kind of partner and the tier that a contradiction is sought for. */
export interface ProofContext {
  readonly program: Program;
  readonly subject: Subject;
  readonly tier: Tier;
  /** Names of tiers known to be unreachable. */
  readonly unreachable: ReadonlySet<string>;
}

/**
 * By measure: the values that the other requirements leave possible. A measure that is absent may have any possible
 * value.
 */
type Left = ReadonlyMap<string, Interval>;

/** Whether any part of a requirement applies to the partner. */
export function isAskedAnything(requirement: Requirement, subject: Subject): boolean {
  if (!isAsked(requirement.audience, subject)) return false;
  const isGroup = requirement.kind === "all" || requirement.kind === "any" || requirement.kind === "n-of";
  return !isGroup || requirement.of.some((part) => isAskedAnything(part, subject));
}

/**
 * Proves that requirements cannot be met together. Null proves nothing: it looks at numbers only, and takes measures as
 * independent.
 */
export function contradictionIn(requirements: readonly Requirement[], context: ProofContext): Contradiction | null {
  return together(requirements, context, new Map());
}

function together(requirements: readonly Requirement[], context: ProofContext, before: Left): Contradiction | null {
  const parts = requirements.flatMap((requirement) => conjunctsFor(requirement, context.subject));
  const left = new Map(before);
  for (const part of parts) {
    if (part.kind !== "threshold") continue;
    const measure = measureNamed(context.program, part.measure);
    const known = left.get(measure.name) ?? possibleValues(measure);
    const bar = barFor(part, { subject: context.subject, keepsAt: null } as Evidence); // A bar asks no more than these.
    const both = shared(known, reaching(bar.bound, bar.target, unitDigits(measure.unit, context.program.currency)));
    if (isEmptyInterval(both)) {
      const wanted = boundInWords(bar.bound, inUnit(toExactString(bar.target), measure.unit, context.program));
      const because = `${measure.title} would have to be ${wanted}, and can only be ${inWords(known, measure, context.program)}`;
      return { path: part.path, because };
    }
    left.set(measure.name, both);
  }
  return firstOf(parts, (part) => cannotBeMet(part, context, left));
}

function conjunctsFor(requirement: Requirement, subject: Subject): Requirement[] {
  if (!isAskedAnything(requirement, subject)) return [];
  return requirement.kind === "all" ? requirement.of.flatMap((part) => conjunctsFor(part, subject)) : [requirement];
}

function cannotBeMet(requirement: Requirement, context: ProofContext, left: Left): Contradiction | null {
  switch (requirement.kind) {
    case "any":
    case "n-of":
      return tooFew(requirement, context, left);
    case "score":
      return tooFewPoints(requirement, context, left);
    case "grouped":
      return noGroups(requirement, context);
    case "tenure":
      if (requirement.bound === "at-most") return null;
      return neverHeld(requirement, context);
    default:
      return null;
  }
}

function tooFew(requirement: RequirementGroup, context: ProofContext, left: Left): Contradiction | null {
  const needed = requirement.kind === "n-of" ? requirement.n : 1;
  const asked = requirement.of.filter((part) => isAskedAnything(part, context.subject));
  const against = asked.map((part) => together([part], context, left));
  const open = against.filter((contradiction) => contradiction === null).length;
  if (open >= needed) return null;
  const first = against.find((contradiction) => contradiction !== null);
  const reason = first == null ? "" : `: ${first.because}`;
  const because = `${needed} of ${requirement.of.length} parts are needed, and only ${open} can be met${reason}`;
  return { path: requirement.path, because };
}

function tooFewPoints(requirement: ScoreRequirement, context: ProofContext, left: Left): Contradiction | null {
  const { program, subject } = context;
  const bar = barFor({ ...requirement, target: requirement.total }, { subject, keepsAt: null } as Evidence); // As above.
  const against = sheetsOf(requirement.score).map((sheet): Contradiction | null => {
    const most = mostPoints(sheet, {
      isAsked: ({ audience }) => isAsked(audience, subject),
      isClosed: (gate) => together([gate], context, left) !== null,
      valuesOf: (name) => left.get(name) ?? possibleValues(measureNamed(program, name)),
      isNeverNegative: (name) => {
        const { from } = possibleValues(measureNamed(program, name));
        return from !== null && compare(from.value, ZERO) >= 0;
      },
    });
    if (most.lowFloor !== null) {
      const { title, floor, points: reached } = most.lowFloor;
      const because = `${title} gives at most ${points(toExactString(reached))}, and ${points(toExactString(floor))} is its floor`;
      return { path: most.lowFloor.path, because };
    }
    if (most.total === null) return null;
    const difference = compare(most.total, bar.target);
    if (difference > 0 || (difference === 0 && bar.bound === "at-least")) return null;
    const asked = boundInWords(bar.bound, points(toExactString(bar.target)));
    const because = `${sheet.title} gives at most ${points(toExactString(most.total))}, and ${asked} are asked`;
    return { path: requirement.path, because };
  });
  return against.every((contradiction) => contradiction !== null) ? (against[0] ?? null) : null;
}

/** Each group is assessed alone: limits on the whole do not apply to a group. */
function noGroups(requirement: GroupedRequirement, context: ProofContext): Contradiction | null {
  // Coverage without groups is met.
  if (requirement.needs === "all" || requirement.needs === 0) return null;
  const parts = requirement.where === null ? [requirement.of] : [requirement.where, requirement.of];
  return together(parts, context, new Map());
}

function neverHeld(requirement: TenureRequirement, { program, tier, unreachable }: ProofContext): Contradiction | null {
  const rank = program.tiers.find(({ name }) => name === requirement.tier)?.rank ?? 0;
  const enough = program.tiers.filter((candidate) => candidate.rank >= rank && !unreachable.has(candidate.name));
  const first = enough.filter(
    ({ name, rank: own }) => name !== tier.name && (program.ladder === "highest-own" || own < tier.rank),
  );
  if (first.length > 0) return null;
  const held = titleOf(program, requirement.tier);
  const because = `${held} would have to be held for ${plural(requirement.months, "month")} before, and nobody can hold it by then`;
  return { path: requirement.path, because };
}

function inWords({ from, to }: Interval, measure: Measure, program: Program): string {
  const number = (end: NonNullable<Interval["from"]>) => inUnit(toExactString(end.value), measure.unit, program);
  const ends = [
    from === null ? [] : [boundInWords(from.isIncluded ? "at-least" : "more-than", number(from))],
    to === null ? [] : [boundInWords(to.isIncluded ? "at-most" : "less-than", number(to))],
  ];
  return ends.flat().join(" and ");
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => Contradiction | null): Contradiction | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
