import type { Queryable } from "@tiergraph/kit/database/database";
import { partOf } from "@tiergraph/kit/database/table";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { addMissing } from "@tiergraph/kit/database/table-writes";
import { ownedCustomerTable } from "./owned-customer.entity.js";

export const findOwnedCustomers = listByIds(
  "owned-customer.find",
  partOf(ownedCustomerTable, { without: ["declaredAt", "declaredBy"] }),
  "partnerId",
  { orderBy: ["partnerId", "customerKey"] },
);

export const removeOwnedCustomers = (db: Queryable, partnerId: string): Promise<void> =>
  db.run("owned-customer.remove", "delete from metrics.owned_customer where partner_id = $1", [partnerId]);

export const addOwnedCustomers = addMissing("owned-customer.add", ownedCustomerTable);
