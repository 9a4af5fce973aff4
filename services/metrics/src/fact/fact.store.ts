import type { Queryable } from "@tiergraph/kit/database/database";
import { partOf, type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { factTable } from "./fact.entity.js";

const factRead = partOf(factTable, {
  without: ["recordedAt", "recordedBy", "retiredAt", "correctedAt", "correctedBy", "customerKey", "toldAmount"],
});
/** What is read of a fact. */
export type FactRow = Row<typeof factRead>;
export const factRow = rowOf(factRead);

export const FACT_COLUMNS = select(factRead);

export type FactIdKey = Pick<FactRow, "partnerId" | "factId">;

/** The latest revision of each, void ones too. */
export const findFacts = (db: Queryable, facts: readonly FactIdKey[]): Promise<FactRow[]> =>
  db.many(
    "fact.find",
    factRow,
    `select latest.* from unnest($1::uuid[], $2::uuid[]) as asked (partner, fact)
     cross join lateral (
       select ${FACT_COLUMNS} from metrics.fact where partner_id = asked.partner and fact_id = asked.fact
       order by revision desc limit 1
     ) as latest`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

/** Facts in the order of their days. */
export const BY_DAY = by(factRead, ["occurredOn", "factId"]);

/** The partner's current deals, latest first. */
export const dealList = listing("fact.list-deals", {
  shape: factRow,
  select: FACT_COLUMNS,
  from: "metrics.fact",
  where: ["partner_id = $1", "kind = any($2)", "retired_at is null", "reversed_on is null"],
  values: ({ partnerId, kinds }: { partnerId: string; kinds: readonly string[] }) => [partnerId, kinds],
  orderBy: by(factRead, ["occurredOn desc", "factId desc"]),
});

/** A partner's facts of some kinds that count, or count against themselves, in any order. */
export const listFactsOfKinds = (
  db: Queryable,
  query: { readonly partnerId: string; readonly kinds: readonly string[]; readonly limit: number },
): Promise<FactRow[]> =>
  db.many(
    "fact.list-of-kinds",
    factRow,
    `select ${FACT_COLUMNS} from metrics.fact
     where partner_id = $1 and kind = any($2) and retired_at is null limit $3`,
    [query.partnerId, query.kinds, query.limit],
  );

/** Facts of some kinds that count and have no amount, by partner and id, after one. */
export const listWithoutAmount = (
  db: Queryable,
  { kinds, after, limit }: { kinds: readonly string[]; after: readonly [string, string] | null; limit: number },
): Promise<FactRow[]> =>
  db.many(
    "fact.list-without-amount",
    factRow,
    `select ${FACT_COLUMNS} from metrics.fact
     where kind = any($1) and amount_minor is null and kind <> 'certification'
       and retired_at is null and reversed_on is null and not is_void
       and (partner_id, fact_id) > (coalesce($2::uuid, '00000000-0000-0000-0000-000000000000'),
         coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))
     order by partner_id, fact_id limit $4`,
    [kinds, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** The first day of each kind for each partner, of the facts that count. */
export const listFirstDays = (
  db: Queryable,
  kinds: readonly string[],
): Promise<{ partnerId: string; kind: string; on: string }[]> =>
  db.many(
    "fact.list-first-days",
    z.object({ partnerId: z.string(), kind: z.string(), on: z.string() }),
    `select partner_id as "partnerId", kind, min(occurred_on) as "on" from metrics.fact
     where kind = any($1) and retired_at is null and reversed_on is null group by 1, 2 order by 1, 2`,
    [kinds],
  );

/** The facts of some kinds that partners have, voided ones with the day on which they were; at most `limit` of each. */
export const listFactsOfPartners = (
  db: Queryable,
  query: { readonly partnerIds: readonly string[]; readonly kinds: readonly string[]; readonly limit: number },
): Promise<FactRow[]> =>
  db.many(
    "fact.list-of-partners",
    factRow,
    `select held.* from unnest($1::uuid[]) as asked (id)
     cross join lateral (
       select ${FACT_COLUMNS} from metrics.fact
       where partner_id = asked.id and kind = any($2) and retired_at is null limit $3
     ) as held`,
    [query.partnerIds, query.kinds, query.limit],
  );
