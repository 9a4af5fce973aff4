import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listByKeys } from "@tiergraph/kit/database/table-reads";
import { by, listingOfEach } from "@tiergraph/kit/paging/listing";
import { type ReviewRow, reviewTable } from "./review.entity.js";

const COLUMNS = select(reviewTable);

/** Of each partner and form of a program, the last review held by a day; of one day, the last recorded. */
export const findLatestReviews = (
  db: Queryable,
  query: { readonly partnerIds: readonly string[]; readonly asOf: string; readonly program: string },
): Promise<ReviewRow[]> =>
  db.many(
    "review.find-latest",
    rowOf(reviewTable),
    `select distinct on (partner_id, form) ${COLUMNS} from partners.review
     where partner_id = any($1) and held_on <= $2 and program = $3
     order by partner_id, form, held_on desc, recorded_at desc`,
    [query.partnerIds, query.asOf, query.program],
  );

/** A partner's reviews, newest first; of one day, the last recorded. */
export const reviewList = listingOfEach("review.list-of-partners", reviewTable, {
  of: ["partnerId"],
  shape: rowOf(reviewTable),
  select: COLUMNS,
  from: "partners.review",
  where: [],
  orderBy: by(reviewTable, ["heldOn desc", "recordedAt desc", "reviewId desc"]),
});

export const findReviews = listByKeys("review.find", reviewTable, ["partnerId", "reviewId"]);
