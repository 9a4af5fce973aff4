import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listByKeys } from "@tiergraph/kit/database/table-reads";
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

export const listReviews = (db: Queryable, partnerIds: readonly string[]): Promise<ReviewRow[]> =>
  db.many(
    "review.list",
    rowOf(reviewTable),
    `select ${COLUMNS} from partners.review where partner_id = any($1)
     order by partner_id, held_on desc, recorded_at desc`,
    [partnerIds],
  );

export const findReviews = listByKeys("review.find", reviewTable, ["partnerId", "reviewId"]);
