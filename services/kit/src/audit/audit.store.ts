import { z } from "zod";
import type { Queryable } from "../database/database.js";
import type { ServiceName } from "../database/provision.js";
import { rowOf, select } from "../database/table.js";
import { type Condition, conditionsOf, inBothDirections } from "../paging/chosen-listing.js";
import { by } from "../paging/listing.js";
import { type AuditEntryRow, type AuditSealRow, auditEntryTable, auditSealTable } from "./audit.entity.js";

/** Adds an entry. Its time is the database's, in the moment of writing, so that those of a service have one clock. */
export const addAuditEntry = (
  tx: Queryable,
  service: ServiceName,
  { entryId, ...entry }: Omit<AuditEntryRow, "recordedAt">,
): Promise<void> =>
  tx.run(
    "audit.add",
    `insert into ${service}.audit_entry (entry_id, recorded_at, request_id, role, subject, address, action, outcome, code,
       partner_id, object_id, input)
     values ($1, date_trunc('milliseconds', clock_timestamp()), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      entryId,
      entry.requestId,
      entry.role,
      entry.subject,
      entry.address,
      entry.action,
      entry.outcome,
      entry.code,
      entry.partnerId,
      entry.objectId,
      entry.input,
    ],
  );

/** Which entries; each null asks nothing. */
export interface AuditQuery {
  readonly partnerIds: readonly string[] | null;
  readonly subjects: readonly string[] | null;
  readonly objectIds: readonly string[] | null;
  readonly actions: readonly string[] | null;
  readonly outcomes: readonly string[] | null;
  readonly from: string | null;
  readonly until: string | null;
}

const BY_INDEX: readonly Condition<AuditQuery>[] = [
  { type: "uuid[]", asked: ({ partnerIds }) => partnerIds, holds: (ids) => `partner_id = any (${ids})` },
  { type: "text[]", asked: ({ subjects }) => subjects, holds: (subjects) => `subject = any (${subjects})` },
  { type: "text[]", asked: ({ objectIds }) => objectIds, holds: (ids) => `object_id = any (${ids})` },
];
const OTHERS: readonly Condition<AuditQuery>[] = [
  { type: "text[]", asked: ({ actions }) => actions, holds: (actions) => `action = any (${actions})` },
  { type: "text[]", asked: ({ outcomes }) => outcomes, holds: (outcomes) => `outcome = any (${outcomes})` },
  { type: "date", asked: ({ from }) => from, holds: (from) => `recorded_at >= ${from}` },
  { type: "date", asked: ({ until }) => until, holds: (until) => `recorded_at < ${until}` },
];
const { where, values } = conditionsOf({ byIndex: BY_INDEX, others: OTHERS });

/** The entries of a service, the last first. */
export function auditListOf(service: ServiceName) {
  const table = auditEntryTable(service);
  const lists = inBothDirections("audit.list", {
    shape: rowOf(table),
    select: select(table),
    from: `${service}.audit_entry`,
    where,
    orderBy: by(table, ["recordedAt", "entryId"]),
    values,
  });
  return lists.DESC;
}

/** The seals after one, in order. */
export const listSeals = (
  db: Queryable,
  service: ServiceName,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<AuditSealRow[]> => {
  const table = auditSealTable(service);
  return db.many(
    "audit.list-seals",
    rowOf(table),
    `select ${select(table)} from ${service}.audit_seal where sequence > $1 order by sequence limit $2`,
    [after, limit],
  );
};

export const findLastSeal = (db: Queryable, service: ServiceName): Promise<AuditSealRow | null> => {
  const table = auditSealTable(service);
  return db.maybeOne(
    "audit.find-last-seal",
    rowOf(table),
    `select ${select(table)} from ${service}.audit_seal order by sequence desc limit 1`,
    [],
  );
};

export const addSeal = (tx: Queryable, service: ServiceName, seal: AuditSealRow): Promise<void> =>
  tx.run(
    "audit.add-seal",
    `insert into ${service}.audit_seal (sequence, sealed_at, until_at, until_id, entries, hash) values ($1, $2, $3, $4, $5, $6)`,
    [seal.sequence, seal.sealedAt, seal.untilAt, seal.untilId, seal.entries, seal.hash],
  );

/** A place in the order of entries. */
export type AuditPlace = Pick<AuditSealRow, "untilAt" | "untilId">;

/** Entries after a place, in order: up to another place where one is given, else those that are old enough to be sealed. */
export const listEntriesBetween = (
  db: Queryable,
  service: ServiceName,
  {
    after,
    until,
    settledMs,
    limit,
  }: {
    readonly after: AuditPlace | null;
    readonly until: AuditPlace | null;
    readonly settledMs: number;
    readonly limit: number;
  },
): Promise<AuditEntryRow[]> => {
  const table = auditEntryTable(service);
  return db.many(
    "audit.list-between",
    rowOf(table),
    `select ${select(table)} from ${service}.audit_entry
     where ($1::timestamptz is null or (recorded_at, entry_id) > ($1, $2::uuid))
       and (case when $3::timestamptz is null then recorded_at < clock_timestamp() - make_interval(secs => $5)
            else (recorded_at, entry_id) <= ($3, $4::uuid) end)
     order by recorded_at, entry_id limit $6`,
    [
      after?.untilAt ?? null,
      after?.untilId ?? null,
      until?.untilAt ?? null,
      until?.untilId ?? null,
      settledMs / 1_000,
      limit,
    ],
  );
};

/** How many entries no seal holds yet, up to a bound. */
export const countUnsealed = (
  db: Queryable,
  service: ServiceName,
  { after, most }: { readonly after: AuditPlace | null; readonly most: number },
): Promise<{ counted: number }> =>
  db.one(
    "audit.count-unsealed",
    z.object({ counted: z.int() }),
    `select count(*)::integer as counted from (
       select from ${service}.audit_entry where $1::timestamptz is null or (recorded_at, entry_id) > ($1, $2::uuid) limit $3
     ) as found`,
    [after?.untilAt ?? null, after?.untilId ?? null, most],
  );
