import type { Transaction } from "@tiergraph/kit/database/database";
import type { Course } from "@tiergraph/program/document/enablement";
import { findEnrollments } from "../enrollment/index.js";
import type { LearnerKey } from "../learner/index.js";
import { listModules } from "./module.store.js";

/**
 * What a person has yet to do before a course's assessment: courses before it, and its own modules, by name.
 *
 * @param since the day from which modules count, where something else was taught before
 */
export async function unmetBefore(
  tx: Transaction,
  learner: LearnerKey,
  { course, since }: { course: Course; since: string | null },
): Promise<string[]> {
  const keys = course.requires.map((name) => ({ ...learner, course: name }));
  const completed = (await findEnrollments(tx, keys)).filter(({ completedOn }) => completedOn !== null);
  const done = new Set((await listModules(tx, learner, { course: course.name, since })).map(({ module }) => module));
  return [
    ...course.requires.filter((name) => !completed.some((row) => row.course === name)),
    ...course.modules.filter(({ name }) => !done.has(name)).map(({ name }) => name),
  ];
}
