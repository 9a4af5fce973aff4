import { noRows, type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { decimalOfText } from "@tiergraph/program/exact";
import { visibleTo } from "../policy.js";
import { programInForceFor } from "../program/index.js";
import type { ReviewRow } from "./review.entity.js";
import { findReviews, reviewList } from "./review.store.js";

export const reviewNode = ({ reviewId, form, answers, score, ...row }: ReviewRow) => ({
  id: encodeOwnedId("Review", { partnerId: row.partnerId, id: reviewId }),
  review: form,
  score: decimalOfText(score),
  answers: Object.entries(answers).map(([question, answer]) => ({ question, answer })),
  ...row,
});
export type ReviewNode = ReturnType<typeof reviewNode>;

export function reviewReads({ reader, viewer, language, cursors }: ReadParts) {
  const isVisible = (partnerId: string) => visibleTo(viewer)([partnerId]).length > 0;
  const reviewsOf = reviewList.ofEach(reader);
  return {
    review: loaderOfOwned(isVisible, async (keys) =>
      (
        await findReviews(
          reader,
          keys.map(({ partnerId, id }) => ({ partnerId, reviewId: id })),
        )
      ).map(reviewNode),
    ),
    reviews: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `reviews:${partnerId}`,
        request,
        rows: isVisible(partnerId) ? reviewsOf({ partnerId }) : noRows<ReviewRow>(),
        nodeOf: reviewNode,
      }),
    reviewForms: async () => {
      const reviews = (await programInForceFor(reader, { viewer, language }))?.program.reviews ?? [];
      return reviews.map((form) => ({
        id: encodeNamedId("ReviewForm", form.name),
        ...form,
        questions: [...form.questions],
      }));
    },
  };
}
export type ReviewReads = ReturnType<typeof reviewReads>;
