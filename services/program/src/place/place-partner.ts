import { assessTier, type PlacedPartner, type TierAssessment } from "../assess/assess-tier.js";
import type { Program, Tier } from "../document/program.js";
import type { CalendarDate } from "../exact/calendar-date.js";
import { type Rational, toExactString } from "../exact/rational.js";
import type { MeasureValue } from "../measure/measure-facts.js";
import { summarizePlacement } from "./summarize-placement.js";

/**
 * Which tier a partner has on a day, and everything that it was decided from. Plain data, every number as exact text,
 * so that it can be stored, shown, and decided again from its own inputs.
 */
export interface PlacementDecision {
  readonly program: string;
  readonly version: string;
  readonly asOf: CalendarDate;
  readonly tier: string;
  /** As it was called when it was held, even where this version of the program no longer has it. */
  readonly previousTier: string | null;
  readonly outcome: PlacementOutcome;
  readonly inputs: { readonly tracks: readonly string[]; readonly measures: readonly MeasureInput[] };
  /** Every tier of the program, lowest first. */
  readonly tiers: readonly TierAssessment[];
  /** The tier above the decided one; null at the top. */
  readonly next: TierAssessment | null;
  /** The reason in one sentence, for a partner. */
  readonly summary: string;
}

/** `PLACED` where there is no earlier tier to compare with: none held, or one that the program no longer has. */
export type PlacementOutcome = "PLACED" | "PROMOTED" | "DEMOTED" | "KEPT";

export interface MeasureInput {
  readonly measure: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate;
}

export interface PlacePartner {
  readonly program: Program;
  readonly asOf: CalendarDate;
  /** Every measure of the program, as of that day. */
  readonly measures: ReadonlyMap<string, MeasureValue>;
  readonly partner: PlacedPartner;
  readonly current: { readonly tier: string } | null;
}

/**
 * Places a partner in the highest-ranked tier whose own requirement holds, whether or not those below it hold; the
 * lowest tier always does. The same arguments give the same decision, to the byte of `serializeDecision`.
 */
export function placePartner({ program, asOf, measures, partner, current }: PlacePartner): PlacementDecision {
  const tiers = program.tiers.map((tier) => assessTier(program, tier, measures, partner));
  const index = tiers.findLastIndex(({ isMet }) => isMet);
  const [tier, decided, next = null] = [program.tiers[index], tiers[index], tiers[index + 1]];
  if (tier === undefined || decided === undefined) throw new Error(`Program ${program.name} has no tier for everyone`);
  return {
    program: program.name,
    version: program.version,
    asOf,
    tier: tier.name,
    previousTier: current?.tier ?? null,
    outcome: outcomeOf(
      tier,
      program.tiers.find(({ name }) => name === current?.tier),
    ),
    inputs: { tracks: [...partner.tracks].sort(), measures: [...measures.values()].map(inputOf).sort(byMeasure) },
    tiers,
    next,
    summary: summarizePlacement({ program, asOf, decided, next }),
  };
}

/** Canonical JSON: keys in the order of the alphabet, no spaces, so that equal decisions are equal text. */
export function serializeDecision(decision: PlacementDecision): string {
  return JSON.stringify(decision, (_key, value: unknown) => (isPlainObject(value) ? sortedByKey(value) : value));
}

function outcomeOf(tier: Tier, previous: Tier | undefined): PlacementOutcome {
  if (previous === undefined) return "PLACED";
  if (tier.rank === previous.rank) return "KEPT";
  return tier.rank > previous.rank ? "PROMOTED" : "DEMOTED";
}

function inputOf({ measure, value, numerator, denominator, from, to }: MeasureValue): MeasureInput {
  return { measure, value: exact(value), numerator: exact(numerator), denominator: exact(denominator), from, to };
}

function exact(number: Rational | null): string | null {
  return number === null ? null : toExactString(number);
}

// By code unit: a comparison that knows languages would order by the machine's.
function byMeasure(a: MeasureInput, b: MeasureInput): number {
  return a.measure < b.measure ? -1 : 1;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortedByKey(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}
