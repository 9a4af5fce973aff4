import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { partOf, rowOf, select } from "@tiergraph/kit/database/table";
import { listByKeys } from "@tiergraph/kit/database/table-reads";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { type ChainedEntryRow, ledgerTransactionTable } from "./ledger-transaction.entity.js";
import { type PostingRow, postingTable } from "./posting.entity.js";

const accountSumShape = rowOf(postingTable, { only: ["program", "currency", "account", "fund", "amountMinor"] });
const expectedShape = z.object({ expectedMinor: z.bigint() });
const balanceFaultShape = both(rowOf(postingTable, { without: ["transactionId"] }), expectedShape);
const creditFaultShape = both(rowOf(postingTable, { without: ["transactionId", "fund"] }), expectedShape);

const ENTRY_COLUMNS = select(ledgerTransactionTable);

/** A partner's entries that were recorded on some days, oldest first; at most so many. */
export const listEntriesOfDays = (
  db: Queryable,
  { partnerId, from, until, limit }: { partnerId: string; from: string; until: string; limit: number },
): Promise<ChainedEntryRow[]> =>
  db.many(
    "report.entries-of-days",
    rowOf(ledgerTransactionTable),
    `select ${ENTRY_COLUMNS} from benefits.ledger_transaction
     where partner_id = $1 and recorded_at >= $2::date and recorded_at < $3::date order by sequence limit $4`,
    [partnerId, from, until, limit],
  );

/** A partner's entries after a place, oldest first: the chain as it is. */
export const listChain = (
  db: Queryable,
  { partnerId, after, limit }: { partnerId: string; after: number; limit: number },
): Promise<ChainedEntryRow[]> =>
  db.many(
    "report.chain",
    rowOf(ledgerTransactionTable),
    `select ${ENTRY_COLUMNS} from benefits.ledger_transaction
     where partner_id = $1 and sequence > $2 order by sequence limit $3`,
    [partnerId, after, limit],
  );

const journalLine = partOf(postingTable, { only: ["account", "fund", "currency", "amountMinor"] });
const journalLineShape = both(rowOf(ledgerTransactionTable), rowOf(journalLine));
export type JournalLineRow = RowIn<typeof journalLineShape>;

/** What the entries of some days moved, of all partners: by the moment of recording, then entry by entry. */
export const journalList = listing("report.journal", {
  shape: journalLineShape,
  select: `${select(ledgerTransactionTable, { alias: "entry" })}, ${select(journalLine, { alias: "posting" })}`,
  from: "benefits.ledger_transaction as entry join benefits.posting using (partner_id, transaction_id)",
  where: ["entry.recorded_at >= $1::date", "entry.recorded_at < $2::date"],
  values: ({ from, until }: { from: string; until: string }) => [from, until],
  orderBy: [
    ...by(ledgerTransactionTable, ["recordedAt", "transactionId"], "entry"),
    ...by(journalLine, ["account", "fund", "currency"], "posting"),
  ],
});

/** What entries moved. */
export const listPostings = listByKeys("report.postings", postingTable, ["partnerId", "transactionId"], {
  orderBy: ["partnerId", "transactionId", "account", "fund"],
});

export type AccountSumRow = Pick<PostingRow, "program" | "currency" | "account" | "fund" | "amountMinor">;

/** What stands in each account by the entries recorded before a day: of one partner, or of all for null. */
export const sumAccountsBefore = (
  db: Queryable,
  { partnerId, day }: { partnerId: string | null; day: string },
): Promise<AccountSumRow[]> =>
  db.many(
    "report.sum-accounts-before",
    accountSumShape,
    `select posting.program, posting.currency, account, fund, sum(amount_minor)::bigint as "amountMinor"
     from benefits.posting join benefits.ledger_transaction using (partner_id, transaction_id)
     where ($1::uuid is null or partner_id = $1) and recorded_at < $2::date
     group by 1, 2, 3, 4 having sum(amount_minor) <> 0 order by 1, 2, 3, 4`,
    [partnerId, day],
  );

/** What stands in the accounts of all partners now, by the balances that are kept. */
export const sumBalances = (db: Queryable): Promise<AccountSumRow[]> =>
  db.many(
    "report.sum-balances",
    accountSumShape,
    `select program, currency, account, fund, sum(balance_minor)::bigint as "amountMinor"
     from benefits.account_balance group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    [],
  );

/** Balances that are not what the postings come to, of some partners. */
export const findBalanceFaults = (
  db: Queryable,
  partnerIds: readonly string[],
): Promise<RowIn<typeof balanceFaultShape>[]> =>
  db.many(
    "report.balance-faults",
    balanceFaultShape,
    `select partner_id as "partnerId", program, currency, account, fund, coalesce(balance_minor, 0)::bigint as "amountMinor",
       coalesce(expected, 0)::bigint as "expectedMinor"
     from (select * from benefits.account_balance where partner_id = any($1)) as kept
     full join (
       select partner_id, program, currency, account, fund, sum(amount_minor)::bigint as expected
       from benefits.posting where partner_id = any($1) group by 1, 2, 3, 4, 5
     ) as posted using (partner_id, program, currency, account, fund)
     where coalesce(balance_minor, 0) <> coalesce(expected, 0) order by 1, 2, 3, 4, 5`,
    [partnerIds],
  );

/** Credits of partners that do not add up to what is pending and earned. */
export const findCreditFaults = (
  db: Queryable,
  partnerIds: readonly string[],
): Promise<RowIn<typeof creditFaultShape>[]> =>
  db.many(
    "report.credit-faults",
    creditFaultShape,
    `select partner_id as "partnerId", program, currency, account, coalesce(credited, 0)::bigint as "amountMinor",
       coalesce(posted, 0)::bigint as "expectedMinor"
     from (
       select partner_id, program, currency, case state when 'PENDING' then 'partner:pending' else 'partner:earned' end as account,
         sum(amount_minor) as credited
       from benefits.credit where partner_id = any($1) group by 1, 2, 3, 4
     ) as kept
     full join (
       select partner_id, program, currency, account, sum(amount_minor) as posted from benefits.posting
       where partner_id = any($1) and account in ('partner:pending', 'partner:earned') group by 1, 2, 3, 4
     ) as entries using (partner_id, program, currency, account)
     where coalesce(credited, 0) <> coalesce(posted, 0) order by 1, 2, 3, 4`,
    [partnerIds],
  );

/** A batch of the partners that have a ledger, by id. */
export const listLedgerPartners = (
  db: Queryable,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ partnerId: string; total: number }[]> =>
  db.many(
    "report.partners",
    z.object({ partnerId: z.string(), total: z.int() }),
    `select partner_id as "partnerId", (select count(*)::integer from benefits.standing) as total from benefits.standing
     where ($1::uuid is null or partner_id > $1) order by partner_id limit $2`,
    [after, limit],
  );

/** What rules have given a partner for days from one to the one before another: in minor units, and for how many subjects. */
export const sumGivenByRule = (
  db: Queryable,
  { partnerId, program, from, until }: { partnerId: string; program: string; from: string; until: string },
): Promise<{ rule: string; amountMinor: bigint; times: bigint }[]> =>
  db.many(
    "report.sum-given-by-rule",
    z.object({ rule: z.string(), amountMinor: z.bigint(), times: z.bigint() }),
    `select rule, sum(given)::bigint as "amountMinor", count(*) as times from (
       select rule, subject, sum(accrued_minor) as given from benefits.ledger_transaction
       where partner_id = $1 and program = $2 and occurred_on >= $3 and occurred_on < $4 and rule is not null
       group by 1, 2 having sum(accrued_minor) > 0
     ) as subjects group by 1`,
    [partnerId, program, from, until],
  );
