import type { Queryable } from "@tiergraph/kit/database/database";

/** A customer that belongs to a partner: what it sells there is dealing with itself. */
export interface OwnedCustomerRow {
  readonly partnerId: string;
  readonly customer: string;
}

export const findOwnedCustomers = (db: Queryable, partnerIds: readonly string[]): Promise<OwnedCustomerRow[]> =>
  db.rows(
    "owned-customer.find",
    `select partner_id as "partnerId", customer from metrics.owned_customer where partner_id = any($1)
     order by partner_id, customer_key`,
    [partnerIds],
  );
