import type { Program } from "@tiergraph/program/document/program";
import { addMonths, knownCalendarDate } from "@tiergraph/program/exact";
import type { OverrideRow } from "./override.entity.js";
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

export type OverrideProblem =
  | { readonly kind: "SubjectUnknown"; readonly known: readonly string[] }
  | { readonly kind: "SubjectNotAsked" }
  | { readonly kind: "SpanEmpty"; readonly from: string }
  | { readonly kind: "SpanTooLong" }
  | { readonly kind: "SpanIsPast"; readonly today: string }
  | { readonly kind: "ReasonMissing" };

/** Longer than this is no exception but another rule, which belongs in the program. */
const MAX_MONTHS = 24;
export const MAX_REASON_LENGTH = 2000;

/** What is wrong with a request, or null. A day in the past is for corrections and needs the same second person. */
export function checkOverride(request: RequestOverride, program: Program, today: string): OverrideProblem | null {
  const { kind, subject, until, reason } = request;
  if (kind === "HOLD" && subject != null) return { kind: "SubjectNotAsked" };
  const known = (isTierByHand(kind) ? program.tiers : program.approvals).map(({ name }) => name);
  if (kind !== "HOLD" && (subject == null || !known.includes(subject))) return { kind: "SubjectUnknown", known };
  const from = request.from ?? today;
  if (until <= from) return { kind: "SpanEmpty", from };
  if (until <= today) return { kind: "SpanIsPast", today };
  if (until > addMonths(knownCalendarDate(from), MAX_MONTHS)) return { kind: "SpanTooLong" };
  if (reason.trim() === "" || reason.length > MAX_REASON_LENGTH) return { kind: "ReasonMissing" };
  return null;
}
