import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { addDays, knownCalendarDate, moneyOf } from "@tiergraph/program/exact";
import { listCeilingUse, listWithheld } from "../ceiling/index.js";
import { readsRewardsOf } from "../policy.js";
import { type Programs } from "../program/index.js";
import { listCredits } from "./credit.store.js";
import { type EntryPageQuery, listBalances, listRewardEntries, type RewardEntryRow } from "./ledger.store.js";
import {
  ceilingUseNode,
  journalLineNode,
  ledgerBalanceNode,
  ledgerEntryNode,
  rewardAccountNodes,
  rewardEntryNode,
  rewardStatementNode,
  withheldNode,
} from "./ledger-nodes.js";
import type { PostingRow } from "./posting.entity.js";
import { listEntriesOfDays, listJournal, listPostings, sumAccountsBefore } from "./report.store.js";
import { closingOf } from "./statement.js";

/** Entries of one statement at most. */
const MAX_STATEMENT = 2_000;

/** How resolvers read the ledger and what is paid from it. */
export function ledgerReads({ reader, viewer, cursors, today }: ReadParts, programs: Programs) {
  const text = (key: string) => key;
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
  const dayAfter = (day: string) => addDays(knownCalendarDate(day), 1);

  const own = readsRewardsOf(viewer);
  return {
    balances,
    rewards: loaderOfOne(
      async (partnerIds: readonly string[]) => {
        const mine = partnerIds.filter(own);
        const earned = (await balances.loadMany(mine)).flatMap((rows) =>
          rows instanceof Error ? rethrow(rows) : rows.filter(({ account }) => account === "partner:earned"),
        );
        const held = new Map(earned.map((row) => [row.partnerId, row]));
        const currency = (await programs.inForce())?.currency;
        return mine.map((partnerId) => {
          const row = held.get(partnerId);
          const balance =
            row === undefined
              ? currency && { minor: 0n, currency }
              : { minor: row.balanceMinor, currency: row.currency };
          return { partnerId, balance: balance ? moneyOf(balance) : null };
        });
      },
      ({ partnerId }) => partnerId,
      text,
    ),
    entries: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `entries:${partnerId}`,
        request,
        read: async (position, limit) =>
          (await entryPages.load({ ...placeAfter(position), partnerId, limit, isOfRules: true })).map(({ row }) => row),
        positionOf: (row) => [row.sequence.toString()],
        nodeOf: rewardEntryNode,
      }),
    ledger: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `ledger:${partnerId}`,
        request,
        read: async (position, limit) => {
          const rows = await entryPages.load({ ...placeAfter(position), partnerId, limit, isOfRules: false });
          return Promise.all(rows.map(async ({ row }) => ({ row, lines: await lines.load(row) })));
        },
        positionOf: ({ row }) => [row.sequence.toString()],
        nodeOf: ({ row, lines: own }) => ledgerEntryNode(row, own),
      }),
    accounts: async (partnerId: string) =>
      rewardAccountNodes(...(await Promise.all([balances.load(partnerId), credits.load(partnerId)]))),
    withheld: async (partnerId: string) => (await withheld.load(partnerId)).map(withheldNode),
    async statement(partnerId: string, { from, to }: { from: string; to: string }) {
      if (from > to) refuse("BAD_USER_INPUT", "`from` must not be after `to`.");
      const [opening, entries] = await Promise.all([
        sumAccountsBefore(reader, { partnerId, day: from }),
        listEntriesOfDays(reader, { partnerId, from, until: dayAfter(to), limit: MAX_STATEMENT + 1 }),
      ]);
      if (entries.length > MAX_STATEMENT) return null;
      const postings = entries.length === 0 ? [] : await listPostings(reader, entries);
      const linesOf = groupBy(postings, ({ transactionId }) => transactionId);
      return rewardStatementNode({
        partnerId,
        from,
        to,
        opening,
        closing: closingOf(opening, postings),
        entries: entries.map((entry) => ({ entry, lines: linesOf.get(entry.transactionId) ?? [] })),
      });
    },
    async trialBalance(on: string | null) {
      const day = on ?? today;
      const sums = await sumAccountsBefore(reader, { partnerId: null, day: dayAfter(day) });
      const byCurrency = new Map<string, bigint>();
      for (const { currency, amountMinor } of sums)
        byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + amountMinor);
      return {
        on: day,
        accounts: sums.map(ledgerBalanceNode),
        isBalanced: [...byCurrency.values()].every((sum) => sum === 0n),
      };
    },
    journal: ({ from, to }: { from: string; to: string }, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `journal:${from}:${to}`,
        request,
        read: async (position, limit) => {
          const after = position === null ? null : { at: position[0] ?? "", id: position[1] ?? "" };
          const place = Number(position?.[2] ?? -1);
          // An entry has at most a handful of lines, so that as many entries as lines are asked for are enough; the one
          // that a page ended in is read again for the rest of its lines.
          const [last, later] = await Promise.all([
            after === null || place < 0 ? [] : listEntriesAt(reader, { ...after, from, until: dayAfter(to) }),
            listJournal(reader, { from, until: dayAfter(to), after, limit }),
          ]);
          const entries = [...last, ...later];
          const postings = entries.length === 0 ? [] : await listPostings(reader, entries);
          const linesOf = groupBy(postings, ({ transactionId }) => transactionId);
          const codes = (await programs.inForce())?.ledger.accountCodes;
          return entries
            .flatMap((entry) =>
              (linesOf.get(entry.transactionId) ?? []).map((line, index) => ({ entry, line, index, codes })),
            )
            .filter(({ entry, index }) => entry.transactionId !== position?.[1] || index > place)
            .slice(0, limit);
        },
        positionOf: ({ entry, index }) => [entry.recordedAt.toISOString(), entry.transactionId, index.toString()],
        nodeOf: ({ entry, line, codes }) => journalLineNode(entry, line, codes?.get(line.account) ?? null),
      }),
    async ceilings() {
      const program = await programs.inForce();
      if (program === null) return [];
      const isMoney = (name: string) => program.ceilings.find((one) => one.name === name)?.most.unit !== "times";
      const uses = await listCeilingUse(reader, program.name);
      return uses.map((use) => ceilingUseNode(use, { currency: program.currency, isMoney: isMoney(use.ceiling) }));
    },
  };
}

/** The entry that a page of the journal ended in. */
const listEntriesAt = async (
  reader: Parameters<typeof listJournal>[0],
  { at, id, from, until }: { at: string; id: string; from: string; until: string },
) => {
  const sameMoment = await listJournal(reader, {
    from,
    until,
    limit: 1,
    after: { at, id: previousId(id) },
  });
  return sameMoment.filter(({ transactionId }) => transactionId === id);
};

/** The greatest UUID below one. */
const previousId = (id: string): string => {
  const below = (BigInt(`0x${id.replaceAll("-", "")}`) - 1n).toString(16).padStart(32, "0");
  return below.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

/** Cursors of before entries had places hold an id: their list starts again. */
const placeAfter = (position: readonly string[] | null): { before: number | null } => {
  const place = Number(position?.[0] ?? Number.NaN);
  return { before: Number.isInteger(place) ? place : null };
};

const rethrow = (error: Error): never => {
  throw error;
};

export type LedgerReads = ReturnType<typeof ledgerReads>;
