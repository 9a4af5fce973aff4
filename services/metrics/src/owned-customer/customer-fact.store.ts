import type { Queryable } from "@tiergraph/kit/database/database";
import { z } from "zod";
import { FACT_COLUMNS, type FactRow, factRow } from "../fact/index.js";

/** The different names of a partner's customers, as the facts have them. */
export const listCustomers = (db: Queryable, partnerId: string): Promise<{ customer: string }[]> =>
  db.many(
    "owned-customer.list-customers",
    z.object({ customer: z.string() }),
    `select distinct customer from metrics.fact
     where partner_id = $1 and retired_at is null and reversed_on is null and customer is not null`,
    [partnerId],
  );

/** A partner's facts that stand, of customers by the names that the facts have. */
export const listFactsOfCustomers = (
  db: Queryable,
  query: { readonly partnerId: string; readonly customers: readonly string[]; readonly limit: number },
): Promise<FactRow[]> =>
  db.many(
    "owned-customer.list-facts",
    factRow,
    `select ${FACT_COLUMNS} from metrics.fact
     where partner_id = $1 and customer = any($2) and retired_at is null and reversed_on is null limit $3`,
    [query.partnerId, query.customers, query.limit],
  );
