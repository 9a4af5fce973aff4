import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { type EntitlementRow, entitlementTable } from "./entitlement.entity.js";

const COLUMNS = select(entitlementTable);

/** What the partners hold on a day, and, when asked for, what they held; longest held first. */
export const listEntitlements = (
  db: Queryable,
  partnerIds: readonly string[],
  { today, includesWithdrawn }: { today: string; includesWithdrawn: boolean },
): Promise<EntitlementRow[]> =>
  db.many(
    "entitlement.list",
    rowOf(entitlementTable),
    `select ${COLUMNS} from benefits.entitlement
     where partner_id = any($1) and (withdrawn_on is null or withdrawn_on > $2 or $3) order by partner_id, granted_on, benefit, entitlement_id`,
    [partnerIds, today, includesWithdrawn],
  );

export const grantEntitlements = (db: Queryable, entitlements: readonly EntitlementRow[]): Promise<void> =>
  db.run(
    "entitlement.grant",
    `insert into benefits.entitlement
       (partner_id, entitlement_id, benefit, tier, program, program_version, quantity, granted_on, decision_id)
     select * from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, "entitlementId" uuid, benefit text, tier text,
       program text, "programVersion" text, quantity integer, "grantedOn" date, "decisionId" uuid)`,
    [JSON.stringify(entitlements)],
  );

export const withdrawEntitlements = (
  db: Queryable,
  entitlements: readonly { partnerId: string; entitlementId: string; withdrawnOn: string }[],
): Promise<void> =>
  db.run(
    "entitlement.withdraw",
    `update benefits.entitlement set withdrawn_on = given.withdrawn_on
     from unnest($1::uuid[], $2::uuid[], $3::date[]) as given (partner_id, entitlement_id, withdrawn_on)
     where entitlement.partner_id = given.partner_id and entitlement.entitlement_id = given.entitlement_id`,
    [
      entitlements.map(({ partnerId }) => partnerId),
      entitlements.map(({ entitlementId }) => entitlementId),
      entitlements.map(({ withdrawnOn }) => withdrawnOn),
    ],
  );
