import { loaderOfMany, loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { decimalOfText, encodeNamedId } from "@tiergraph/program/exact";
import { visibleTo } from "../policy.js";
import { programInForceFor } from "../program/index.js";
import type { ReviewRow } from "./review.entity.js";
import { findReviews, listReviews } from "./review.store.js";

export const reviewNode = ({ reviewId, form, answers, score, ...row }: ReviewRow) => ({
  id: encodeOwnedId("Review", { partnerId: row.partnerId, id: reviewId }),
  review: form,
  score: decimalOfText(score),
  answers: Object.entries(answers).map(([question, answer]) => ({ question, answer })),
  ...row,
});
export type ReviewNode = ReturnType<typeof reviewNode>;

export const reviewReads = ({ reader, viewer, language }: ReadParts) => ({
  review: loaderOfOwned(
    (partnerId) => visibleTo(viewer)([partnerId]).length > 0,
    async (keys) =>
      (
        await findReviews(
          reader,
          keys.map(({ partnerId, id }) => ({ partnerId, reviewId: id })),
        )
      ).map(reviewNode),
  ),
  reviews: loaderOfMany(
    async (ids: readonly string[]) => (await listReviews(reader, visibleTo(viewer)(ids))).map(reviewNode),
    ({ partnerId }) => partnerId,
    (id: string) => id,
  ),
  reviewForms: async () => {
    const reviews = (await programInForceFor(reader, { viewer, language }))?.program.reviews ?? [];
    return reviews.map((form) => ({
      id: encodeNamedId("ReviewForm", form.name),
      ...form,
      questions: [...form.questions],
    }));
  },
});
export type ReviewReads = ReturnType<typeof reviewReads>;
