import type { Queryable } from "./statements.js";

/**
 * Every advisory lock that is held until a transaction ends, with its number in PostgreSQL. All services of a database
 * share the numbers, so they stand in one list; a number that was ever used stays with its lock.
 */
export const ADVISORY_LOCKS = {
  "partners.programs": 5501n,
  "metrics.series": 5502n,
  "partners.registration": 5503n,
  "benefits.programs": 5504n,
  "metrics.duplicates": 5507n,
  "metrics.rates": 5508n,
  "partners.cohorts": -3352912541459415289n,
  "partners.daily-run": -1018328751770711820n,
  "enablement.course-versions": 7204817036n,
} as const satisfies Record<string, bigint>;
export type AdvisoryLock = keyof typeof ADVISORY_LOCKS;

/** Locks of which there is one a key, such as a customer: the text is hashed together with the key. */
export const KEYED_LOCKS = {
  "kit.audit-seals-of-service": "kit.audit-seals ",
  "metrics.exports-of-viewer": "export ",
  "benefits.protection-of-customer": "benefits.protection ",
} as const satisfies Record<string, string>;
export type KeyedLock = keyof typeof KEYED_LOCKS;

/** Holds a lock alone until the transaction ends. */
export const lock = (tx: Queryable, name: AdvisoryLock): Promise<void> =>
  tx.run("kit.lock", "select pg_advisory_xact_lock($1)", [ADVISORY_LOCKS[name]]);

/** Holds a lock until the transaction ends, beside others who share it. */
export const lockShared = (tx: Queryable, name: AdvisoryLock): Promise<void> =>
  tx.run("kit.lock-shared", "select pg_advisory_xact_lock_shared($1)", [ADVISORY_LOCKS[name]]);

/** Holds the locks of some keys alone until the transaction ends: in one order, so that two transactions never wait for each other. */
export const lockKeys = (tx: Queryable, name: KeyedLock, keys: readonly string[]): Promise<void> =>
  tx.run(
    "kit.lock-keys",
    `select pg_advisory_xact_lock(hashtextextended($1 || key, 0))
     from (select key from unnest($2::text[]) as key order by key) as sorted`,
    [KEYED_LOCKS[name], keys],
  );
