import type { Queryable } from "@tiergraph/kit/database/database";
import { type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { personTable } from "./person.entity.js";

const rowShape = z.object({
  partnerId: z.string(),
  name: z.string(),
  personId: z.string(),
  role: z.string().nullable(),
  email: z.string().nullable(),
  externalId: z.string(),
  leftOn: z.string().nullable(),
  toPartnerId: z.string().nullable(),
  toPersonId: z.string().nullable(),
});

export type PersonRow = Omit<Row<typeof personTable>, "recordedAt" | "movedToPartnerId" | "movedToPersonId">;

const COLUMNS = select(personTable, { without: ["recordedAt", "movedToPartnerId", "movedToPersonId"] });

export interface PersonKey {
  readonly partnerId: string;
  readonly personId: string;
}

export const findPeople = (db: Queryable, people: readonly PersonKey[]): Promise<PersonRow[]> =>
  db.many(
    "person.find",
    rowOf(personTable, { without: ["recordedAt", "movedToPartnerId", "movedToPersonId"] }),
    `select ${COLUMNS} from partners.person
     where (partner_id, person_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [people.map(({ partnerId }) => partnerId), people.map(({ personId }) => personId)],
  );

/** The first people of each partner by name, up to `limit` a partner. */
export const listPeopleOfPartners = (
  db: Queryable,
  partnerIds: readonly string[],
  limit: number,
): Promise<PersonRow[]> =>
  db.many(
    "person.list-of-partners",
    rowOf(personTable, { without: ["recordedAt", "movedToPartnerId", "movedToPersonId"] }),
    `select person.* from unnest($1::uuid[]) as wanted (partner_id)
     cross join lateral (
       select ${COLUMNS} from partners.person
       where person.partner_id = wanted.partner_id and left_on is null order by name, person_id limit $2
     ) as person`,
    [partnerIds, limit],
  );

export const findPeopleByExternalId = (
  db: Queryable,
  people: readonly { partnerId: string; externalId: string }[],
): Promise<PersonRow[]> =>
  db.many(
    "person.find-by-external-id",
    rowOf(personTable, { without: ["recordedAt", "movedToPartnerId", "movedToPersonId"] }),
    `select ${COLUMNS} from partners.person
     where (partner_id, external_id) in (select * from unnest($1::uuid[], $2::text[]))`,
    [people.map(({ partnerId }) => partnerId), people.map(({ externalId }) => externalId)],
  );

/** A person without a name keeps the one that is known, or is called by the external id. */
export type PersonToPut = Omit<PersonRow, "name" | "leftOn"> & { readonly name: string | null };

/** Adds new people and brings known ones up to date, what is left out staying as it was; answers with those that were added or differed. */
export const putPeople = (db: Queryable, people: readonly PersonToPut[], recordedAt: Date): Promise<PersonRow[]> =>
  db.many(
    "person.put",
    rowOf(personTable, { without: ["recordedAt", "movedToPartnerId", "movedToPersonId"] }),
    `insert into partners.person as known (partner_id, person_id, external_id, name, email, role, recorded_at)
     select row."partnerId", row."personId", row."externalId", coalesce(row.name, held.name, row."externalId"),
       row.email, row.role, $2
     from jsonb_to_recordset($1::jsonb)
       as row ("partnerId" uuid, "personId" uuid, "externalId" text, name text, email text, role text)
     left join partners.person as held on (held.partner_id, held.external_id) = (row."partnerId", row."externalId")
     on conflict (partner_id, external_id) do update
       set name = excluded.name, email = coalesce(excluded.email, known.email), role = coalesce(excluded.role, known.role)
       where (known.name, known.email, known.role) is distinct from
         (excluded.name, coalesce(excluded.email, known.email), coalesce(excluded.role, known.role))
     returning ${COLUMNS}`,
    [JSON.stringify(people), recordedAt],
  );

export interface Moved {
  readonly leftOn: string | null;
  readonly toPartnerId: string | null;
  readonly toPersonId: string | null;
}

/** Holds people for the rest of the transaction, with where they left for. */
export const lockPeople = (db: Queryable, people: readonly PersonKey[]): Promise<(PersonRow & Moved)[]> =>
  db.many(
    "person.lock",
    rowShape,
    `select ${COLUMNS}, moved_to_partner_id as "toPartnerId", moved_to_person_id as "toPersonId" from partners.person
     where (partner_id, person_id) in (select * from unnest($1::uuid[], $2::uuid[]))
     order by partner_id, person_id for no key update`,
    [people.map(({ partnerId }) => partnerId), people.map(({ personId }) => personId)],
  );

/** Where a person left for; nulls where it came back. */
export const putMove = (db: Queryable, { partnerId, personId }: PersonKey, moved: Moved): Promise<void> =>
  db.run(
    "person.put-move",
    `update partners.person set left_on = $3, moved_to_partner_id = $4, moved_to_person_id = $5
     where partner_id = $1 and person_id = $2`,
    [partnerId, personId, moved.leftOn, moved.toPartnerId, moved.toPersonId],
  );
