import type { Course } from "@tiergraph/program/document/enablement";
import type { CourseCount } from "./training.store.js";

interface CourseProgressRow {
  /** Name of the course. */
  readonly course: string;
  readonly enrolled: number;
  readonly completed: number;
  /** Null while nobody is enrolled. */
  readonly averagePercent: number | null;
}

/**
 * How far a partner's people are in every course: those of the program in its order, untouched ones included, then
 * those that it no longer has but people are in, so that the sums are those of the partner.
 */
export function courseProgress(courses: readonly Course[], counts: readonly CourseCount[]): CourseProgressRow[] {
  const countOf = new Map(counts.map((count) => [count.course, count]));
  const offered = courses.map(({ name }) => name);
  const withdrawn = counts.map(({ course }) => course).filter((course) => !offered.includes(course));
  return [...offered, ...withdrawn].map((course) => {
    const { enrolled = 0, completed = 0, averagePercent = null } = countOf.get(course) ?? {};
    return { course, enrolled, completed, averagePercent };
  });
}
