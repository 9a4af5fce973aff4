import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy, listByKeys } from "@tiergraph/kit/database/table-reads";
import { updateBy } from "@tiergraph/kit/database/table-writes";
import { z } from "zod";
import { dayOrNever, requestLists } from "../request-list/index.js";
import { conversionTakenBackTable } from "./conversion-taken-back.entity.js";
import { dealRegistrationTable, type RegistrationRow } from "./deal-registration.entity.js";
import { registrationAttemptTable } from "./registration-attempt.entity.js";

export const registrationRowShape = rowOf(dealRegistrationTable);

export const COLUMNS = select(dealRegistrationTable);

export type RegistrationKey = Pick<RegistrationRow, "partnerId" | "registrationId">;

export const findRegistrationByKey = findBy("registration.find-by-key", dealRegistrationTable, [
  "partnerId",
  "idempotencyKey",
]);

export const findRegistration = findBy("registration.find", dealRegistrationTable, ["partnerId", "registrationId"]);

export const findRegistrations = listByKeys("registration.find-many", dealRegistrationTable, [
  "partnerId",
  "registrationId",
]);

export const putRegistration = updateBy("registration.put", dealRegistrationTable, {
  by: ["partnerId", "registrationId"],
  set: ["state", "decidedAt", "decidedBy", "reason", "protectedUntil", "extensions", "convertedFactId"],
});

/** How many of a partner's registrations wait or are protected on a day. */
export const countOpenRegistrations = (
  db: Queryable,
  { partnerId, today }: { partnerId: string; today: string },
): Promise<{ open: number } | null> =>
  db.maybeOne(
    "registration.count-open",
    z.object({ open: z.int() }),
    `select count(*)::integer as open from benefits.deal_registration
     where partner_id = $1 and (state = 'REQUESTED' or (state = 'APPROVED' and protected_until > $2))`,
    [partnerId, today],
  );

/** Counts one more question of a partner on a day, or one more refusal; returns what it comes to. */
export const countAttempt = (
  db: Queryable,
  { partnerId, day, refused }: { partnerId: string; day: string; refused: boolean },
): Promise<{ asked: number; refused: number }[]> =>
  db.many(
    "registration.count-attempt",
    rowOf(registrationAttemptTable, { only: ["asked", "refused"] }),
    `insert into benefits.registration_attempt as known (partner_id, on_day, asked, refused)
     values ($1, $2, case when $3 then 0 else 1 end, case when $3 then 1 else 0 end)
     on conflict (partner_id, on_day) do update
       set asked = known.asked + excluded.asked, refused = known.refused + excluded.refused
     returning asked, refused`,
    [partnerId, day, refused],
  );

/** Registrations by the deals that they became. */
export const findRegistrationsOfDeals = (
  db: Queryable,
  deals: readonly { partnerId: string; factId: string }[],
): Promise<RegistrationRow[]> =>
  db.many(
    "registration.find-of-deals",
    registrationRowShape,
    `select ${COLUMNS} from benefits.deal_registration
     where (partner_id, converted_fact_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [deals.map(({ partnerId }) => partnerId), deals.map(({ factId }) => factId)],
  );

/** Conversions of registrations that no longer stand, in their order. */
export const listTakenBack = listByKeys(
  "registration.list-taken-back",
  conversionTakenBackTable,
  ["partnerId", "registrationId"],
  { orderBy: ["entryId"] },
);

/** Registrations whose protection has ended. */
export const lapseRegistrations = (db: Queryable, today: string): Promise<void> =>
  db.run(
    "registration.lapse",
    `update benefits.deal_registration set state = 'LAPSED' where state = 'APPROVED' and protected_until <= $1`,
    [today],
  );

export const registrationLists = requestLists("registration.list", dealRegistrationTable, {
  id: "registrationId",
  orders: { PROTECTED_UNTIL: [dayOrNever(dealRegistrationTable, "protectedUntil")] },
});
