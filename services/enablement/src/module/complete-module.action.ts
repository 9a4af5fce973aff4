import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import type { Outcome } from "@tiergraph/kit/values/refusal-table";
import { taughtSince } from "../course/index.js";
import { type EnrollmentRow, enroll, putEnrollments } from "../enrollment/index.js";
import { findSubject, lockStanding, refusalOfSubject } from "../report/index.js";
import { type ModuleRefusal, moduleRefusals } from "./module.refusals.js";
import { listModules, putModule } from "./module.store.js";
import { progressPercent } from "./progress-percent.js";

export interface CompleteModule {
  readonly personId: string;
  readonly course: string;
  readonly module: string;
}
type ModuleCompletion = Outcome<{ readonly enrollment: EnrollmentRow }, ModuleRefusal>;

/**
 * A person has been through a module; progress is the share of the course's modules. A person who learns is enrolled.
 * Safe to repeat. Having seen all modules does not complete the course.
 */
export const completeModule =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, asked: CompleteModule): Promise<ModuleCompletion> =>
    db.transact(viewer, async (tx) => {
      const today = dayOf(clock.now());
      const standing = await lockStanding(tx, { permission: "take assessments", reports: [asked], today });
      if (standing === null) return moduleRefusals.NoProgram();
      const subject = findSubject(asked, standing);
      if (subject.kind === "Refused") return refusalOfSubject(subject.problem, asked);
      const { learner, course } = subject;
      if (!course.modules.some(({ name }) => name === asked.module))
        return moduleRefusals.ModuleUnknown({ title: course.title, module: asked.module });
      const known = standing.enrollments[0] ?? enroll(learner, course.name, today);
      if (standing.enrollments.length === 0) await putEnrollments(tx, [known]);
      const since = taughtSince(standing.versions);
      await putModule(tx, { ...learner, course: course.name, module: asked.module, completedOn: today }, since);
      const done = await listModules(tx, learner, { course: course.name, since });
      const percent = progressPercent(
        course.modules,
        done.map(({ module }) => module),
      );
      const enrollment = { ...known, progressPercent: Math.max(known.progressPercent, percent) };
      if (enrollment.progressPercent !== known.progressPercent) await putEnrollments(tx, [enrollment]);
      return { kind: "Done", enrollment };
    });
