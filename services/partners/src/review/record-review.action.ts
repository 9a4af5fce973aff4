import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import type { ReviewForm } from "@tiergraph/program/document/measures";
import { knownCalendarDate, toExactString } from "@tiergraph/program/exact";
import { endOfPeriod, startOfPeriod } from "@tiergraph/program/place";
import { findPartners } from "../partner/index.js";
import { startPlacement } from "../placement-run/index.js";
import { policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import type { PartnersPublisher } from "../publisher.js";
import { type ReviewRow, reviewTable } from "./review.entity.js";
import { type ReviewRefusal, reviewRefusals } from "./review.refusals.js";
import { scoreReview } from "./score-review.js";

export interface RecordReview {
  readonly partnerId: string;
  /** Name of the form in the program. */
  readonly review: string;
  /** Today where left out. Its calendar period is what the review is about. */
  readonly heldOn?: string | null;
  readonly answers: readonly { readonly question: string; readonly answer: number }[];
  readonly notes?: string | null;
}

export type ReviewRecording =
  | { readonly kind: "ReviewRecorded"; readonly review: ReviewRow; readonly form: ReviewForm }
  | ReviewRefusal;

/** Records a qualitative review and places the partner anew. A correction is a new review of the same period. */
export const recordReview =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  (viewer: Viewer, request: RecordReview): Promise<ReviewRecording> =>
    db.transact(viewer, async (tx) => {
      const recordedAt = clock.now();
      const today = dayOf(recordedAt);
      const isOwn = isUuid(request.partnerId) && policy.permitsFor(viewer, "review partners", request.partnerId);
      if (!isOwn || (await findPartners(tx, [request.partnerId])).length === 0) return reviewRefusals.PartnerUnknown();
      const inForce = await findProgramInForce(tx);
      if (inForce === null) return reviewRefusals.NoProgramInForce();
      const { reviews } = inForce.document;
      const form = reviews.find(({ name }) => name === request.review);
      if (form === undefined) return reviewRefusals.FormUnknown({ known: reviews.map(({ name }) => name) });
      if ((request.heldOn ?? today) > today) return reviewRefusals.DayInFuture({ today });
      const answers = new Map(request.answers.map(({ question, answer }) => [question, answer]));
      const questions = request.answers.map(({ question }) => question);
      const repeated = questions.find((question, i) => questions.indexOf(question) < i);
      if (repeated !== undefined) return reviewRefusals.QuestionRepeated({ question: repeated });
      const scoring = scoreReview(form, answers);
      if (scoring.kind !== "ReviewScored") return scoring;

      const heldOn = knownCalendarDate(request.heldOn ?? today);
      const review: ReviewRow = {
        partnerId: request.partnerId,
        reviewId: newId(),
        form: form.name,
        periodFrom: startOfPeriod(form.every, heldOn),
        periodTo: endOfPeriod(form.every, heldOn),
        heldOn,
        answers: Object.fromEntries(answers),
        score: toExactString(scoring.score),
        notes: request.notes ?? null,
        program: inForce.program,
        programVersion: inForce.version,
        recordedAt,
        recordedBy: viewer.subject,
      };
      tx.create(reviewTable, review);
      const partnerIds = [request.partnerId];
      const start = { reason: "REVIEWED" as const, asOf: today, startedAt: recordedAt, version: inForce, partnerIds };
      await startPlacement(tx, publish, start);
      return { kind: "ReviewRecorded", review, form };
    });
