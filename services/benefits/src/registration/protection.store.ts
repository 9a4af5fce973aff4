import { lockKeys } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf } from "@tiergraph/kit/database/table";
import { z } from "zod";
import type { RegistrationRow } from "./deal-registration.entity.js";
import { protectionTable } from "./protection.entity.js";
import { COLUMNS, type RegistrationKey, registrationRowShape } from "./registration.store.js";

/** Registrations of one customer and product line are decided one after another, for all who ask. */
export const lockCustomers = (db: Queryable, keys: readonly string[]): Promise<void> =>
  lockKeys(db, "benefits.protection-of-customer", keys);

interface ProtectionRow {
  readonly partnerId: string;
  readonly registrationId: string;
  readonly until: string;
}

/** The partners that a customer is protected for on a day or after it. */
export const findProtections = (
  db: Queryable,
  { keys, productLine, today }: { keys: readonly string[]; productLine: string; today: string },
): Promise<ProtectionRow | null> =>
  db.maybeOne(
    "registration.find-protections",
    z.object({ partnerId: z.string(), registrationId: z.string(), until: z.string() }),
    `select distinct partner_id as "partnerId", registration_id as "registrationId", upper(days) as until
     from benefits.protection
     where customer_key = any($1) and product_line = $2 and days && daterange($3, null)`,
    [keys, productLine, today],
  );

export const addProtections = (
  db: Queryable,
  protections: readonly {
    partnerId: string;
    registrationId: string;
    customerKey: string;
    productLine: string;
    from: string;
    until: string;
  }[],
): Promise<void> =>
  db.run(
    "registration.add-protections",
    `insert into benefits.protection (partner_id, registration_id, customer_key, product_line, days)
     select partner_id, registration_id, customer_key, product_line, daterange(first, until)
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[], $6::date[])
       as given (partner_id, registration_id, customer_key, product_line, first, until)`,
    [
      protections.map(({ partnerId }) => partnerId),
      protections.map(({ registrationId }) => registrationId),
      protections.map(({ customerKey }) => customerKey),
      protections.map(({ productLine }) => productLine),
      protections.map(({ from }) => from),
      protections.map(({ until }) => until),
    ],
  );

/** The last day from which on a partner's unconverted protections of a customer had ended; null where it had none. */
export const findOwnProtectionEnd = (
  db: Queryable,
  { partnerId, keys, productLine }: { partnerId: string; keys: readonly string[]; productLine: string },
): Promise<{ endedOn: string | null } | null> =>
  db.maybeOne(
    "registration.find-own-end",
    z.object({ endedOn: z.string().nullable() }),
    `select max(protected_until) as "endedOn" from benefits.deal_registration
     join benefits.protection using (partner_id, registration_id)
     where partner_id = $1 and customer_key = any($2) and protection.product_line = $3
       and state in ('WITHDRAWN', 'LAPSED', 'APPROVED')`,
    [partnerId, keys, productLine],
  );

/** Lets a protection end on another day; one that ends before it began was never there. */
export const endProtections = (
  db: Queryable,
  { partnerId, registrationId, until }: { partnerId: string; registrationId: string; until: string },
): Promise<void> =>
  db.run(
    "registration.end-protections",
    `update benefits.protection set days = daterange(lower(days), greatest(lower(days), $3::date))
     where partner_id = $1 and registration_id = $2 and not isempty(days)`,
    [partnerId, registrationId, until],
  );

/** Days of a registration, `until` the first that is none of them. */
interface RegistrationDays extends RegistrationKey {
  readonly from: string;
  readonly until: string;
}

/** Protects the customer of a registration on other days; its protections may have been ended before they began. */
export const putProtectedDays = (
  db: Queryable,
  { partnerId, registrationId, from, until }: RegistrationDays,
): Promise<void> =>
  db.run(
    "registration.put-protected-days",
    `update benefits.protection set days = daterange($3::date, greatest($3::date, $4::date))
     where partner_id = $1 and registration_id = $2`,
    [partnerId, registrationId, from, until],
  );

/** Other registrations that protect the customer of one on some of these days. */
export const findOthersHolding = (
  db: Queryable,
  { partnerId, registrationId, from, until }: RegistrationDays,
): Promise<RegistrationKey[]> =>
  db.many(
    "registration.find-others-holding",
    rowOf(protectionTable, { only: ["partnerId", "registrationId"] }),
    `select distinct other.partner_id as "partnerId", other.registration_id as "registrationId"
     from benefits.protection as own
     join benefits.protection as other on other.customer_key = own.customer_key and other.product_line = own.product_line
       and other.days && daterange($3::date, greatest($3::date, $4::date)) and other.registration_id <> own.registration_id
     where own.partner_id = $1 and own.registration_id = $2`,
    [partnerId, registrationId, from, until],
  );

/** What partners have protected on a day. */
export const listProtected = (
  db: Queryable,
  { partnerIds, today }: { partnerIds: readonly string[]; today: string },
): Promise<RegistrationRow[]> =>
  db.many(
    "registration.list-protected",
    registrationRowShape,
    `select ${COLUMNS} from benefits.deal_registration
     where partner_id = any($1) and state = 'APPROVED' and protected_until >= $2 order by registration_id`,
    [partnerIds, today],
  );
