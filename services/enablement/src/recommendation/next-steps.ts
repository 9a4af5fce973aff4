import { type Course, isForTracks, type LearningPath, type Maturity } from "@tiergraph/program/document/enablement";
import { addDays, type CalendarDate, knownCalendarDate } from "@tiergraph/program/exact";
import { hasCompleted, type PersonState, suits, wayTo } from "./training-state.js";

type StepKind = "RENEW" | "CONTINUE" | "START";
interface NextStep {
  readonly kind: StepKind;
  readonly course: string;
  /** In words, for the person. */
  readonly because: string;
}

export interface Recommending {
  readonly courses: readonly Course[];
  readonly paths: readonly LearningPath[];
  readonly maturities: readonly Maturity[];
  readonly partner: { readonly tier: string | null; readonly tracks: readonly string[] };
  readonly today: CalendarDate;
}

/** Days before an expiry in which renewing is next, where the course says nothing of renewal. */
const SOON = 60;

/**
 * What a person learns next: first what runs out, the soonest first; then what is begun, the farthest first; then the
 * paths that are for its role, its partner's maturity and tracks, in the program's order, each by what comes before it.
 */
export function nextSteps(person: PersonState, given: Recommending, most: number): NextStep[] {
  const known = new Map(given.courses.map((course) => [course.name, course]));
  const steps = [...renewals(person, known, given.today), ...begun(person, known), ...fromPaths(person, known, given)];
  const seen = new Set<string>();
  return steps.filter(({ course }) => !seen.has(course) && seen.add(course)).slice(0, most);
}

function renewals(person: PersonState, known: ReadonlyMap<string, Course>, today: CalendarDate): NextStep[] {
  // Of each course, what lasts longest: what a renewal outlasts need not be renewed.
  const last = new Map<string, string | null>();
  for (const { course, expiresOn } of person.held) {
    const before = last.get(course);
    if (before === undefined || expiresOn === null || (before !== null && expiresOn > before))
      last.set(course, expiresOn);
  }
  return [...last]
    .flatMap(([course, expiresOn]) => {
      const days = known.get(course)?.certifies?.renewalDays ?? SOON;
      const isNext = known.has(course) && expiresOn !== null && addDays(knownCalendarDate(expiresOn), -days) <= today;
      return isNext ? [{ course, expiresOn }] : [];
    })
    .sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1))
    .map(({ course, expiresOn }) => ({ kind: "RENEW", course, because: `What it gave expires on ${expiresOn}.` }));
}

function begun(person: PersonState, known: ReadonlyMap<string, Course>): NextStep[] {
  return [...person.courses]
    .filter(([course, { isCompleted }]) => !isCompleted && known.has(course))
    .sort(([, a], [, b]) => b.percent - a.percent)
    .map(([course, { percent }]) => ({
      kind: "CONTINUE",
      course,
      because: percent === 0 ? "The person is enrolled." : `${percent}% of it are done.`,
    }));
}

function fromPaths(
  person: PersonState,
  known: ReadonlyMap<string, Course>,
  { paths, maturities, partner }: Recommending,
): NextStep[] {
  const maturity = maturities.find(({ tiers }) => partner.tier !== null && tiers.includes(partner.tier))?.name;
  const fitting = paths.filter(
    (path) =>
      suits(path, person) &&
      (path.maturities.length === 0 || (maturity !== undefined && path.maturities.includes(maturity))) &&
      isForTracks(path.tracks, partner.tracks),
  );
  return fitting.flatMap(({ title, courses }) =>
    courses
      .filter((course) => !hasCompleted(person, course))
      .flatMap((course) => wayTo(known, person, course))
      .map((course) => ({ kind: "START", course, because: `It is part of ${title}.` })),
  );
}
