import { columnOf, columnText } from "@tiergraph/kit/database/column-text";
import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { accountBalanceTable } from "./account-balance.entity.js";
import type { EntryKind, LedgerAccount, LedgerEntry } from "./entry.js";
import { ledgerTransactionTable } from "./ledger-transaction.entity.js";

const accruedRowShape = z.object({
  partnerId: z.string(),
  /** Of the document, by what was given first: the version that settles it now may not have the rule any more. */
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

const balanceRowShape = rowOf(accountBalanceTable);

const rowShape = z.object({
  kind: z.enum([
    "REBATE_ACCRUED",
    "REBATE_CORRECTED",
    "BONUS_ACCRUED",
    "BONUS_CORRECTED",
    "SPIFF_ACCRUED",
    "SPIFF_CORRECTED",
    "CLAWED_BACK",
    "REWARDS_EARNED",
    "REWARDS_EXPIRED",
    "REWARDS_RENEWED",
    "REDEMPTION_REQUESTED",
    "REDEMPTION_RETURNED",
    "REDEMPTION_PAID",
    "FUND_ALLOCATED",
    "FUND_COMMITTED",
    "FUND_RELEASED",
    "FUND_REIMBURSED",
    "FUND_EXPIRED",
  ]),
  amountMinor: z.bigint(),
  program: z.string(),
  partnerId: z.string(),
  subject: z.string().nullable(),
  factId: z.string().nullable(),
  transactionId: z.string(),
  occurredOn: z.string(),
  recordedAt: z.date(),
  rule: z.string().nullable(),
  tier: z.string().nullable(),
  rate: z.string().nullable(),
  baseMinor: z.bigint().nullable(),
  programVersion: z.string(),
  explanation: z.string(),
  sequence: z.int(),
  previousHash: z.string(),
  hash: z.string(),
  accruedMinor: z.bigint().nullable(),
  currency: z.string(),
  maturesOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  actor: z.string().nullable(),
  reference: z.string().nullable(),
  page: z.bigint(),
});

/** An entry with its place in the partner's chain. */
export interface ChainedEntryRow extends Omit<LedgerEntry, "lines" | "credits"> {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

export interface PostingRow {
  readonly partnerId: string;
  readonly transactionId: string;
  readonly program: string;
  readonly account: LedgerAccount;
  /** Empty for accounts that are of no fund. */
  readonly fund: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}

const ENTRY_COLUMNS = select(ledgerTransactionTable, { without: ["partnerId"] });

/** Texts must hold none of the characters that part the columns of a batch: see `writable` in `write-in.ts`. */
export const addEntries = (db: Queryable, entries: readonly ChainedEntryRow[]): Promise<void> =>
  db.run(
    "ledger.add-entries",
    `insert into benefits.ledger_transaction (partner_id, transaction_id, kind, occurred_on, recorded_at, program,
       program_version, currency, rule, subject, fact_id, tier, rate, base_minor, accrued_minor, matures_on, expires_on,
       actor, reference, explanation, sequence, previous_hash, hash)
     select * from unnest(${[
       "uuid",
       "uuid",
       "text",
       "date",
       "timestamptz",
       "text",
       "text",
       "text",
       "text",
       "text",
       "uuid",
       "text",
       "text",
       "bigint",
       "bigint",
       "date",
       "date",
       "text",
       "uuid",
       "text",
       "integer",
       "text",
       "text",
     ]
       .map((type, index) => columnOf(index + 1, type))
       .join(", ")})`,
    [
      columnText(entries.map(({ partnerId }) => partnerId)),
      columnText(entries.map(({ transactionId }) => transactionId)),
      columnText(entries.map(({ kind }) => kind)),
      columnText(entries.map(({ occurredOn }) => occurredOn)),
      columnText(entries.map(({ recordedAt }) => recordedAt.toISOString())),
      columnText(entries.map(({ program }) => program)),
      columnText(entries.map(({ programVersion }) => programVersion)),
      columnText(entries.map(({ currency }) => currency)),
      columnText(entries.map(({ rule }) => rule)),
      columnText(entries.map(({ subject }) => subject)),
      columnText(entries.map(({ factId }) => factId)),
      columnText(entries.map(({ tier }) => tier)),
      columnText(entries.map(({ rate }) => rate)),
      columnText(entries.map(({ baseMinor }) => baseMinor?.toString() ?? null)),
      columnText(entries.map(({ accruedMinor }) => accruedMinor?.toString() ?? null)),
      columnText(entries.map(({ maturesOn }) => maturesOn)),
      columnText(entries.map(({ expiresOn }) => expiresOn)),
      columnText(entries.map(({ actor }) => actor)),
      columnText(entries.map(({ reference }) => reference)),
      columnText(entries.map(({ explanation }) => explanation)),
      columnText(entries.map(({ sequence }) => sequence)),
      columnText(entries.map(({ previousHash }) => previousHash)),
      columnText(entries.map(({ hash }) => hash)),
    ],
  );

/** All postings of an entry have to come in one statement: they are balanced by it. Brings the balances along. */
export const addPostings = (db: Queryable, postings: readonly PostingRow[]): Promise<void> =>
  db.run(
    "ledger.add-postings",
    `with given as (
       select * from unnest(${["uuid", "uuid", "text", "text", "text", "bigint", "text"].map((type, index) => columnOf(index + 1, type)).join(", ")})
         as given (partner_id, transaction_id, program, account, fund, amount_minor, currency)
     ), posted as (
       insert into benefits.posting (partner_id, transaction_id, program, account, fund, amount_minor, currency)
       select partner_id, transaction_id, program, account, fund, amount_minor, currency from given
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
    [
      columnText(postings.map(({ partnerId }) => partnerId)),
      columnText(postings.map(({ transactionId }) => transactionId)),
      columnText(postings.map(({ program }) => program)),
      columnText(postings.map(({ account }) => account)),
      columnText(postings.map(({ fund }) => fund)),
      columnText(postings.map(({ amountMinor }) => amountMinor.toString())),
      columnText(postings.map(({ currency }) => currency)),
    ],
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
    `select given.* from unnest(${columnOf(1, "uuid")}, ${columnOf(2, "text")}) as asked (asked_partner, asked_subject)
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

export type BalanceRow = RowIn<typeof balanceRowShape>;

/** All balances of partners, those of funds too. */
export const listBalances = (db: Queryable, partnerIds: readonly string[]): Promise<BalanceRow[]> =>
  db.many(
    "ledger.list-balances",
    balanceRowShape,
    `select partner_id as "partnerId", program, fund, account, currency, balance_minor as "balanceMinor"
     from benefits.account_balance where partner_id = any($1) order by partner_id, program, currency, fund, account`,
    [partnerIds],
  );

/** An entry as a partner sees it, with what it moved of its own accounts. */
export interface RewardEntryRow extends Omit<ChainedEntryRow, "kind"> {
  readonly kind: EntryKind;
  /** By how much what the partner has, pending or earned, set apart or owed, came to more or less. */
  readonly amountMinor: bigint;
}

export interface EntryPageQuery {
  readonly partnerId: string;
  /** The place of the last entry already read; null from the newest. */
  readonly before: number | null;
  readonly limit: number;
  /** Only what rules of the program gave and took back. */
  readonly isOfRules: boolean;
}

/** What entries moved of a partner's own accounts: pending, earned, set apart and owed. */
const OWN_AMOUNT = `coalesce((select sum(amount_minor) from benefits.posting
    where posting.partner_id = entry.partner_id and posting.transaction_id = entry.transaction_id
      and account in ('partner:pending', 'partner:earned', 'partner:reserved', 'partner:debt')), 0)::bigint as "amountMinor"`;

/** A page of each partner's entries, newest first: all pages in one statement; of rules that pay only, or all. */
export const listRewardEntries = (
  db: Queryable,
  pages: readonly EntryPageQuery[],
): Promise<(RewardEntryRow & { page: bigint })[]> =>
  db.many(
    "ledger.list-reward-entries",
    rowShape,
    `select page, partner_id as "partnerId", ${OWN_AMOUNT}, ${ENTRY_COLUMNS}
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
