import type { Queryable } from "@tiergraph/kit/database/database";
import { listing } from "@tiergraph/kit/paging/listing";
import { COUNTS, type EvidenceQuery } from "./counted-fact.store.js";
import { BY_DAY, FACT_COLUMNS, type FactRow, factRow } from "./fact.store.js";

/** SQL for whether a revision stood at a moment: it had been recorded, and nothing stood in its place. */
const STOOD_AT = (moment: string): string =>
  `recorded_at <= ${moment} and (retired_at is null or retired_at > ${moment})`;

/** What was corrected later was not known to be wrong. */
const COLUMNS_AT = (moment: string): string => FACT_COLUMNS.replace("reversed_on as", `${REVERSED_AT(moment)} as`);
const REVERSED_AT = (moment: string): string => `(case when corrected_at <= ${moment} then reversed_on end)`;

/** A partner's facts of some kinds as they were known at a moment, in any order. */
export const listFactsKnownAt = (
  db: Queryable,
  query: { readonly partnerId: string; readonly kinds: readonly string[]; readonly at: Date; readonly limit: number },
): Promise<FactRow[]> =>
  db.many(
    "fact.list-known-at",
    factRow,
    `select ${COLUMNS_AT("$3")} from metrics.fact
     where partner_id = $1 and kind = any($2) and ${STOOD_AT("$3")} limit $4`,
    [query.partnerId, query.kinds, query.at, query.limit],
  );

/** The facts that a measure counted by what was known at a moment, earliest first. */
export const evidenceListKnownAt = listing("fact.list-evidence-known-at", {
  shape: factRow,
  select: COLUMNS_AT("$3"),
  from: "metrics.fact",
  where: [
    "partner_id = $1",
    STOOD_AT("$3"),
    `exists (select from jsonb_array_elements($2::jsonb) as asked
       where asked -> 'kinds' ? kind and ${COUNTS("asked", REVERSED_AT("$3"))})`,
  ],
  values: ({ partnerId, countings, at }: EvidenceQuery & { readonly at: Date }) => [
    partnerId,
    JSON.stringify(countings),
    at,
  ],
  orderBy: BY_DAY,
});
