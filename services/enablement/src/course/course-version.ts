import { addDays, type CalendarDate, isBefore, knownCalendarDate } from "@tiergraph/program/exact";
import type { CourseVersion } from "./course-version.entity.js";

/** The version that was taught on a day; before the first that is known, that one. */
export function versionOn(versions: readonly CourseVersion[], day: CalendarDate): number {
  const inOrder = [...versions].sort((a, b) => a.version - b.version);
  return (inOrder.findLast(({ fromOn }) => fromOn <= day) ?? inOrder[0])?.version ?? 1;
}

/** The first day on which the version that is taught now was; null where nothing else was ever taught. */
export function taughtSince(versions: readonly CourseVersion[]): string | null {
  const inOrder = [...versions].sort((a, b) => a.version - b.version);
  return inOrder.length > 1 ? (inOrder.at(-1)?.fromOn ?? null) : null;
}

/** The first day on which what was earned for a version no longer holds, for later versions' sake; null where it goes on. */
export function outdatedOn(versions: readonly CourseVersion[], version: number): CalendarDate | null {
  const days = versions.flatMap(({ version: later, fromOn, recertifyDays }) =>
    later > version && recertifyDays !== null ? [addDays(knownCalendarDate(fromOn), recertifyDays)] : [],
  );
  return days.sort((a, b) => (isBefore(a, b) ? -1 : 1))[0] ?? null;
}
