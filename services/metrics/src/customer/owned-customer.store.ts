import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf } from "@tiergraph/kit/database/table";
import { customerKey } from "./customer-key.js";
import { ownedCustomerTable } from "./owned-customer.entity.js";

/** A customer that belongs to a partner: what it sells there is dealing with itself. */
export interface OwnedCustomerRow {
  readonly partnerId: string;
  readonly customer: string;
}

export const findOwnedCustomers = (db: Queryable, partnerIds: readonly string[]): Promise<OwnedCustomerRow[]> =>
  db.many(
    "owned-customer.find",
    rowOf(ownedCustomerTable, { only: ["partnerId", "customer"] }),
    `select partner_id as "partnerId", customer from metrics.owned_customer where partner_id = any($1)
     order by partner_id, customer_key`,
    [partnerIds],
  );

export const removeOwnedCustomers = (db: Queryable, partnerId: string): Promise<void> =>
  db.run("owned-customer.remove", "delete from metrics.owned_customer where partner_id = $1", [partnerId]);

export const addOwnedCustomers = (
  db: Queryable,
  { partnerId, customers }: { readonly partnerId: string; readonly customers: readonly string[] },
  declared: { readonly at: Date; readonly by: string },
): Promise<void> =>
  db.run(
    "owned-customer.add",
    `insert into metrics.owned_customer (partner_id, customer_key, customer, declared_at, declared_by)
     select $1, customer_key, customer, $4, $5 from unnest($2::text[], $3::text[]) as given (customer_key, customer)
     on conflict do nothing`,
    [partnerId, customers.map(customerKey), customers, declared.at, declared.by],
  );
