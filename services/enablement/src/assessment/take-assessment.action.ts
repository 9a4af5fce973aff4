import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, encodeOwnedId, newId } from "@tiergraph/kit/values/ids";
import type { Outcome } from "@tiergraph/kit/values/refusal-table";
import type { CertificationRow } from "../certification/index.js";
import { completeIn } from "../completion/index.js";
import { holdVersions, taughtSince } from "../course/index.js";
import { enroll, putEnrollments } from "../enrollment/index.js";
import { lockLearners } from "../learner/index.js";
import { unmetBefore } from "../module/index.js";
import { policy } from "../policy.js";
import type { EnablementPublisher } from "../publisher.js";
import { findSubject, lockStanding, refusalOfSubject } from "../report/index.js";
import type { Assessment } from "./assessment.entity.js";
import { type AttemptRefusal, attemptRefusals } from "./assessment.refusals.js";
import { findAssessments, findAttempt, findRevisions, finishAttempt, listAttempts } from "./assessment.store.js";
import { type AttemptRow, attemptTable } from "./attempt.entity.js";
import { drawQuestions } from "./draw-questions.js";
import { type Answer, type Grade, gradeAttempt, strangeAnswer } from "./grade-attempt.js";
import { nextAttemptFrom } from "./may-attempt.js";

export interface StartAttempt {
  readonly personId: string;
  readonly course: string;
}
type AttemptStarted = Outcome<{ readonly attempt: AttemptRow; readonly assessment: Assessment }, AttemptRefusal>;

/**
 * Begins an attempt at a course's assessment: once its modules and the courses before it are done, and unless too many
 * attempts failed of late. An attempt that is open already goes on, with the same questions.
 */
export const startAttempt =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, asked: StartAttempt): Promise<AttemptStarted> =>
    db.transact(viewer, async (tx) => {
      const now = clock.now();
      const standing = await lockStanding(tx, { permission: "take assessments", reports: [asked], today: dayOf(now) });
      if (standing === null) return attemptRefusals.NoProgram();
      const subject = findSubject(asked, standing);
      if (subject.kind === "Refused") return refusalOfSubject(subject.problem, asked);
      const { learner, course } = subject;
      const [assessment] = await findAssessments(tx, [course.name]);
      if (assessment === undefined) return attemptRefusals.NoAssessment({ title: course.title });
      const past = await listAttempts(tx, { ...learner, course: course.name });
      const open = past.find(({ finishedAt }) => finishedAt === null);
      if (open !== undefined) return started(tx, open);
      const unmet = await unmetBefore(tx, learner, { course, since: taughtSince(standing.versions) });
      if (unmet.length > 0) return attemptRefusals.NotPrepared({ unmet });
      const from = nextAttemptFrom(
        assessment,
        past.map((row) => ({ ...row, finishedOn: row.finishedAt && dayOf(row.finishedAt) })),
      );
      if (from !== null && standing.today < from) return attemptRefusals.CoolingDown({ from });
      if (standing.enrollments.length === 0) await putEnrollments(tx, [enroll(learner, course.name, standing.today)]);
      const attemptId = newId();
      const attempt: AttemptRow = {
        ...learner,
        attemptId,
        course: course.name,
        revision: assessment.revision,
        number: past.length + 1,
        questions: drawQuestions(assessment, attemptId),
        startedAt: now,
        startedBy: viewer.subject,
        answers: null,
        scorePercent: null,
        hasPassed: null,
        finishedAt: null,
      };
      tx.create(attemptTable, attempt);
      return { kind: "Done", attempt, assessment };
    });

async function started(tx: Transaction, attempt: AttemptRow): Promise<AttemptStarted> {
  return { kind: "Done", attempt, assessment: await revisionOf(tx, attempt) };
}

async function revisionOf(tx: Transaction, { course, revision }: AttemptRow): Promise<Assessment> {
  const [assessment] = await findRevisions(tx, [{ course, revision }]);
  if (assessment === undefined) throw new Error(`Revision ${revision} of the assessment of ${course} is missing`);
  return assessment;
}

export interface FinishAttempt {
  readonly id: string;
  readonly answers: readonly Answer[];
}
type AttemptFinished = Outcome<
  {
    readonly attempt: AttemptRow;
    readonly assessment: Assessment;
    readonly grade: Grade;
    /** Null where it failed, or the course certifies nobody. */
    readonly certification: CertificationRow | null;
  },
  AttemptRefusal
>;

/**
 * Grades an attempt; passing it completes the course, and certifies by the program in force. Safe to repeat: the first
 * answers count. Runs as the system once the viewer may: nobody records completions of their own otherwise.
 */
export const finishAttemptWith =
  (db: Database, publish: EnablementPublisher, clock: Clock) =>
  async (viewer: Viewer, asked: FinishAttempt): Promise<AttemptFinished> => {
    const owned = decodeOwnedId(asked.id);
    if (owned === null || !policy.permitsFor(viewer, "take assessments", owned.partnerId))
      return attemptRefusals.AttemptUnknown();
    return db.transact(systemViewer(viewer.subject), async (tx) => {
      await holdVersions(tx);
      const key = { partnerId: owned.partnerId, attemptId: owned.id };
      const seen = await findAttempt(tx, key);
      if (seen === null) return attemptRefusals.AttemptUnknown();
      const [learner] = await lockLearners(tx, [seen]);
      const attempt = (await findAttempt(tx, key)) ?? seen;
      const assessment = await revisionOf(tx, attempt);
      if (attempt.answers !== null) {
        const grade = gradeAttempt(assessment, attempt.questions, attempt.answers);
        return { kind: "Done", attempt, assessment, grade, certification: null };
      }
      if (learner === undefined) return attemptRefusals.PersonHasLeft();
      const strange = strangeAnswer(assessment, attempt.questions, asked.answers);
      if (strange !== null) return attemptRefusals.AnswerInvalid({ index: strange });
      const now = clock.now();
      const grade = gradeAttempt(assessment, attempt.questions, asked.answers);
      const { scorePercent, hasPassed } = grade;
      const finished: AttemptRow = { ...attempt, answers: asked.answers, scorePercent, hasPassed, finishedAt: now };
      const completion = {
        personId: encodeOwnedId("Person", { partnerId: attempt.partnerId, id: attempt.personId }),
        course: attempt.course,
        completedOn: dayOf(now),
      };
      const completed = hasPassed ? await completeIn(tx, publish, [completion], now) : null;
      const [outcome] = completed?.outcomes ?? [];
      // Nobody completes a course that is no longer offered: the attempt stays open, and nothing of it is kept.
      if (outcome?.kind === "Refused") return attemptRefusals.CourseNotOffered({ because: outcome.problem.message });
      await finishAttempt(tx, finished);
      const certification = outcome?.kind === "Recorded" ? outcome.certification : null;
      return { kind: "Done", attempt: finished, assessment, grade, certification };
    });
  };
