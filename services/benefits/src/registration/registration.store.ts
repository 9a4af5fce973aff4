import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { dealRegistrationTable } from "./deal-registration.entity.js";
import { registrationAttemptTable } from "./registration-attempt.entity.js";

export const registrationRowShape = rowOf(dealRegistrationTable);

const takenBackRowShape = z.object({
  partnerId: z.string(),
  registrationId: z.string(),
  entryId: z.string(),
  factId: z.string(),
  externalId: z.string().nullable(),
  takenBackAt: z.date(),
  because: z.string(),
});

export type RegistrationState = "REQUESTED" | "APPROVED" | "REFUSED" | "CONVERTED" | "LAPSED" | "WITHDRAWN";

export type RegistrationRow = RowIn<typeof registrationRowShape>;

export const COLUMNS = `partner_id as "partnerId", registration_id as "registrationId", program, program_version as "programVersion",
  customer, domain, product_line as "productLine", amount_minor as "amountMinor", currency, expected_on as "expectedOn", note,
  state, idempotency_key as "idempotencyKey", request_hash as "requestHash", requested_at as "requestedAt",
  requested_by as "requestedBy", decided_at as "decidedAt", decided_by as "decidedBy", reason,
  protected_until as "protectedUntil", extensions::integer, converted_fact_id as "convertedFactId"`;

export const findRegistrationByKey = (
  db: Queryable,
  { partnerId, idempotencyKey }: { partnerId: string; idempotencyKey: string },
): Promise<RegistrationRow | null> =>
  db.maybeOne(
    "registration.find-by-key",
    registrationRowShape,
    `select ${COLUMNS} from benefits.deal_registration where partner_id = $1 and idempotency_key = $2`,
    [partnerId, idempotencyKey],
  );

export const findRegistration = (
  db: Queryable,
  { partnerId, registrationId }: { partnerId: string; registrationId: string },
): Promise<RegistrationRow | null> =>
  db.maybeOne(
    "registration.find",
    registrationRowShape,
    `select ${COLUMNS} from benefits.deal_registration where partner_id = $1 and registration_id = $2`,
    [partnerId, registrationId],
  );

export interface RegistrationKey {
  readonly partnerId: string;
  readonly registrationId: string;
}

export const findRegistrations = (db: Queryable, keys: readonly RegistrationKey[]): Promise<RegistrationRow[]> =>
  db.many(
    "registration.find-many",
    registrationRowShape,
    `select ${COLUMNS} from benefits.deal_registration
     where (partner_id, registration_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [keys.map(({ partnerId }) => partnerId), keys.map(({ registrationId }) => registrationId)],
  );

export const putRegistration = (db: Queryable, row: RegistrationRow): Promise<void> =>
  db.run(
    "registration.put",
    `update benefits.deal_registration set state = $3, decided_at = $4, decided_by = $5, reason = $6, protected_until = $7,
       extensions = $8, converted_fact_id = $9
     where partner_id = $1 and registration_id = $2`,
    [
      row.partnerId,
      row.registrationId,
      row.state,
      row.decidedAt,
      row.decidedBy,
      row.reason,
      row.protectedUntil,
      row.extensions,
      row.convertedFactId,
    ],
  );

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

/** Counts one more question of a partner on a day, or one more refusal; answers with what it comes to. */
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

/** A conversion that does not stand any more: the deal that it was by, and why. */
export type TakenBackRow = Readonly<z.infer<typeof takenBackRowShape>>;

/** Conversions of registrations that do not stand any more, in their order. */
export const listTakenBack = (db: Queryable, keys: readonly RegistrationKey[]): Promise<TakenBackRow[]> =>
  db.many(
    "registration.list-taken-back",
    takenBackRowShape,
    `select partner_id as "partnerId", registration_id as "registrationId", entry_id as "entryId", fact_id as "factId",
       deal_external_id as "externalId", taken_back_at as "takenBackAt", because
     from benefits.conversion_taken_back
     where (partner_id, registration_id) in (select * from unnest($1::uuid[], $2::uuid[])) order by entry_id`,
    [keys.map(({ partnerId }) => partnerId), keys.map(({ registrationId }) => registrationId)],
  );

/** Registrations whose protection has ended. */
export const lapseRegistrations = (db: Queryable, today: string): Promise<void> =>
  db.run(
    "registration.lapse",
    `update benefits.deal_registration set state = 'LAPSED' where state = 'APPROVED' and protected_until <= $1`,
    [today],
  );

export interface RegistrationPageQuery {
  readonly partnerId: string;
  readonly before: string | null;
  readonly limit: number;
}

/** A partner's registrations, newest first. */
export const listRegistrations = (
  db: Queryable,
  { partnerId, before, limit }: RegistrationPageQuery,
): Promise<RegistrationRow[]> =>
  db.many(
    "registration.list",
    registrationRowShape,
    `select ${COLUMNS} from benefits.deal_registration
     where partner_id = $1 and ($2::uuid is null or registration_id < $2) order by registration_id desc limit $3`,
    [partnerId, before, limit],
  );

/** Registrations of all partners that wait for a person, oldest first. */
export const listWaitingRegistrations = (
  db: Queryable,
  { after, limit }: { after: string | null; limit: number },
): Promise<RegistrationRow[]> =>
  db.many(
    "registration.list-waiting",
    registrationRowShape,
    `select ${COLUMNS} from benefits.deal_registration
     where state = 'REQUESTED' and ($1::uuid is null or registration_id > $1) order by registration_id limit $2`,
    [after, limit],
  );
