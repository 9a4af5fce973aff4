import { type Program, shownToPartners } from "@tiergraph/program/document/program";
import type { DecisionRow } from "./decision.entity.js";
import { storyOf } from "./decision-story.js";
import type { OutlookRow } from "./outlook.entity.js";
import { OUTLOOK_FORMAT, outlookTexts } from "./outlook.js";

/** A decision with the whole program of its version. */
export interface Decided {
  readonly decision: DecisionRow;
  readonly program: Program;
}

/** What is kept of a decision; nothing where it cannot be explained: that is for who reads it, and stops no placement. */
export function outlookRows({ decision, program: whole }: Decided): OutlookRow[] {
  const { partnerId, decisionId, sequence } = decision;
  const views = { whole, shown: shownToPartners(whole) };
  try {
    const texts = outlookTexts(views, (program) => storyOf(decision, { program, whole, quotesPeople: true }));
    return [{ partnerId, decisionId, sequence, format: OUTLOOK_FORMAT, ...texts }];
  } catch {
    return [];
  }
}
