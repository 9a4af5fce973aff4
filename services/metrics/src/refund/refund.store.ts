import type { Queryable } from "@tiergraph/kit/database/database";
import { FACT_COLUMNS, type FactRow, factRow } from "../fact/index.js";

interface RefundedDeal {
  readonly partnerId: string;
  /** The deal's external id. */
  readonly deal: string;
}

/** The refunds of deals that stand: what was taken back, and what counts against itself, is left out. */
export const listRefunds = (db: Queryable, deals: readonly RefundedDeal[]): Promise<FactRow[]> =>
  db.many(
    "refund.list",
    factRow,
    `select refund.* from unnest($1::uuid[], $2::text[]) as asked (partner, deal)
     cross join lateral (
       select ${FACT_COLUMNS} from metrics.fact
       where partner_id = asked.partner and refunds_deal = asked.deal and refunds_deal is not null
         and retired_at is null and reversed_on is null offset 0
     ) as refund`,
    [deals.map(({ partnerId }) => partnerId), deals.map(({ deal }) => deal)],
  );
