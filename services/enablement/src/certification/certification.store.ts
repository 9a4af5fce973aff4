import type { Queryable } from "@tiergraph/kit/database/database";
import type { LearnerKey } from "../learner/learner.store.js";

export interface CertificationRow extends LearnerKey {
  readonly certificationId: string;
  readonly course: string;
  readonly level: string;
  /** The role that the course was for. */
  readonly role: string | null;
  readonly issuedOn: string;
  /** The first day on which it no longer holds; null where it holds for good. */
  readonly expiresOn: string | null;
}

const COLUMNS = `partner_id as "partnerId", certification_id as "certificationId", person_id as "personId", course, level,
  role, issued_on as "issuedOn", expires_on as "expiresOn"`;

export interface RecordedBy {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export const addCertifications = (
  db: Queryable,
  certifications: readonly CertificationRow[],
  { recordedAt, recordedBy }: RecordedBy,
): Promise<unknown[]> =>
  db.rows(
    "certification.add",
    `insert into enablement.certification (partner_id, certification_id, person_id, course, level, role, issued_on,
       expires_on, recorded_at, recorded_by)
     select row.*, $2, $3 from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, "certificationId" uuid,
       "personId" uuid, course text, level text, role text, "issuedOn" date, "expiresOn" date)`,
    [JSON.stringify(certifications), recordedAt, recordedBy],
  );

/** Where to read on in a list of certifications: the day and id of the last one. */
export type CertificationPosition = readonly [issuedOn: string, certificationId: string];

export interface CertificationPage {
  readonly partnerId: string;
  /** Null reads from the start. */
  readonly after: CertificationPosition | null;
  readonly limit: number;
}

/** A certification, and the place of the page that it stands on among the pages asked for. */
export interface PagedCertification extends CertificationRow {
  readonly page: number;
}

/** Pages of partners' certifications, latest first: each by its own position and length, all in one statement. */
export const listCertifications = (db: Queryable, pages: readonly CertificationPage[]): Promise<PagedCertification[]> =>
  db.rows(
    "certification.list",
    `select (asked.page - 1)::integer as page, certification.*
     from unnest($1::uuid[], $2::date[], $3::uuid[], $4::integer[]) with ordinality
       as asked (partner_id, after_on, after_id, row_limit, page)
     cross join lateral (
       select ${COLUMNS} from enablement.certification
       where certification.partner_id = asked.partner_id
         and (asked.after_on is null or (issued_on, certification_id) < (asked.after_on, asked.after_id))
       order by issued_on desc, certification_id desc limit asked.row_limit
     ) as certification`,
    [
      pages.map(({ partnerId }) => partnerId),
      pages.map(({ after }) => after?.[0] ?? null),
      pages.map(({ after }) => after?.[1] ?? null),
      pages.map(({ limit }) => limit),
    ],
  );

/** The certifications of each person, latest first, up to `limit` a person. */
export const listCertificationsOfPeople = (
  db: Queryable,
  people: readonly LearnerKey[],
  limit: number,
): Promise<CertificationRow[]> =>
  db.rows(
    "certification.list-of-people",
    `select certification.* from unnest($1::uuid[], $2::uuid[]) as wanted (partner_id, person_id)
     cross join lateral (
       select ${COLUMNS} from enablement.certification
       where certification.partner_id = wanted.partner_id and certification.person_id = wanted.person_id
       order by issued_on desc, certification_id desc limit $3
     ) as certification`,
    [people.map(({ partnerId }) => partnerId), people.map(({ personId }) => personId), limit],
  );
