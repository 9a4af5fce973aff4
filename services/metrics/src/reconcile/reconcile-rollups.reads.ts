import type { Queryable } from "@tiergraph/kit/database/database";
import { listPartnerIdsAfter } from "../partner/index.js";
import {
  findRollupFaults,
  listSlottedSeries,
  type RollupFaultRow,
  type RollupPeriod,
  type SeriesColumn,
} from "../series/index.js";
import { type DigestRow, digestKept } from "./digest.store.js";

/** A cell of the rollups that is not what the facts come to. */
export interface RollupFault extends RollupFaultRow {
  readonly table: RollupPeriod;
  /** Its series, by the key under which it is kept. */
  readonly series: string;
}

export interface Reconciled {
  readonly checked: number;
  readonly total: number;
  readonly faults: readonly RollupFault[];
  /** What is kept here of each partner's facts and tiers. */
  readonly digests: readonly DigestRow[];
  /** The last partner of this batch; null at the end. */
  readonly next: string | null;
}

/** Partners of one batch. */
export const MAX_RECONCILED = 1_000;
/** How many faults of one column and batch are returned; a database with more has lost a table. */
const MAX_FAULTS = 100;
const PERIODS = ["day", "month"] as const;

/** Checks the rollups of a batch of partners, in the order of their ids, against a recount of their facts. */
export async function reconcileRollups(
  db: Queryable,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<Reconciled> {
  // One more than asked for shows whether there is another batch.
  const found = await listPartnerIdsAfter(db, { after, limit: first + 1 });
  const partners = found.slice(0, first);
  const partnerIds = partners.map(({ partnerId }) => partnerId);
  const faults: RollupFault[] = [];
  for (const column of partnerIds.length === 0 ? [] : await listSlottedSeries(db))
    for (const table of PERIODS) faults.push(...(await faultsOf(db, table, { column, partnerIds })));
  return {
    checked: partnerIds.length,
    total: found[0]?.total ?? 0,
    faults,
    digests: partnerIds.length === 0 ? [] : await digestKept(db, partnerIds),
    next: found.length > first ? (partnerIds.at(-1) ?? null) : null,
  };
}

const faultsOf = async (
  db: Queryable,
  table: RollupPeriod,
  of: { readonly column: SeriesColumn; readonly partnerIds: readonly string[] },
): Promise<RollupFault[]> =>
  (await findRollupFaults(db, table, { ...of, limit: MAX_FAULTS })).map((fault) => ({
    ...fault,
    table,
    series: of.column.series.key,
  }));
