import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { decodeNamedId } from "@tiergraph/kit/values/named-id";
import type { Course } from "@tiergraph/program/document/enablement";
import type { ProgramReader } from "../program/index.js";
import { courseOf } from "./course-node.js";
import { listCourseVersions } from "./course-version.store.js";

/** How resolvers read courses: those of the program in force, and what is known of one that it no longer has. */
export function courseReads({ reader }: Pick<ReadParts, "reader">, program: ProgramReader) {
  const offered = async (): Promise<readonly Course[]> => (await program())?.courses ?? [];
  const versions = loaderOfMany(
    (names: readonly string[]) => listCourseVersions(reader, names),
    ({ course }) => course,
    (name: string) => name,
  );
  return {
    courses: async () => {
      const courses = await offered();
      return courses.map(({ name }) => courseOf(courses, name));
    },
    course: async (name: string) => courseOf(await offered(), name),
    /** Null for a course that no version of the program ever had. */
    courseOfId: async (id: string) => {
      const [name] = decodeNamedId("Course", id) ?? [];
      if (name === undefined) return null;
      const courses = await offered();
      const isKnown = courses.some((course) => course.name === name) || (await versions.load(name)).length > 0;
      return isKnown ? courseOf(courses, name) : null;
    },
  };
}
export type CourseReads = ReturnType<typeof courseReads>;
