export { accountBalanceTable, type BalanceRow } from "./account-balance.entity.js";
export { appendEntries, type Books, openBooks } from "./append-entries.tx.js";
export { Book, lastDayOfMonthAfter, type Movement } from "./book.js";
export { BooksResolver } from "./books.graphql.js";
export { booksReads } from "./books.reads.js";
export { hashOf, NO_HASH } from "./chain.js";
export { creditTable } from "./credit.entity.js";
export { creditsDue } from "./credits-due.tx.js";
export { type EntryKind, type EntryLine, type LedgerAccount, type LedgerEntry, OF_NO_RULE } from "./entry.js";
export { LedgerResolver, RewardStatementResolver } from "./ledger.graphql.js";
export { type LedgerReads, ledgerReads } from "./ledger.reads.js";
export { type AccruedRow, listBalances, sumAccrued, sumBonuses } from "./ledger.store.js";
export { type ChainedEntryRow, ledgerTransactionTable } from "./ledger-transaction.entity.js";
export { keepUpDaily } from "./mature-credits-daily.action.js";
export { type PostingRow, postingTable } from "./posting.entity.js";
export {
  type AccountSumRow,
  findBalanceFaults,
  findCreditFaults,
  listChain,
  listLedgerPartners,
  listPostings,
  sumBalances,
  sumGivenByRule,
} from "./report.store.js";
export { Rewards, RewardsOfPartnerResolver, RewardsResolver } from "./rewards.graphql.js";
