import type { Course } from "@tiergraph/program/document/enablement";
import type { FactCondition } from "@tiergraph/program/document/facts";
import type { CountMeasure, DistinctMeasure, Measure } from "@tiergraph/program/document/measures";
import { hasCompleted, type PersonState, suits, wayTo } from "./training-state.js";

/** A measure that certifications alone are counted by. */
type TrainedMeasure = CountMeasure | DistinctMeasure;

export const isTrained = (measure: Measure | undefined): measure is TrainedMeasure =>
  measure !== undefined &&
  (measure.kind === "count" || (measure.kind === "distinct" && measure.of === "person")) &&
  measure.source.kinds.length === 1 &&
  measure.source.kinds[0] === "certification";

/** A person, and the courses that it completes, in order. */
interface Assignment {
  readonly personId: string;
  readonly courses: readonly string[];
}
interface ClosedGap {
  /** How much of the gap the assignments close; less than needed where too few people are there. */
  readonly closes: number;
  readonly assignments: readonly Assignment[];
}

/**
 * Which people learn what so that a measure of certifications rises by so much: the people who are nearest, each by the
 * shortest way. Where people are counted, those who count already are left out; where certifications are, each adds
 * one.
 */
export function closeGap(
  measure: TrainedMeasure,
  needed: number,
  { courses, people }: { courses: readonly Course[]; people: readonly PersonState[] },
): ClosedGap {
  const known = new Map(courses.map((course) => [course.name, course]));
  const counted = courses.filter(
    ({ name, role, certifies }) =>
      certifies !== null && isCounted(measure, { course: name, level: certifies.level, role }),
  );
  const asked = measure.kind === "distinct" ? measure.atLeast : 1;
  const candidates = people
    .map((person) => wayOf(person, { counted, known, measure, asked }))
    .filter((way) => way !== null)
    .sort((a, b) => a.effort - b.effort || (a.personId < b.personId ? -1 : 1));
  const assignments = candidates.slice(0, needed).map(({ personId, courses: way }) => ({ personId, courses: way }));
  return { closes: assignments.length, assignments };
}

interface Way extends Assignment {
  /** Courses to complete, less what is done of them. */
  readonly effort: number;
}

/** The shortest way on which a person comes to add one to the measure; null where there is none, or it is counted already. */
function wayOf(
  person: PersonState,
  {
    counted,
    known,
    measure,
    asked,
  }: { counted: readonly Course[]; known: ReadonlyMap<string, Course>; measure: TrainedMeasure; asked: number },
): Way | null {
  const has = person.held.filter((held) => isCounted(measure, held)).length;
  const missing = measure.kind === "distinct" ? asked - has : 1;
  if (missing <= 0) return null;
  const ways = counted
    .filter((course) => suits(course, person) && !person.held.some((held) => held.course === course.name))
    .map(({ name }) => withEffort(person, wayTo(known, person, name)))
    .sort((a, b) => a.effort - b.effort)
    .slice(0, missing);
  if (ways.length < missing) return null;
  const courses = [...new Set(ways.flatMap((way) => way.courses))];
  return { personId: person.personId, ...withEffort(person, courses) };
}

const withEffort = (person: PersonState, courses: readonly string[]) => ({
  courses,
  effort: courses.reduce((sum, course) => sum + effortOf(person, course), 0),
});

/** A course that was completed before, and whose certification has run out, is completed again. */
const effortOf = (person: PersonState, course: string): number =>
  1 - (hasCompleted(person, course) ? 0 : (person.courses.get(course)?.percent ?? 0)) / 100;

/** Whether a measure counts a certification, by what it has: its course, level and role. */
function isCounted(
  { source }: TrainedMeasure,
  certification: { readonly course: string; readonly level: string; readonly role: string | null },
): boolean {
  const values: Readonly<Record<string, string | null>> = { ...certification };
  const holds = ({ attribute, in: allowed }: FactCondition): boolean => {
    const value = Object.hasOwn(values, attribute) ? values[attribute] : null;
    return value != null && allowed.includes(value);
  };
  return source.where.every(holds) && !source.except.some(holds);
}
