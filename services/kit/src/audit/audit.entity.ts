import type { ServiceName } from "../database/provision.js";
import { column, type Row, tablesOf } from "../database/table.js";

export const AUDIT_OUTCOMES = ["DONE", "REFUSED", "FAILED"] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** What was asked of a service, by whom, and how it ended: see `recordActions`. */
export const auditEntryTable = (service: ServiceName) =>
  tablesOf(service)("audit_entry", {
    properties: {
      entryId: column.uuid().primary(),
      recordedAt: column.datetime(),
      requestId: column.text(),
      role: column.text(),
      subject: column.text(),
      /** Of the client, as the gateway saw it; null where it did not come by a gateway. */
      address: column.text().nullable(),
      /** The mutation: `redeemRewards`. */
      action: column.text(),
      outcome: column.enum([...AUDIT_OUTCOMES]),
      /** Of a refusal or an error. */
      code: column.text().nullable(),
      /** The one partner that it was about; null for several or none. */
      partnerId: column.uuid().nullable(),
      /** The one object that it was about, by its public id. */
      objectId: column.text().nullable(),
      /** JSON, without what names persons. */
      input: column.text(),
    },
    indexes: [
      { name: "audit_entry_in_order", properties: ["recordedAt", "entryId"] },
      { name: "audit_entry_by_partner", properties: ["partnerId", "recordedAt", "entryId"] },
      { name: "audit_entry_by_subject", properties: ["subject", "recordedAt", "entryId"] },
      { name: "audit_entry_by_object", properties: ["objectId", "recordedAt", "entryId"] },
    ],
  });
export type AuditEntryRow = Row<ReturnType<typeof auditEntryTable>>;

/** The entries of a while, sealed: each seal holds the hash of those entries and of the seal before. */
export const auditSealTable = (service: ServiceName) =>
  tablesOf(service)("audit_seal", {
    properties: {
      sequence: column.integer().primary().autoincrement(false),
      sealedAt: column.datetime(),
      /** The last entry that it holds. */
      untilAt: column.datetime(),
      untilId: column.uuid(),
      entries: column.integer(),
      hash: column.text(),
    },
  });
export type AuditSealRow = Row<ReturnType<typeof auditSealTable>>;
