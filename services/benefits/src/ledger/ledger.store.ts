import { batchOf, columnSql, columnText } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import { both } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { addingLiveEvents } from "@tiergraph/kit/live/live-event.store";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { accountBalanceTable } from "./account-balance.entity.js";
import { type ChainedEntryRow, ledgerTransactionTable } from "./ledger-transaction.entity.js";
import { type PostingRow, postingTable } from "./posting.entity.js";

const accruedRowShape = z.object({
  partnerId: z.string(),
  /** Of the document, by what was given first: the version that settles it now may no longer have the rule. */
  section: z.enum(["rebates", "bonuses", "spiffs"]),
  rule: z.string(),
  subject: z.string(),
  program: z.string(),
  currency: z.string(),
  accruedMinor: z.bigint(),
  /** The day that the latest of it was given for. */
  on: z.string(),
  /** Of what was given first. */
  maturesOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
});

const ENTRIES = batchOf(ledgerTransactionTable);
/** With a live event for each partner. Texts must hold none of the characters that part the columns of a batch: see `writable` in `append-entries.tx.ts`. */
export const addEntries = (db: Queryable, entries: readonly ChainedEntryRow[]): Promise<void> =>
  db.run(
    "ledger.add-entries",
    `with added as (
       insert into benefits.ledger_transaction (${ENTRIES.columns}) ${ENTRIES.rows()} returning partner_id
     ) ${addingLiveEvents("benefits", "entry-posted", "select distinct partner_id, false as is_withheld from added")}`,
    ENTRIES.values(entries),
  );

const POSTINGS = batchOf(postingTable);
/** All postings of an entry have to come in one statement: they are balanced by it. Brings the balances along. */
export const addPostings = (db: Queryable, postings: readonly PostingRow[]): Promise<void> =>
  db.run(
    "ledger.add-postings",
    `with given as ${POSTINGS.rows()}, posted as (
       insert into benefits.posting (${POSTINGS.columns}) select * from given
     ), moved as (
       select partner_id, program, fund, account, currency, sum(amount_minor)::bigint as amount_minor
       from given group by 1, 2, 3, 4, 5
     ), known as (
       update benefits.account_balance as kept set balance_minor = kept.balance_minor + moved.amount_minor from moved
       where kept.partner_id = moved.partner_id and kept.program = moved.program and kept.fund = moved.fund
         and kept.account = moved.account and kept.currency = moved.currency
       returning kept.partner_id, kept.program, kept.fund, kept.account, kept.currency
     )
     -- No upsert: it checks the row that it proposes, and what is taken from an account is below zero by itself.
     insert into benefits.account_balance (partner_id, program, fund, account, currency, balance_minor)
     select * from moved
     where (partner_id, program, fund, account, currency) not in (select * from known)`,
    POSTINGS.values(postings),
  );

/** What a rule has given a partner for a subject so far, corrections included. */
export type AccruedRow = Readonly<z.infer<typeof accruedRowShape>>;

const ACCRUED = `partner_id as "partnerId", rule, subject, program, currency, sum(accrued_minor)::bigint as "accruedMinor",
  (array_agg(occurred_on order by sequence desc))[1] as "on",
  min(matures_on)::date as "maturesOn", min(expires_on)::date as "expiresOn",
  case when bool_or(kind = 'SPIFF_ACCRUED') then 'spiffs' when bool_or(kind = 'BONUS_ACCRUED') then 'bonuses' else 'rebates' end
    as section`;

/**
 * What was given for these facts: looked up one by one. As a join, a plan that was made while the ledger was small read all of
 * it, 136 ms instead of 3 for a thousand facts among a hundred thousand entries.
 */
export const sumAccrued = (
  db: Queryable,
  facts: readonly { partnerId: string; factId: string }[],
): Promise<AccruedRow[]> =>
  db.many(
    "ledger.sum-accrued",
    accruedRowShape,
    `select given.* from unnest(${columnSql(1, "uuid")}, ${columnSql(2, "text")}) as asked (asked_partner, asked_subject)
     cross join lateral (
       select ${ACCRUED} from benefits.ledger_transaction
       where partner_id = asked_partner and subject = asked_subject group by 1, 2, 3, 4, 5
     ) as given`,
    [columnText(facts.map(({ partnerId }) => partnerId)), columnText(facts.map(({ factId }) => factId))],
  );

/** All bonuses that these partners were given, by what is no fact but a target: a handful a partner and period. */
export const sumBonuses = (db: Queryable, partnerIds: readonly string[]): Promise<AccruedRow[]> =>
  db.many(
    "ledger.sum-bonuses",
    accruedRowShape,
    `select ${ACCRUED} from benefits.ledger_transaction
     where partner_id = any($1) and subject <> fact_id::text group by 1, 2, 3, 4, 5`,
    [partnerIds],
  );

/** All balances of partners, those of funds too. */
export const listBalances = listByIds("ledger.list-balances", accountBalanceTable, "partnerId", {
  orderBy: ["partnerId", "program", "currency", "fund", "account"],
});

const rewardEntryShape = both(rowOf(ledgerTransactionTable), z.object({ amountMinor: z.bigint(), page: z.bigint() }));

/** An entry as a partner sees it, with what it moved of its own accounts. */
export interface RewardEntryRow extends ChainedEntryRow {
  /** By how much what the partner has, pending or earned, set apart or owed, came to more or less. */
  readonly amountMinor: bigint;
}

export interface EntriesQuery {
  readonly partnerId: string;
  /** Only what rules of the program gave and took back. */
  readonly isOfRules: boolean;
}

/** A page that is read forwards. */
export interface EntryPageQuery extends EntriesQuery {
  /** The place of the last entry already read; null from the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** What entries moved of a partner's own accounts: pending, earned, set apart and owed. */
const OWN_AMOUNT = `coalesce((select sum(amount_minor) from benefits.posting
    where posting.partner_id = entry.partner_id and posting.transaction_id = entry.transaction_id
      and account in ('partner:pending', 'partner:earned', 'partner:reserved', 'partner:debt')), 0)::bigint as "amountMinor"`;

/** A partner's entries, newest first. */
export const entryList = listing("ledger.list-entries", {
  shape: both(rowOf(ledgerTransactionTable), z.object({ amountMinor: z.bigint() })),
  select: `${OWN_AMOUNT}, ${select(ledgerTransactionTable)}`,
  from: "benefits.ledger_transaction as entry",
  where: ["partner_id = $1", "($2::boolean is null or rule is not null)"],
  values: ({ partnerId, isOfRules }: EntriesQuery) => [partnerId, isOfRules ? true : null],
  orderBy: by(ledgerTransactionTable, ["sequence desc"]),
});

/** A page of each partner's entries, newest first: all pages in one statement; of rules that pay only, or all. */
export const listRewardEntries = (
  db: Queryable,
  pages: readonly EntryPageQuery[],
): Promise<(RewardEntryRow & { page: bigint })[]> =>
  db.many(
    "ledger.list-reward-entries",
    rewardEntryShape,
    `select page, ${OWN_AMOUNT}, ${select(ledgerTransactionTable)}
     from unnest($1::uuid[], $2::integer[], $3::integer[], $4::boolean[])
       with ordinality as asked (asked_partner, before, page_size, is_of_rules, page)
     cross join lateral (
       select * from benefits.ledger_transaction
       where partner_id = asked_partner and sequence < coalesce(before, 2147483647) and (rule is not null or not is_of_rules)
       order by sequence desc limit page_size
     ) as entry
     order by page, sequence desc`,
    [
      pages.map(({ partnerId }) => partnerId),
      pages.map(({ before }) => before),
      pages.map(({ limit }) => limit),
      pages.map(({ isOfRules }) => isOfRules),
    ],
  );
