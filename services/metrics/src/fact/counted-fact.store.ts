import type { Queryable } from "@tiergraph/kit/database/database";
import { listing } from "@tiergraph/kit/paging/listing";
import type { Gathering } from "@tiergraph/program/measure";
import { z } from "zod";
import { ATTRIBUTE_OF, CONDITIONS_HOLD } from "../series/index.js";
import { type CarriedName, type CountingRequest, carriedName } from "./counting-request.js";
import { BY_DAY, FACT_COLUMNS, factRow } from "./fact.store.js";

const gatheredFactsRowShape = z.object({
  request: z.int(),
  group: z.string().nullable(),
  key: z.string().nullable(),
  apart: z.string().nullable(),
  facts: z.bigint(),
  /** As text, since sums outgrow 64 bits; null where no fact has one. */
  amountMinor: z.string().nullable(),
  quantity: z.string().nullable(),
  on: z.string(),
  id: z.string(),
});

/** What stands in place of a reversed fact has its id, and both are to count. */
const FACT_ID = "fact_id::text || case when reversed_on is null then '' else '/' || revision end";

/** What a fact has of the field or attribute that a JSON object names, as text. */
const CARRIED = (
  name: string,
): string => `case when ${name} ? 'attribute' then ${ATTRIBUTE_OF(`${name} ->> 'attribute'`)}
    else case ${name} ->> 'field' when 'amount' then amount_minor::text when 'quantity' then quantity::text
      when 'until' then until_on::text
      when 'customer' then customer when 'product' then product when 'person' then coalesce(person_id::text, attributes ->> 'person')
      when 'fact' then ${FACT_ID}
      when 'certificate' then case when kind = 'certification' and person_id is not null
        then coalesce(person_id::text || chr(1) || coalesce(attributes ->> 'course', product), ${FACT_ID}) else ${FACT_ID} end end end`;

/** SQL that is true for a fact of one of a request's kinds whose entry of a day its counting takes, as `countedEntries` has it. */
const COUNTS_ON = (asked: string, day: string): string => `
  ${day} >= coalesce((${asked} ->> 'from')::date, '-infinity') and ${day} < (${asked} ->> 'to')::date
  and (jsonb_array_length(${asked} -> 'ranges') = 1 or exists (
    select from jsonb_to_recordset(${asked} -> 'ranges') as range ("from" date, "to" date)
    where ${day} >= coalesce(range.from, '-infinity') and ${day} < range.to))
  and ((kind <> 'certification' and not (${asked} -> 'onlyActive')::boolean)
    or (occurred_on <= (${asked} ->> 'asOf')::date and (until_on is null or until_on > (${asked} ->> 'asOf')::date)))
  and (${asked} ->> 'carrying' is null or (${CARRIED(`(${asked} -> 'carrying')`)}) is not null)
  and ${CONDITIONS_HOLD({ where: `${asked} -> 'where'`, except: `${asked} -> 'except'` })}`;

/** The day on which a fact happened, where it was posted for a later one. */
const HAPPENED_ON = "coalesce((origin ->> 'happenedOn')::date, occurred_on)";

/**
 * The days on which a counting takes a fact, or takes it off again; see `countedEntries`.
 *
 * @param reversedOn SQL for the day on which it was taken back, as far as that is known
 */
const entryDays = (asked: string, reversedOn: string) =>
  [
    { sign: 1, day: "occurred_on", isTaken: `${asked} ->> 'late' <> 'recount'` },
    {
      sign: -1,
      day: reversedOn,
      isTaken: `${reversedOn} is not null and (${asked} ->> 'late' = 'post'
        or ${asked} ->> 'late' = 'own' and ${COUNTS_ON(asked, "occurred_on")})`,
    },
    { sign: 1, day: HAPPENED_ON, isTaken: `${asked} ->> 'late' = 'recount' and ${reversedOn} is null` },
  ] as const;

/** SQL that is true for a fact of one of a request's kinds of which its counting takes any entry. */
export const COUNTS = (asked: string, reversedOn = "reversed_on"): string => {
  const entries = entryDays(asked, reversedOn).map(({ day, isTaken }) => `(${isTaken} and ${COUNTS_ON(asked, day)})`);
  return `(${entries.join(" or ")})`;
};

/** Facts on their days, and those that were taken off again against themselves on the later day. */
const ENTRIES_COUNTED = (asked: string): string => {
  const entries = entryDays(asked, "reversed_on").map(
    ({ day, sign, isTaken }) => `
    select fact.*, ${sign} as sign, ${day} as day from metrics.fact
    where partner_id = (${asked} ->> 'partnerId')::uuid and retired_at is null
      and kind = any (array(select jsonb_array_elements_text(${asked} -> 'kinds'))) and ${COUNTS_ON(asked, day)}
      and ${isTaken}`,
  );
  return `(${entries.join(" union all ")}) as entry`;
};

export interface EvidenceQuery {
  readonly partnerId: string;
  /** A fact is evidence when one of them takes it. */
  readonly countings: readonly CountingRequest[];
}

/** The facts that a measure counted, earliest first. */
export const evidenceList = listing("fact.list-evidence", {
  shape: factRow,
  select: FACT_COLUMNS,
  from: "metrics.fact",
  where: [
    "partner_id = $1",
    "retired_at is null",
    `exists (select from jsonb_array_elements($2::jsonb) as asked where asked -> 'kinds' ? kind and ${COUNTS("asked")})`,
  ],
  values: ({ partnerId, countings }: EvidenceQuery) => [partnerId, JSON.stringify(countings)],
  orderBy: BY_DAY,
});

/** Facts that came, or were taken back, after their period had closed, of those that countings take on their own day. */
export const countRecounted = (
  db: Queryable,
  { partnerId, countings }: Pick<EvidenceQuery, "partnerId" | "countings">,
): Promise<{ came: number; takenBack: number } | null> =>
  db.maybeOne(
    "fact.count-recounted",
    z.object({ came: z.int(), takenBack: z.int() }),
    `select count(*) filter (where reversed_on is null)::int as came,
       count(*) filter (where reversed_on is not null)::int as "takenBack"
     from metrics.fact
     where partner_id = $1 and retired_at is null and (origin ? 'happenedOn' or reversed_on is not null)
       and exists (select from jsonb_array_elements($2::jsonb) as asked where asked -> 'kinds' ? kind
         and ${COUNTS_ON("asked", HAPPENED_ON)})`,
    [partnerId, JSON.stringify(countings)],
  );

/** A count of different things, or of facts that hold on a day: what no rollup can answer. */
export interface DistinctRequest extends CountingRequest {
  readonly partnerId: string;
}

export const countDistinct = (
  db: Queryable,
  requests: readonly DistinctRequest[],
): Promise<{ request: number; total: bigint }[]> =>
  db.many(
    "fact.count-distinct",
    z.object({ request: z.int(), total: z.bigint() }),
    `select (asked ->> 'request')::integer as request, counted.total
     from jsonb_array_elements($1::jsonb) as asked
     cross join lateral (
       select case when asked ->> 'carrying' is null then coalesce(sum(facts), 0)::bigint
         else count(*) filter (where facts > 0) end as total
       from (
         select ${CARRIED("(asked -> 'carrying')")} as value, sum(sign) as facts from ${ENTRIES_COUNTED("asked")} group by 1
       ) as standing
     ) as counted`,
    [numbered(requests)],
  );

/** Facts brought together by a group and a key. */
export interface GatherRequest extends CountingRequest {
  readonly partnerId: string;
  readonly by: string | null;
  readonly key: CarriedName | null;
  readonly apart: CarriedName | null;
}

export const gatherRequest = (counting: DistinctRequest, { by, key, apart }: Gathering): GatherRequest => ({
  ...counting,
  by,
  key: key === null ? null : carriedName(key),
  apart: apart === null ? null : carriedName(apart),
});

export type GatheredFactsRow = Readonly<z.infer<typeof gatheredFactsRowShape>>;

export const gatherFacts = (db: Queryable, requests: readonly GatherRequest[]): Promise<GatheredFactsRow[]> =>
  db.many(
    "fact.gather",
    gatheredFactsRowShape,
    `select (asked ->> 'request')::integer as request, gathered.*
     from jsonb_array_elements($1::jsonb) as asked
     cross join lateral (
       select ${ATTRIBUTE_OF("asked ->> 'by'")} as "group", ${CARRIED("(asked -> 'key')")} as key,
         ${CARRIED("(asked -> 'apart')")} as apart, sum(sign) as facts,
         sum(sign * amount_minor)::text as "amountMinor", sum(sign * quantity)::text as quantity, max(day) as "on",
         (array_agg(fact_id order by day desc, fact_id desc))[1] as id
       from ${ENTRIES_COUNTED("asked")}
       group by 1, 2, 3
     ) as gathered`,
    [numbered(requests)],
  );

const numbered = (requests: readonly DistinctRequest[]): string =>
  JSON.stringify(requests.map((request, i) => ({ request: i, ...request })));
