import { NO_SAFEGUARDS } from "../document/governance/index.js";
import { everyRequirement, type Program, tierAt } from "../document/program/index.js";
import type { CalendarDate } from "../exact/index.js";
import type { DecisionInputs, DecisionRecord, Hold, Override, PlacementOutcome } from "./decision.js";
import { type Governed, govern, type Merits } from "./govern.js";
import type { GovernanceState } from "./governance-state.js";
import { inputsOf } from "./inputs.js";
import { type Judged, type JudgePartner, judge, traceOf } from "./judge.js";
import { shownTier } from "./manual-tier.js";
import { firstReviewedOn, firstReviewsOfTiers } from "./reviews.js";

export interface PlacePartner extends JudgePartner {
  /** An override that holds on the day. */
  readonly override: Override | null;
  readonly hold: Hold | null;
}

/**
 * Places a partner on a day: up to the highest tier that it has reached, or down from what it has not kept, within the
 * program's safeguards. Equal arguments give equal records, to the byte of `serializeRecord`.
 */
export function placePartner(placement: PlacePartner): DecisionRecord {
  const judged = judge(placement);
  const measures = inputsOf(placement.measures.values());
  const trace = judged.tiers.map(({ requirement }) => traceOf(requirement));
  return decide(placement, { measures, trace, reached: judged.reached, kept: judged.kept, metOn: judged.metOn });
}

/** The assessed part of a decision: the measures and what they led to. */
export interface Judgement extends Merits, Pick<Judged, "metOn">, Pick<DecisionRecord, "trace"> {
  /** Sorted by name. */
  readonly measures: DecisionInputs["measures"];
}

/**
 * Makes the decision from the assessment. The keys of every object are written in alphabetical order, so that plain
 * JSON of it is canonical.
 */
export function decide(placement: Omit<PlacePartner, "measures">, judgement: Judgement): DecisionRecord {
  const { program, asOf, before, partner, hold, override } = placement;
  const held = before === null ? -1 : program.tiers.findIndex(({ name }) => name === before.tier);
  const joinedOn = partner.joinedOn ?? null;
  const governed =
    before === null || held === -1
      ? firstPlacement(program, judgement, asOf)
      : govern(judgement, { program, asOf, before, held, joinedOn, heldUntil: hold?.until ?? null });
  const tier = tierAt(program, governed.index);
  const {
    tier: placed,
    byHand,
    grace,
  } = shownTier(governed.index, { program, asOf, merits: judgement, before, override });
  const isOverridden = placed !== before?.placed && (placed !== tier || before?.placed !== before?.tier);
  const effectiveOn = isOverridden ? asOf : governed.effectiveOn;
  const outcome = outcomeOf(program, placed, before?.placed ?? null);
  return {
    after: {
      ...(byHand === null ? {} : { byHand }),
      demotedOn: governed.demotedOn,
      ...firstHeld(program, { placed, effectiveOn, before }),
      heldSince: heldSince(program, { placed, effectiveOn, before }),
      metOn: judgement.metOn,
      missedSince: governed.missedSince,
      placed,
      placedSince: outcome === "KEPT" && before !== null ? before.placedSince : effectiveOn,
      reviewedDownOn: governed.reviewedDownOn,
      ...(governed.reviewedTiers === undefined ? {} : { reviewedTiers: governed.reviewedTiers }),
      reviewedUpOn: governed.reviewedUpOn,
      since: tier === before?.tier && held !== -1 ? before.since : governed.effectiveOn,
      steps: governed.steps,
      tier,
    },
    asOf,
    before,
    effectiveOn,
    format: 2,
    inputs: {
      approvals: [...placement.approvals].sort(),
      country: partner.country ?? null,
      hold,
      joinedOn,
      measures: judgement.measures,
      override,
      region: partner.region ?? null,
      tracks: [...partner.tracks].sort(),
    },
    kept: marks(judgement.kept),
    outcome,
    program: program.name,
    reached: marks(judgement.reached),
    // Shows only one grace: that of the shown tier.
    safeguards:
      grace === null ? governed.safeguards : [grace, ...governed.safeguards.filter(({ rule }) => rule !== "GRACE")],
    tier: placed,
    trace: judgement.trace,
    version: program.version,
  };
}

/** A partner without a tier starts in the highest one that it has reached, from that day. */
function firstPlacement(program: Program, { reached }: Merits, asOf: CalendarDate): Governed {
  const governance = program.governance ?? NO_SAFEGUARDS;
  const index = reached.lastIndexOf(true);
  if (index === -1) throw new Error(`Program ${program.name} has no tier for everyone`);
  return {
    index,
    effectiveOn: asOf,
    safeguards: [],
    missedSince: null,
    demotedOn: null,
    reviewedUpOn: firstReviewedOn(governance.up, asOf),
    reviewedDownOn: firstReviewedOn(governance.down, asOf),
    ...firstReviewsOfTiers(program, asOf),
    steps: null,
  };
}

function rankOf(program: Program, name: string | null): number | null {
  return program.tiers.find((tier) => tier.name === name)?.rank ?? null;
}

function outcomeOf(program: Program, placed: string, previous: string | null): PlacementOutcome {
  const [rank, previousRank] = [rankOf(program, placed) ?? 0, rankOf(program, previous)];
  if (previousRank === null) return "PLACED";
  if (rank === previousRank) return "KEPT";
  return rank > previousRank ? "PROMOTED" : "DEMOTED";
}

/** A lower tier breaks the time in a tier; otherwise its first day stays. */
function heldSince(
  program: Program,
  { placed, effectiveOn, before }: { placed: string; effectiveOn: CalendarDate; before: GovernanceState | null },
): Readonly<Record<string, CalendarDate>> {
  const rank = rankOf(program, placed) ?? 0;
  const held = program.tiers.filter((tier) => tier.rank <= rank).map(({ name }) => name);
  return Object.fromEntries(held.sort().map((name) => [name, earlier(before, name) ?? effectiveOn]));
}

/**
 * When tiers were first held, for a tenure `at-most`. A break does not restart it. Absent where no program asks for
 * one.
 */
function firstHeld(
  program: Program,
  { placed, effectiveOn, before }: { placed: string; effectiveOn: CalendarDate; before: GovernanceState | null },
): Pick<GovernanceState, "firstHeld"> {
  const known = before?.firstHeld ?? {};
  const rank = rankOf(program, placed) ?? 0;
  const first = limitedTiers(program).flatMap((name): [string, CalendarDate][] => {
    const day = Object.hasOwn(known, name) ? known[name] : earlier(before, name);
    const isHeld = (rankOf(program, name) ?? 0) <= rank;
    return day !== undefined ? [[name, day]] : isHeld ? [[name, effectiveOn]] : [];
  });
  const days = Object.entries({ ...known, ...Object.fromEntries(first) }).sort(([a], [b]) => (a < b ? -1 : 1));
  return days.length === 0 ? {} : { firstHeld: Object.fromEntries(days) };
}

const limited = new WeakMap<Program, readonly string[]>();

/** The tiers in a tenure `at-most`. */
function limitedTiers(program: Program): readonly string[] {
  const known = limited.get(program);
  if (known !== undefined) return known;
  const asked = everyRequirement(program).flatMap((node) =>
    node.kind === "tenure" && node.bound === "at-most" ? [node.tier] : [],
  );
  const tiers = [...new Set(asked)];
  limited.set(program, tiers);
  return tiers;
}

function earlier(before: GovernanceState | null, tier: string): CalendarDate | undefined {
  return before !== null && Object.hasOwn(before.heldSince, tier) ? before.heldSince[tier] : undefined;
}

function marks(met: readonly boolean[]): string {
  return met.map((isMet) => (isMet ? "1" : "0")).join("");
}
