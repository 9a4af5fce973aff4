import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import type { Assessment } from "./assessment.entity.js";

export interface PastAttempt {
  readonly number: number;
  /** Null while it is open. */
  readonly hasPassed: boolean | null;
  /** The day, UTC, on which it ended; null while it is open. */
  readonly finishedOn: string | null;
}

/**
 * The day from which the next attempt may begin; null for at once. After as many failures in a row as the assessment
 * allows, the cool-down runs from the last of them, and as many attempts are there again.
 *
 * @param past all attempts of one person at one assessment, in their order
 */
export function nextAttemptFrom(
  { attempts, coolDownDays }: Pick<Assessment, "attempts" | "coolDownDays">,
  past: readonly PastAttempt[],
): string | null {
  const lastPass = past.findLastIndex(({ hasPassed }) => hasPassed === true);
  const failed = past.slice(lastPass + 1).filter(({ hasPassed }) => hasPassed === false);
  const last = failed.at(-1)?.finishedOn;
  if (failed.length === 0 || failed.length % attempts !== 0 || last == null) return null;
  return addDays(knownCalendarDate(last), coolDownDays);
}
