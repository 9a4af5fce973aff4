import { type ListedRows, type PageRequest, type Place, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { moneyOf } from "@tiergraph/program/exact";
import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import { listWithheld } from "../ceiling/index.js";
import { readsRewardsOf } from "../policy.js";
import type { Programs } from "../program/index.js";
import type { BalanceRow } from "./account-balance.entity.js";
import { listCredits } from "./credit.store.js";
import { entryInWords } from "./entry-in-words.js";
import {
  type EntriesQuery,
  type EntryPageQuery,
  entryList,
  listBalances,
  listRewardEntries,
  type RewardEntryRow,
} from "./ledger.store.js";
import {
  ledgerEntryNode,
  rewardAccountNodes,
  rewardEntryNode,
  rewardStatementNode,
  withheldNode,
} from "./ledger-nodes.js";
import type { PostingRow } from "./posting.entity.js";
import { listEntriesOfDays, listPostings, sumAccountsBefore } from "./report.store.js";
import { closingOf } from "./statement.js";

/** Entries of one statement at most. */
const MAX_STATEMENT = 2_000;

/** How resolvers read the ledger and what is paid from it. */
export function ledgerReads(parts: ReadParts, programs: Programs) {
  const { reader, viewer } = parts;
  const text = (key: string) => key;
  const balances = loaderOfMany(
    (partnerIds: readonly string[]) => listBalances(reader, partnerIds),
    ({ partnerId }) => partnerId,
    text,
  );
  const credits = loaderOfMany(
    (partnerIds: readonly string[]) => listCredits(reader, partnerIds),
    ({ partnerId }) => partnerId,
    text,
  );
  const withheld = loaderOfMany(
    (partnerIds: readonly string[]) => listWithheld(reader, partnerIds),
    ({ partnerId }) => partnerId,
    text,
  );
  const own = readsRewardsOf(viewer);
  const nothing = async () => {
    const program = await programs.inForce();
    return program === null ? null : moneyOf({ minor: 0n, currency: program.currency });
  };
  const balanceIn = (rows: readonly BalanceRow[]) => {
    const earned = rows.find(({ account }) => account === "partner:earned");
    return earned === undefined ? nothing() : moneyOf({ minor: earned.balanceMinor, currency: earned.currency });
  };
  return {
    balances,
    rewards: (partnerId: string) =>
      own(partnerId)
        ? {
            partnerId,
            balance: () => balances.load(partnerId).then(balanceIn),
          }
        : null,
    ...entryReads(parts, programs),
    accounts: async (partnerId: string) =>
      rewardAccountNodes(...(await Promise.all([balances.load(partnerId), credits.load(partnerId)]))),
    withheld: async (partnerId: string) => (await withheld.load(partnerId)).map(withheldNode),
    ...statementReads(parts),
  };
}

/** Entries of partners, a page at a time, with their lines. */
function entryReads({ reader, viewer, language, cursors }: ReadParts, programs: Programs) {
  const entryKey = (page: EntryPageQuery) => `${page.partnerId} ${page.before} ${page.limit} ${page.isOfRules}`;
  const noPage: EntryPageQuery = { partnerId: "", before: null, limit: 0, isOfRules: false };
  const entryPages = loaderOfMany(
    async (pages: readonly EntryPageQuery[]) => {
      const rows = await listRewardEntries(reader, pages);
      return rows.map((row) => ({ row, key: entryKey(pages[Number(row.page) - 1] ?? noPage) }));
    },
    ({ key }: { row: RewardEntryRow; key: string }) => key,
    entryKey,
  );
  const lines = loaderOfMany(
    (entries: readonly Pick<PostingRow, "partnerId" | "transactionId">[]) => listPostings(reader, entries),
    ({ transactionId }) => transactionId,
    ({ transactionId }) => transactionId,
  );
  const listOf = (query: EntriesQuery): ListedRows<RewardEntryRow> => {
    const list = entryList.of(reader, query);
    const read = async ({ position, limit, isBackward }: Place) =>
      isBackward
        ? list.read({ position, limit, isBackward })
        : (await entryPages.load({ ...placeAfter(position), ...query, limit })).map(({ row }) => row);
    return { ...list, read };
  };
  /** The version of an entry says what its rule is called; English stands in the entry. */
  const entryNode = async (row: RewardEntryRow) => {
    const { program, programVersion: version } = row;
    const isEnglish = language === DEFAULT_LANGUAGE;
    return rewardEntryNode(row, entryInWords(row, isEnglish ? null : await programs.version({ program, version })));
  };
  return {
    entries: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `entries:${partnerId}`,
        request,
        rows: listOf({ partnerId, isOfRules: true }),
        nodesOf: (rows) => Promise.all(rows.map(entryNode)),
      }),
    ledger: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `ledger:${partnerId}`,
        request,
        rows: listOf({ partnerId, isOfRules: false }),
        nodesOf: (rows) => Promise.all(rows.map(async (row) => ledgerEntryNode(row, await lines.load(row)))),
      }),
  };
}

const statementReads = ({ reader }: ReadParts) => ({
  async statement(partnerId: string, { from, until }: { from: string; until: string }) {
    if (from >= until) refuse("BAD_USER_INPUT", "`until` is the first day after: it must be later than `from`.");
    const [opening, entries] = await Promise.all([
      sumAccountsBefore(reader, { partnerId, day: from }),
      listEntriesOfDays(reader, { partnerId, from, until, limit: MAX_STATEMENT + 1 }),
    ]);
    if (entries.length > MAX_STATEMENT) return null;
    const postings = entries.length === 0 ? [] : await listPostings(reader, entries);
    const linesOf = groupBy(postings, ({ transactionId }) => transactionId);
    return rewardStatementNode({
      partnerId,
      from,
      until,
      opening,
      closing: closingOf(opening, postings),
      entries: entries.map((entry) => ({ entry, lines: linesOf.get(entry.transactionId) ?? [] })),
    });
  },
});

/** Cursors of before entries had places hold an id: their list starts again. */
const placeAfter = (position: readonly string[] | null): { before: number | null } => {
  const place = Number(position?.[0] ?? Number.NaN);
  return { before: Number.isInteger(place) ? place : null };
};

export type LedgerReads = ReturnType<typeof ledgerReads>;
