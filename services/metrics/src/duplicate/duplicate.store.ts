import { lock } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { addMissing, removeByKeys, updateBy } from "@tiergraph/kit/database/table-writes";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { duplicateTable, type GroupMember } from "./duplicate.entity.js";
import { duplicateGroupTable } from "./duplicate-group.entity.js";

export type FactOfGroup = Pick<GroupMember, "partnerId" | "factId">;

const duplicateRowShape = both(
  rowOf(duplicateGroupTable),
  /** In the order in which they were found; at least one. */
  z.object({ facts: z.array(z.custom<FactOfGroup>()) }),
);

/** Won deals of several partners that look like one. */
export type DuplicateRow = RowIn<typeof duplicateRowShape>;

/** Deals that close within so many days of each other may be one. */
const DAYS_APART = 30;

const alikePairShape = z.object({
  partnerId: z.string(),
  factId: z.string(),
  otherPartnerId: z.string(),
  otherFactId: z.string(),
});
export type AlikePair = RowIn<typeof alikePairShape>;

/** SQL for the deals of other partners that look like one that came, by one of its amounts: each has an index of its own. */
const alikeBy = (hasSameAmount: string): string => `
       select partner_id, fact_id from metrics.fact
       where customer_key = came.customer_key and ${hasSameAmount} and kind = 'deal.won'
         and retired_at is null and reversed_on is null and customer_key is not null and partner_id <> came.partner_id
         and product is not distinct from came.product and origin -> 'share' is null
         and occurred_on between came.occurred_on - ${DAYS_APART} and came.occurred_on + ${DAYS_APART}
       offset 0`;

/**
 * For won deals that came, those of other partners that look the same: the same customer, amount and product, closed within
 * 30 days. An amount is compared as it counts, and as it was reported in another currency: rates of two days make two
 * amounts of one. Shared deals are distinguished by their shares.
 */
export const findAlike = (db: Queryable, facts: readonly FactOfGroup[]): Promise<AlikePair[]> =>
  db.many(
    "duplicate.find-alike",
    alikePairShape,
    // Fact by fact and each by the index that is meant, also where the planner misjudges of a table that has just grown:
    // `offset 0` keeps it from joining by the customer alone, of which one may have thousands of deals. A plain `union` would
    // take an index in the order of partners, and read all of it for each deal.
    `with came as materialized (
       select came.* from unnest($1::uuid[], $2::uuid[]) as given (partner_id, fact_id)
       cross join lateral (
         select * from metrics.fact where partner_id = given.partner_id and fact_id = given.fact_id offset 0
       ) as came
       where kind = 'deal.won' and retired_at is null and reversed_on is null and customer_key is not null
         and origin -> 'share' is null
     )
     select distinct came.partner_id as "partnerId", came.fact_id as "factId", other.partner_id as "otherPartnerId",
       other.fact_id as "otherFactId"
     from came
     cross join lateral (
       (${alikeBy("amount_minor = came.amount_minor")})
       union all
       (${alikeBy("came.told_amount is not null and told_amount = came.told_amount")})
     ) as other
     order by "factId", "otherFactId"`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

/** One finding at a time: two that meet would make two groups of one. */
export const lockGroups = (db: Queryable): Promise<void> => lock(db, "metrics.duplicates");

const COLUMNS = `${select(duplicateGroupTable)}, (
    select jsonb_agg(jsonb_build_object('partnerId', partner_id, 'factId', fact_id) order by place)
    from metrics.duplicate where duplicate.duplicate_id = found.duplicate_id
  ) as facts`;

/** Each fact is looked up by itself: as a join, a plan that was made while there were few groups reads all of them. */
const GROUPS_OF = `unnest($1::uuid[], $2::uuid[]) as asked (asked_partner, asked_fact)
     cross join lateral (
       select duplicate_id, fact_id from metrics.duplicate
       where partner_id = asked_partner and fact_id = asked_fact offset 0
     ) as member`;

/** The groups that facts are in and that nobody has decided, the first found first. */
export const findOpenGroups = (db: Queryable, facts: readonly FactOfGroup[]): Promise<DuplicateRow[]> =>
  db.many(
    "duplicate.find-open",
    duplicateRowShape,
    `with member as materialized (select distinct duplicate_id from ${GROUPS_OF})
     select found.* from member
     cross join lateral (
       select ${COLUMNS} from metrics.duplicate_group as found
       where found.duplicate_id = member.duplicate_id and state = 'OPEN' offset 0
     ) as found
     order by "foundAt", "duplicateId"`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

/** Facts that were decided to be several deals: pairs of facts, each in the order of their ids. */
export const findDistinct = (db: Queryable, facts: readonly FactOfGroup[]): Promise<{ one: string; other: string }[]> =>
  db.many(
    "duplicate.find-distinct",
    z.object({ one: z.string(), other: z.string() }),
    `with member as materialized (select distinct duplicate_id, fact_id from ${GROUPS_OF})
     select distinct least(member.fact_id, other.fact_id) as one, greatest(member.fact_id, other.fact_id) as other
     from member
     cross join lateral (
       select fact_id from metrics.duplicate where duplicate_id = member.duplicate_id and fact_id <> member.fact_id
         and exists (
           select from metrics.duplicate_group as decided
           where decided.duplicate_id = member.duplicate_id and decided.state = 'DISTINCT'
         )
       offset 0
     ) as other`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

export const addGroups = (db: Queryable, duplicateIds: readonly string[], foundAt: Date): Promise<void> =>
  db.run(
    "duplicate.add-groups",
    `insert into metrics.duplicate_group (duplicate_id, found_at, state)
     select duplicate_id, $2, 'OPEN' from unnest($1::uuid[]) as duplicate_id`,
    [duplicateIds, foundAt],
  );

export const addToGroups = addMissing("duplicate.add-to-groups", duplicateTable);

export const removeFromGroups = removeByKeys("duplicate.remove-from-groups", duplicateTable, [
  "partnerId",
  "duplicateId",
  "factId",
]);

/** Groups of which too few are left, or that became part of another. */
export const closeGroups = (db: Queryable, duplicateIds: readonly string[], at: Date): Promise<void> =>
  db.run(
    "duplicate.close-groups",
    `update metrics.duplicate_group set state = 'CLOSED', decided_at = $2, decided_by = 'system'
     where duplicate_id = any($1)`,
    [duplicateIds, at],
  );

/** Those of a state, or all for null, the first found first. */
export const duplicateList = listing("duplicate.list", {
  shape: duplicateRowShape,
  select: COLUMNS,
  from: "metrics.duplicate_group as found",
  where: [
    "($1::text is null or state = $1)",
    "exists (select from metrics.duplicate where duplicate.duplicate_id = found.duplicate_id)",
  ],
  values: (state: DuplicateRow["state"] | null) => [state],
  orderBy: by(duplicateGroupTable, ["foundAt", "duplicateId"]),
});

/** Held for the rest of the transaction, so that two never decide at once. */
export const lockDuplicate = (db: Queryable, duplicateId: string): Promise<DuplicateRow | null> =>
  db.maybeOne(
    "duplicate.lock",
    duplicateRowShape,
    `select ${COLUMNS} from metrics.duplicate_group as found where duplicate_id = $1 for no key update`,
    [duplicateId],
  );

export const putDuplicateState = updateBy("duplicate.put-state", duplicateGroupTable, {
  by: ["duplicateId"],
  set: ["state", "decidedAt", "decidedBy", "note"],
});
