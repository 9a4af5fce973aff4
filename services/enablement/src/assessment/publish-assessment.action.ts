import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import type { Outcome } from "@tiergraph/kit/values/refusal-table";
import { findProgramInForce } from "../program/index.js";
import type { Assessment } from "./assessment.entity.js";
import { type AssessmentRefusal, assessmentRefusals } from "./assessment.refusals.js";
import { addAssessment } from "./assessment.store.js";
import { assessmentProblem } from "./check-assessment.js";

type PublishedAssessment = Outcome<{ readonly assessment: Assessment }, AssessmentRefusal>;

/** Publishes what a course asks at its end; attempts that are under way go on by what they began with. */
export const publishAssessment =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: Omit<Assessment, "revision">): Promise<PublishedAssessment> => {
    const problem = assessmentProblem(asked);
    if (problem !== null) return problem;
    return db.transact(viewer, async (tx) => {
      const inForce = await findProgramInForce(tx);
      const courses = inForce === null ? [] : inForce.document.courses;
      if (!courses.some(({ name }) => name === asked.course))
        return assessmentRefusals.CourseUnknown({ course: asked.course });
      const published = { publishedAt: clock.now(), publishedBy: viewer.subject };
      const revision = await addAssessment(tx, { ...asked, ...published });
      return { kind: "Done", assessment: { ...asked, revision } };
    });
  };
