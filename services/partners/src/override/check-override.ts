import { isTextOf } from "@tiergraph/kit/values/text";
import type { Program } from "@tiergraph/program/document/program";
import { addMonths, knownCalendarDate } from "@tiergraph/program/exact";
import type { OverrideRow } from "./override.entity.js";
import { MAX_REASON_LENGTH, type OverrideRefusal, overrideRefusals } from "./override.refusals.js";
import { isTierByHand } from "./rulings.js";

export interface RequestOverride {
  readonly partnerId: string;
  readonly kind: OverrideRow["kind"];
  /** Name of the tier or of the approval. */
  readonly subject?: string | null;
  readonly from?: string | null;
  /** The first day on which it no longer holds. */
  readonly until: string;
  readonly reason: string;
}

/** Longer than this is no exception but another rule, which belongs in the program. */
const MAX_MONTHS = 24;

/** What is wrong with a request, or null. A day in the past is for corrections and needs the same second person. */
export function checkOverride(request: RequestOverride, program: Program, today: string): OverrideRefusal | null {
  const { kind, subject, until, reason } = request;
  if (kind === "HOLD" && subject != null) return overrideRefusals.SubjectNotAsked();
  const known = (isTierByHand(kind) ? program.tiers : program.approvals).map(({ name }) => name);
  if (kind !== "HOLD" && (subject == null || !known.includes(subject)))
    return overrideRefusals.SubjectUnknown({ known });
  const from = request.from ?? today;
  if (until <= from) return overrideRefusals.SpanEmpty({ from });
  if (until <= today) return overrideRefusals.SpanIsPast({ today });
  if (until > addMonths(knownCalendarDate(from), MAX_MONTHS)) return overrideRefusals.SpanTooLong();
  if (!isTextOf(reason, MAX_REASON_LENGTH)) return overrideRefusals.ReasonMissing();
  return null;
}
