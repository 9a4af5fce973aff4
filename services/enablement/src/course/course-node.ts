import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import type { Course as ProgramCourse } from "@tiergraph/program/document/enablement";
import { titleFromName } from "@tiergraph/program/document/notation";

/** The course of that name, as the program in force has it. */
export function courseOf(courses: readonly ProgramCourse[], name: string) {
  const course = courses.find((candidate) => candidate.name === name);
  const id = encodeNamedId("Course", name);
  if (course === undefined)
    return {
      id,
      name,
      title: titleFromName(name),
      role: null,
      certifies: null,
      isOffered: false,
      version: 1,
      modules: [],
      requires: [],
    };
  return { id, isOffered: true, ...course };
}
