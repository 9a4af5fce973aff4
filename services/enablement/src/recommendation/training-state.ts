import type { Course, Role } from "@tiergraph/program/document/enablement";

/** What one person has learned, and holds today. */
export interface PersonState {
  readonly personId: string;
  readonly role: Role | null;
  /** By course: percent of the way, and whether it was completed. */
  readonly courses: ReadonlyMap<string, { readonly percent: number; readonly isCompleted: boolean }>;
  readonly held: readonly HeldCertification[];
}
interface HeldCertification {
  readonly course: string;
  readonly level: string;
  readonly role: string | null;
  readonly expiresOn: string | null;
}

export const hasCompleted = ({ courses }: PersonState, course: string): boolean =>
  courses.get(course)?.isCompleted === true;

/** A course is for people of its role; one without a role is for everybody, and a person without a role sees all. */
export const suits = (course: Pick<Course, "role">, { role }: PersonState): boolean =>
  course.role === null || role === null || course.role === role;

/** What a person has yet to complete for a course, in order, the course itself last. */
export function wayTo(courses: ReadonlyMap<string, Course>, person: PersonState, name: string): string[] {
  const way: string[] = [];
  const walk = (course: string) => {
    if (way.includes(course)) return;
    for (const before of courses.get(course)?.requires ?? []) if (!hasCompleted(person, before)) walk(before);
    way.push(course);
  };
  walk(name);
  return way;
}
