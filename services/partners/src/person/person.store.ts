import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listByKeys } from "@tiergraph/kit/database/table-reads";
import { updateBy } from "@tiergraph/kit/database/table-writes";
import { by, listingOfEach } from "@tiergraph/kit/paging/listing";
import { type PersonRow, personTable } from "./person.entity.js";

const COLUMNS = select(personTable);

export const findPeople = listByKeys("person.find", personTable, ["partnerId", "personId"]);

/** A partner's people who have not left, by name. */
export const peopleList = listingOfEach("person.list-of-partners", personTable, {
  of: ["partnerId"],
  shape: rowOf(personTable),
  select: COLUMNS,
  from: "partners.person",
  where: ["left_on is null"],
  orderBy: by(personTable, ["name", "personId"]),
});

export const findPeopleByExternalId = listByKeys("person.find-by-external-id", personTable, [
  "partnerId",
  "externalId",
]);

/** A person without a name keeps the one that is known, or is called by the external id. */
type PersonToPut = Pick<PersonRow, "partnerId" | "personId" | "externalId" | "email" | "role"> & {
  readonly name: string | null;
};

/**
 * Adds new people and brings known ones up to date, what is left out staying as it was; returns those that were added
 * or differed.
 */
export const putPeople = (db: Queryable, people: readonly PersonToPut[], recordedAt: Date): Promise<PersonRow[]> =>
  db.many(
    "person.put",
    rowOf(personTable),
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

/** Holds people for the rest of the transaction. */
export const lockPeople = (
  db: Queryable,
  people: readonly Pick<PersonRow, "partnerId" | "personId">[],
): Promise<PersonRow[]> =>
  db.many(
    "person.lock",
    rowOf(personTable),
    `select ${COLUMNS} from partners.person
     where (partner_id, person_id) in (select * from unnest($1::uuid[], $2::uuid[]))
     order by partner_id, person_id for no key update`,
    [people.map(({ partnerId }) => partnerId), people.map(({ personId }) => personId)],
  );

/** Where a person left for; nulls where it came back. */
export const putMove = updateBy("person.put-move", personTable, {
  by: ["partnerId", "personId"],
  set: ["leftOn", "movedToPartnerId", "movedToPersonId"],
});
