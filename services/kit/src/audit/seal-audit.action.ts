import { createHash } from "node:crypto";
import { lockKeys } from "../database/advisory-locks.js";
import type { Database } from "../database/database.js";
import type { ServiceName } from "../database/provision.js";
import { systemViewer } from "../identity/viewer.js";
import type { Clock } from "../process/clock.js";
import type { AuditEntryRow } from "./audit.entity.js";
import { addSeal, findLastSeal, listEntriesBetween } from "./audit.store.js";

/** Crontab line: each minute. */
export const SEAL_CRONTAB = "* * * * * sealAudit";
/** An entry is the last that its transaction writes: one that is older was committed, or never will be. */
const SETTLED_MS = 2 * 60 * 1_000;
export const MAX_ENTRIES_A_SEAL = 5_000;

/** Seals the entries that no other will come before any more. */
export const sealAudit =
  (db: Database, service: ServiceName, clock: Clock, settledMs = SETTLED_MS): (() => Promise<void>) =>
  async () => {
    const sealSome = () =>
      db.transact(systemViewer(service), async (tx) => {
        await lockKeys(tx, "kit.audit-seals-of-service", [service]);
        const last = await findLastSeal(tx, service);
        const entries = await listEntriesBetween(tx, service, {
          after: last,
          until: null,
          settledMs,
          limit: MAX_ENTRIES_A_SEAL,
        });
        const end = entries.at(-1);
        if (end !== undefined)
          await addSeal(tx, service, {
            sequence: (last?.sequence ?? 0) + 1,
            sealedAt: clock.now(),
            untilAt: end.recordedAt,
            untilId: end.entryId,
            entries: entries.length,
            hash: hashOfEntries(last?.hash ?? "", entries),
          });
        return entries.length;
      });
    while ((await sealSome()) === MAX_ENTRIES_A_SEAL);
  };

/** SHA-256 over the seal before and each entry, as JSON in the order of its columns. */
export function hashOfEntries(before: string, entries: readonly AuditEntryRow[]): string {
  const hash = createHash("sha256").update(before);
  for (const entry of entries)
    hash.update(
      `\n${JSON.stringify([
        entry.entryId,
        entry.recordedAt.toISOString(),
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
      ])}`,
    );
  return hash.digest("hex");
}
