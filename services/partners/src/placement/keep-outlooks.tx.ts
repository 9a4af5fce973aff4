import type { Queryable } from "@tiergraph/kit/database/database";
import { type Program, shownToPartners } from "@tiergraph/program/document/program";
import type { DecisionRow } from "./decision.entity.js";
import { storyOf } from "./decision-story.js";
import { OUTLOOK_FORMAT, outlookTexts } from "./outlook.js";
import { putOutlooks } from "./outlook.store.js";

/** Keeps what decisions imply, each by the whole program of its version. */
export async function keepOutlooks(
  tx: Queryable,
  decided: readonly { readonly decision: DecisionRow; readonly program: Program }[],
): Promise<void> {
  if (decided.length > 0) await putOutlooks(tx, decided.map(outlookRow));
}

function outlookRow({ decision, program: whole }: { readonly decision: DecisionRow; readonly program: Program }) {
  const { partnerId, decisionId, sequence } = decision;
  const views = { whole, shown: shownToPartners(whole) };
  const texts = outlookTexts(views, (program) => storyOf(decision, { program, whole }));
  return { partnerId, decisionId, sequence, format: OUTLOOK_FORMAT, ...texts };
}
