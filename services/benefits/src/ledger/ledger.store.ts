import type { Queryable } from "@tiergraph/kit/database/database";

/** What the partner has earned and not used, and what the program owes for it. */
export type Account = "partner:earned" | "program:rebates";

export interface LedgerTransactionRow {
  readonly partnerId: string;
  readonly transactionId: string;
  readonly kind: "REBATE_ACCRUED" | "REBATE_CORRECTED";
  readonly occurredOn: string;
  readonly recordedAt: Date;
  readonly rule: string;
  readonly factId: string;
  /** Null where no tier was held on the day. */
  readonly tier: string | null;
  readonly rate: string;
  readonly baseMinor: bigint;
  readonly programVersion: string;
  readonly explanation: string;
}

export interface PostingRow {
  readonly partnerId: string;
  readonly transactionId: string;
  readonly account: Account;
  readonly amountMinor: bigint;
  readonly currency: string;
}

const TRANSACTION_COLUMNS = `transaction_id as "transactionId", kind, occurred_on as "occurredOn",
  recorded_at as "recordedAt", rule, fact_id as "factId", tier, rate, base_minor as "baseMinor",
  program_version as "programVersion", explanation`;

export const addTransactions = (db: Queryable, transactions: readonly LedgerTransactionRow[]): Promise<unknown[]> =>
  db.rows(
    "ledger.add-transactions",
    `insert into benefits.ledger_transaction (partner_id, transaction_id, kind, occurred_on, recorded_at, rule, fact_id,
       tier, rate, base_minor, program_version, explanation)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::timestamptz[], $6::text[], $7::uuid[],
       $8::text[], $9::text[], $10::bigint[], $11::text[], $12::text[])`,
    [
      transactions.map(({ partnerId }) => partnerId),
      transactions.map(({ transactionId }) => transactionId),
      transactions.map(({ kind }) => kind),
      transactions.map(({ occurredOn }) => occurredOn),
      transactions.map(({ recordedAt }) => recordedAt),
      transactions.map(({ rule }) => rule),
      transactions.map(({ factId }) => factId),
      transactions.map(({ tier }) => tier),
      transactions.map(({ rate }) => rate),
      transactions.map(({ baseMinor }) => baseMinor.toString()),
      transactions.map(({ programVersion }) => programVersion),
      transactions.map(({ explanation }) => explanation),
    ],
  );

const postingParameters = (postings: readonly PostingRow[]): unknown[] => [
  postings.map(({ partnerId }) => partnerId),
  postings.map(({ transactionId }) => transactionId),
  postings.map(({ account }) => account),
  postings.map(({ amountMinor }) => amountMinor.toString()),
  postings.map(({ currency }) => currency),
];

export const addPostings = (db: Queryable, postings: readonly PostingRow[]): Promise<unknown[]> =>
  db.rows(
    "ledger.add-postings",
    `insert into benefits.posting (partner_id, transaction_id, account, amount_minor, currency)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[])`,
    postingParameters(postings),
  );

/** Brings the balances along, in the transaction of the postings themselves. */
export const addToBalances = (db: Queryable, postings: readonly PostingRow[]): Promise<unknown[]> =>
  db.rows(
    "ledger.add-to-balances",
    `insert into benefits.account_balance as kept (partner_id, account, currency, balance_minor)
     select partner_id, account, currency, sum(amount_minor)::bigint
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[])
       as posting (partner_id, transaction_id, account, amount_minor, currency)
     group by 1, 2, 3 order by 1, 2, 3
     on conflict (partner_id, account, currency) do update set balance_minor = kept.balance_minor + excluded.balance_minor`,
    postingParameters(postings),
  );

/** What the partner was given for each fact by each rule, corrections included. */
export interface AccruedRow {
  readonly partnerId: string;
  readonly factId: string;
  readonly rule: string;
  readonly currency: string;
  readonly accruedMinor: bigint;
}

export const sumAccrued = (
  db: Queryable,
  facts: readonly { partnerId: string; factId: string }[],
): Promise<AccruedRow[]> =>
  db.rows(
    "ledger.sum-accrued",
    `select partner_id as "partnerId", fact_id as "factId", rule, currency, sum(amount_minor)::bigint as "accruedMinor"
     from benefits.ledger_transaction join benefits.posting using (partner_id, transaction_id)
     where (partner_id, fact_id) in (select * from unnest($1::uuid[], $2::uuid[])) and account = 'partner:earned'
     group by 1, 2, 3, 4`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

export interface BalanceRow {
  readonly partnerId: string;
  readonly currency: string;
  readonly balanceMinor: bigint;
}

export const listBalances = (db: Queryable, partnerIds: readonly string[]): Promise<BalanceRow[]> =>
  db.rows(
    "ledger.list-balances",
    `select partner_id as "partnerId", currency, balance_minor as "balanceMinor" from benefits.account_balance
     where partner_id = any($1) and account = 'partner:earned'`,
    [partnerIds],
  );

/** A posting to what the partner has earned, with the transaction that explains it. */
export interface RewardEntryRow extends LedgerTransactionRow {
  readonly amountMinor: bigint;
  readonly currency: string;
}

export interface EntryPageQuery {
  readonly partnerId: string;
  /** The last transaction already read; null from the newest. */
  readonly before: string | null;
  readonly limit: number;
}

/** A page of each partner's entries, newest first: all pages in one statement. */
export const listRewardEntries = (
  db: Queryable,
  pages: readonly EntryPageQuery[],
): Promise<(RewardEntryRow & { page: bigint })[]> =>
  db.rows(
    "ledger.list-reward-entries",
    `select page, partner_id as "partnerId", amount_minor as "amountMinor", currency, ${TRANSACTION_COLUMNS}
     from unnest($1::uuid[], $2::uuid[], $3::integer[]) with ordinality as asked (asked_partner, before, page_size, page)
     cross join lateral (
       select * from benefits.posting
       where partner_id = asked_partner and account = 'partner:earned' and (before is null or transaction_id < before)
       order by transaction_id desc limit page_size
     ) as posting
     join benefits.ledger_transaction using (partner_id, transaction_id)
     order by page, transaction_id desc`,
    [pages.map(({ partnerId }) => partnerId), pages.map(({ before }) => before), pages.map(({ limit }) => limit)],
  );
