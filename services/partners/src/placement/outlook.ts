import type { Program } from "@tiergraph/program/document/program";
import {
  type Judgement,
  type KeptProgress,
  keptProgress,
  type ProgressNode,
  progressOf,
  progressOfKept,
  thresholdsOf,
} from "../requirement/index.js";
import type { DecisionStory } from "./decision-story.js";
import type { OutlookRow } from "./outlook.entity.js";

/**
 * What a decision implies for who looks at a tier: why, for how long, and how far the next one is. It is worked out when
 * the decision is made and kept beside the status: explaining a decision costs more than all else that a partner's home
 * shows.
 */
export interface TierOutlook {
  readonly summary: string;
  readonly isAtRisk: boolean;
  readonly safeUntil: string | null;
  /** Null in the highest tier. */
  readonly next: NextTier | null;
}

export interface NextTier {
  /** Its name. */
  readonly tier: string;
  /** How much of the way is done: 0 to 1. */
  readonly fraction: string;
  /** Each measure that has to rise, and by how much: `certified-people 2`. */
  readonly measureGaps: readonly string[];
  readonly thresholds: readonly ProgressNode[];
  readonly impliedThresholds: readonly ProgressNode[];
}

export function outlookOf({ summary, isAtRisk, safeUntil, next }: DecisionStory, judgement: Judgement): TierOutlook {
  return { summary, isAtRisk, safeUntil, next: next === null ? null : nextTier(next, judgement) };
}

function nextTier({ tier, requirement }: NonNullable<DecisionStory["next"]>, judgement: Judgement): NextTier {
  if (requirement === null) return { tier, fraction: "1", measureGaps: [], thresholds: [], impliedThresholds: [] };
  const measured = thresholdsOf(requirement, judgement);
  const { fraction } = progressOf(requirement, judgement);
  return { tier, fraction, measureGaps: gapsOf(measured.thresholds), ...measured };
}

/** Of each measure that has to rise the largest gap, as a whole number; where one rule asks for it and not the partner, none. */
function gapsOf(thresholds: readonly ProgressNode[]): string[] {
  const gaps = new Map<string, number>();
  for (const { measure, gap, isMet, isAsked, bound, group } of thresholds) {
    const isRise = bound === "at-least" || bound === "more-than";
    if (measure === null || gap === null || isMet || !isAsked || !isRise || group !== null) continue;
    // More than a bound of whole numbers is one more than it.
    const needed = Math.max(Math.ceil(Number(gap)), 1);
    gaps.set(measure, Math.max(gaps.get(measure) ?? 0, needed));
  }
  return [...gaps].map(([measure, needed]) => `${measure} ${needed}`);
}

/** Rises with each change of what is kept; what was kept in another format is worked out from its decision again. */
export const OUTLOOK_FORMAT = 1;

interface KeptOutlook extends Omit<TierOutlook, "next"> {
  readonly next:
    | (Omit<NextTier, "thresholds" | "impliedThresholds"> &
        Readonly<Record<"thresholds" | "impliedThresholds", readonly KeptProgress[]>>)
    | null;
}

export function writeOutlook({ next, ...outlook }: TierOutlook): string {
  const kept: KeptOutlook = {
    ...outlook,
    next: next && {
      ...next,
      thresholds: next.thresholds.map(keptProgress),
      impliedThresholds: next.impliedThresholds.map(keptProgress),
    },
  };
  return JSON.stringify(kept);
}

/** @param text what `writeOutlook` wrote, in `OUTLOOK_FORMAT` */
export function readOutlook(text: string, judgement: Pick<Judgement, "measurementId">): TierOutlook {
  const { next, ...outlook } = JSON.parse(text) as KeptOutlook; // Written above.
  const restored = (kept: KeptProgress) => progressOfKept(kept, judgement);
  return {
    ...outlook,
    next: next && {
      ...next,
      thresholds: next.thresholds.map(restored),
      impliedThresholds: next.impliedThresholds.map(restored),
    },
  };
}

/** Whether a text of `writeOutlook` says that the tier is at risk. In JSON the quotes of any other text are escaped. */
export const isAtRiskIn = (text: string): boolean => text.includes('"isAtRisk":true');

/** What is kept of a decision in both views of its program: as the vendor and as partners read it. */
export function outlookTexts(
  { whole, shown }: { readonly whole: Program; readonly shown: Program },
  storyIn: (program: Program) => DecisionStory,
): Pick<OutlookRow, "body" | "partnerBody" | "isAtRisk" | "progress" | "partnerProgress"> {
  // Ids of measurements are not kept.
  const outlookIn = (program: Program) => outlookOf(storyIn(program), { program, measurementId: String });
  const outlook = outlookIn(whole);
  const partners = shown === whole ? null : outlookIn(shown);
  return {
    body: writeOutlook(outlook),
    partnerBody: partners && writeOutlook(partners),
    isAtRisk: outlook.isAtRisk,
    progress: progressIn(outlook),
    partnerProgress: partners && progressIn(partners),
  };
}

const progressIn = ({ next }: TierOutlook): string => next?.fraction ?? "-1";
