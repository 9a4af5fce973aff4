import type { Course } from "@tiergraph/program/document/enablement";
import type { ProgramReader } from "../program/index.js";
import { courseOf } from "./course-node.js";

/** How resolvers read courses: those of the program in force, and what is known of one that it no longer has. */
export function courseReads(program: ProgramReader) {
  const offered = async (): Promise<readonly Course[]> => (await program())?.courses ?? [];
  return {
    courses: async () => {
      const courses = await offered();
      return courses.map(({ name }) => courseOf(courses, name));
    },
    course: async (name: string) => courseOf(await offered(), name),
  };
}
export type CourseReads = ReturnType<typeof courseReads>;
