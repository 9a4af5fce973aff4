import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { partOf, rowOf, select } from "@tiergraph/kit/database/table";
import { addAll } from "@tiergraph/kit/database/table-writes";
import { by, listingOfEach } from "@tiergraph/kit/paging/listing";
import type { OwnedId } from "@tiergraph/kit/values/ids";
import { z } from "zod";
import type { LearnerKey } from "../learner/index.js";
import { certificationTable } from "./certification.entity.js";

const certificationRead = partOf(certificationTable, { without: ["endedOn", "recordedAt", "recordedBy"] });

/** `expiresOn` is the day on which it ends for any reason; `term` the day on which its own term ends it. */
export const certificationShape = both(rowOf(certificationRead), z.object({ term: z.string().nullable() }));
export type CertificationRow = RowIn<typeof certificationShape>;

/** What is read of a certification: none of it changes when it passes through JSON. */
export const CERTIFICATION_COLUMNS = `${select(certificationTable, { without: ["expiresOn", "endedOn", "recordedAt", "recordedBy"] })},
  least(expires_on, ended_on) as "expiresOn", expires_on as "term"`;

interface RecordedBy {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** SQL that is true for a certification that holds on the day of a parameter, as `isValidOn` has it. */
export const HOLDS_ON = (day: string): string => `coalesce(counts_from, issued_on) <= ${day}
  and (expires_on is null or expires_on > ${day}) and (ended_on is null or ended_on > ${day})`;

export const addCertifications = (
  db: Queryable,
  certifications: readonly CertificationRow[],
  recorded: RecordedBy,
): Promise<void> =>
  addRows(
    db,
    certifications.map(({ term, expiresOn, ...row }) => ({
      ...row,
      ...recorded,
      expiresOn: term,
      endedOn: row.endedBecause === null ? null : expiresOn,
    })),
  );
const addRows = addAll("certification.add", certificationTable);

/** A partner's certifications, latest first. */
export const certificationList = listingOfEach("certification.list", certificationTable, {
  of: ["partnerId"],
  shape: certificationShape,
  select: CERTIFICATION_COLUMNS,
  from: "enablement.certification",
  where: [],
  orderBy: by(certificationRead, ["issuedOn desc", "certificationId desc"]),
});

/** The certifications of each person, latest first, up to `limit` a person. */
export const listCertificationsOfPeople = (
  db: Queryable,
  people: readonly LearnerKey[],
  limit: number,
): Promise<CertificationRow[]> =>
  db.many(
    "certification.list-of-people",
    certificationShape,
    `select certification.* from unnest($1::uuid[], $2::uuid[]) as wanted (partner_id, person_id)
     cross join lateral (
       select ${CERTIFICATION_COLUMNS} from enablement.certification
       where certification.partner_id = wanted.partner_id and certification.person_id = wanted.person_id
       order by issued_on desc, certification_id desc limit $3
     ) as certification`,
    [people.map(({ partnerId }) => partnerId), people.map(({ personId }) => personId), limit],
  );

export const findCertifications = (db: Queryable, keys: readonly OwnedId[]): Promise<CertificationRow[]> =>
  db.many(
    "certification.find",
    certificationShape,
    `select ${CERTIFICATION_COLUMNS} from enablement.certification
     where (partner_id, certification_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [keys.map(({ partnerId }) => partnerId), keys.map(({ id }) => id)],
  );

/** The last certification of each person in each course named, of any day. */
export const findLatestCertifications = (
  db: Queryable,
  enrollments: readonly (LearnerKey & { readonly course: string })[],
): Promise<CertificationRow[]> =>
  db.many(
    "certification.find-latest",
    certificationShape,
    `select certification.* from unnest($1::uuid[], $2::uuid[], $3::text[]) as asked (partner_id, person_id, course)
     cross join lateral (
       select ${CERTIFICATION_COLUMNS} from enablement.certification
       where certification.partner_id = asked.partner_id and certification.person_id = asked.person_id
         and certification.course = asked.course
       order by issued_on desc limit 1
     ) as certification`,
    [
      enrollments.map(({ partnerId }) => partnerId),
      enrollments.map(({ personId }) => personId),
      enrollments.map(({ course }) => course),
    ],
  );

/** Anybody who holds the code may ask: the partner is not named in what is answered. */
export const findCertificationByCode = (db: Queryable, checkCode: string): Promise<CertificationRow[]> =>
  db.many(
    "certification.find-by-code",
    certificationShape,
    `select ${CERTIFICATION_COLUMNS} from enablement.certification where check_code = $1
     order by coalesce(counts_from, issued_on) desc, certification_id desc limit 1`,
    [checkCode],
  );

/** What holds after `endsOn` for an earlier version of the course ends on that day; at most `limit` at a time, until none is left. */
export const endCertificationsOfVersion = (
  db: Queryable,
  { course, before, endsOn, limit }: { course: string; before: number; endsOn: string; limit: number },
): Promise<CertificationRow[]> =>
  db.many(
    "certification.end-of-version",
    certificationShape,
    `update enablement.certification set ended_on = $3, ended_because = 'NEW_VERSION'
     where (partner_id, certification_id) in (
       select partner_id, certification_id from enablement.certification
       where course = $1 and course_version < $2 and issued_on < $3
         and (least(expires_on, ended_on) is null or least(expires_on, ended_on) > $3)
       order by partner_id, certification_id limit $4)
     returning ${CERTIFICATION_COLUMNS}`,
    [course, before, endsOn, limit],
  );

/** What a person holds after `endsOn` ends on that day, or the day after it was issued: the person has left. */
export const endCertificationsOfPerson = (
  db: Queryable,
  { partnerId, personId, endsOn }: LearnerKey & { endsOn: string },
): Promise<CertificationRow[]> =>
  db.many(
    "certification.end-of-person",
    certificationShape,
    `update enablement.certification set ended_on = greatest($3::date, issued_on + 1), ended_because = 'MOVED'
     where partner_id = $1 and person_id = $2
       and (least(expires_on, ended_on) is null or least(expires_on, ended_on) > greatest($3::date, issued_on + 1))
     returning ${CERTIFICATION_COLUMNS}`,
    [partnerId, personId, endsOn],
  );

/** Of a certification that is called `held`: no later one of the same person and course lasts longer. */
export const NOT_OUTLASTED = `not exists (
  select from enablement.certification as later
  where later.partner_id = held.partner_id and later.person_id = held.person_id and later.course = held.course
    and later.issued_on > held.issued_on
    and (least(later.expires_on, later.ended_on) is null
      or least(later.expires_on, later.ended_on) > least(held.expires_on, held.ended_on)))`;

/** Certifications of partners that expire after a day and by another, soonest first, and that no later one of the same course outlasts. */
export const listExpiring = (
  db: Queryable,
  partnerIds: readonly string[],
  { after, by, limit }: { after: string; by: string; limit: number },
): Promise<CertificationRow[]> =>
  db.many(
    "certification.list-expiring",
    certificationShape,
    `select expiring.* from unnest($1::uuid[]) as asked (partner_id)
     cross join lateral (
       select ${CERTIFICATION_COLUMNS} from enablement.certification as held
       where held.partner_id = asked.partner_id and ended_because is distinct from 'MOVED'
         and least(expires_on, ended_on) > $2 and least(expires_on, ended_on) <= $3
         and ${NOT_OUTLASTED}
       order by least(expires_on, ended_on), certification_id limit $4
     ) as expiring`,
    [partnerIds, after, by, limit],
  );

/** What a person holds on a day or comes to hold later. */
export const listHeldAfter = (
  db: Queryable,
  { partnerId, personId }: LearnerKey,
  day: string,
): Promise<CertificationRow[]> =>
  db.many(
    "certification.list-held-after",
    certificationShape,
    `select ${CERTIFICATION_COLUMNS} from enablement.certification
     where partner_id = $1 and person_id = $2
       and (least(expires_on, ended_on) is null or least(expires_on, ended_on) > $3)
     order by issued_on, certification_id`,
    [partnerId, personId, day],
  );
