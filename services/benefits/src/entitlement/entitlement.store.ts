import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { addAll, updateAllBy } from "@tiergraph/kit/database/table-writes";
import { type EntitlementRow, entitlementTable } from "./entitlement.entity.js";

/** What the partners hold on a day, and, when asked for, what they held; longest held first. */
export const listEntitlements = (
  db: Queryable,
  partnerIds: readonly string[],
  { today, includesWithdrawn }: { today: string; includesWithdrawn: boolean },
): Promise<EntitlementRow[]> =>
  db.many(
    "entitlement.list",
    rowOf(entitlementTable),
    `select ${select(entitlementTable)} from benefits.entitlement
     where partner_id = any($1) and (withdrawn_on is null or withdrawn_on > $2 or $3) order by partner_id, granted_on, benefit, entitlement_id`,
    [partnerIds, today, includesWithdrawn],
  );

export const grantEntitlements = addAll("entitlement.grant", entitlementTable);

export const withdrawEntitlements = updateAllBy("entitlement.withdraw", entitlementTable, {
  by: ["partnerId", "entitlementId"],
  set: ["withdrawnOn"],
});
