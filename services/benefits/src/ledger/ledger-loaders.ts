import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { periodContaining } from "@tiergraph/program/document/periods";
import type { Program } from "@tiergraph/program/document/program";
import type { Ceiling } from "@tiergraph/program/document/rewards";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { holdsRule, mostOf, periodKey } from "@tiergraph/program/reward";
import { listCeilingUse, listWithheld } from "../ceiling/ceiling.store.js";
import { ledgerReconciliationOf } from "../reconcile/reconcile.graphql.js";
import { reconcileLedger } from "../reconcile/reconcile-ledger.action.js";
import { payoutBatchOf, redemptionOf } from "../redemption/redemption.graphql.js";
import {
  listPayoutBatches,
  listRedemptions,
  listRedemptionsInStates,
  listRedemptionsOfBatches,
  sumRedeemed,
} from "../redemption/redemption.store.js";
import { ceilingUseOf, journalLineOf, liabilityOf, type TrialBalance } from "./books.graphql.js";
import { listCredits } from "./credit.store.js";
import { forecastLiability } from "./forecast-liability.action.js";
import {
  ledgerBalanceOf,
  ledgerEntryOf,
  type PartnerCeiling,
  partnerCeilingOf,
  type RewardStatement,
  rewardAccountsOf,
  rewardStatementOf,
  withheldOf,
} from "./ledger.graphql.js";
import {
  type EntryPageQuery,
  listBalances,
  listRewardEntries,
  type PostingRow,
  type RewardEntryRow,
} from "./ledger.store.js";
import { listEntriesOfDays, listJournal, listPostings, sumAccountsBefore, sumGivenByRule } from "./report.store.js";
import { rewardEntryOf } from "./rewards.graphql.js";
import { closingOf } from "./statement.js";

/** Entries of one statement at most. */
const MAX_STATEMENT = 2_000;

interface Given {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly cursors: Cursors;
  readonly clock: Clock;
  readonly programInForce: () => Promise<Program | null>;
}

/** How resolvers read the ledger and what is paid from it. */
export function ledgerLoaders({ db, viewer, cursors, clock, programInForce }: Given) {
  const reader = db.readAs(viewer);
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
  /** What the rules that a ceiling holds have given. */
  const givenUnder = async (ceiling: Ceiling, program: Program, days: Parameters<typeof sumGivenByRule>[1]) => {
    const sections = (["rebates", "bonuses", "spiffs"] as const).flatMap((section) =>
      program[section].map(({ name }) => ({ section, rule: name })),
    );
    const held = new Set(sections.filter((rule) => holdsRule(ceiling, rule)).map(({ rule }) => rule));
    return (await sumGivenByRule(reader, days)).filter(({ rule }) => held.has(rule));
  };
  const dayAfter = (day: string) => addDays(knownCalendarDate(day), 1);

  return {
    balances,
    entries: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `entries:${partnerId}`,
        request,
        read: async (position, limit) =>
          (await entryPages.load({ ...placeAfter(position), partnerId, limit, isOfRules: true })).map(({ row }) => row),
        positionOf: (row) => [row.sequence.toString()],
        nodeOf: rewardEntryOf,
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
        nodeOf: ({ row, lines: own }) => ledgerEntryOf(row, own),
      }),
    accounts: async (partnerId: string) =>
      rewardAccountsOf(...(await Promise.all([balances.load(partnerId), credits.load(partnerId)]))),
    async partnerCeilings(partnerId: string): Promise<PartnerCeiling[]> {
      const program = await programInForce();
      if (program === null) return [];
      const today = knownCalendarDate(dayOf(clock.now()));
      const own = program.ceilings.filter(({ each }) => each === "partner");
      return Promise.all(
        own.map(async (ceiling) => {
          const { from, until } = periodContaining(ceiling.over, today, program.calendar);
          const days = { partnerId, program: program.name, from, until };
          const sums =
            ceiling.of === "payouts" ? await sumRedeemed(reader, days) : await givenUnder(ceiling, program, days);
          const counted = sums.map(({ amountMinor, times }) => (ceiling.most.unit === "money" ? amountMinor : times));
          return partnerCeilingOf(ceiling, {
            usedSoFar: counted.reduce((sum, one) => sum + one, 0n),
            most: mostOf(ceiling, program),
            periodFrom: periodKey(ceiling.over, today, program.calendar),
            currency: program.currency,
          });
        }),
      );
    },
    withheld: async (partnerId: string) => (await withheld.load(partnerId)).map(withheldOf),
    async statement(partnerId: string, { from, to }: { from: string; to: string }): Promise<RewardStatement | null> {
      if (from > to) refuse("BAD_USER_INPUT", "`from` must not be after `to`.");
      const [opening, entries] = await Promise.all([
        sumAccountsBefore(reader, { partnerId, day: from }),
        listEntriesOfDays(reader, { partnerId, from, until: dayAfter(to), limit: MAX_STATEMENT + 1 }),
      ]);
      if (entries.length > MAX_STATEMENT) return null;
      const postings = entries.length === 0 ? [] : await listPostings(reader, entries);
      const linesOf = groupBy(postings, ({ transactionId }) => transactionId);
      return rewardStatementOf({
        partnerId,
        from,
        to,
        opening,
        closing: closingOf(opening, postings),
        entries: entries.map((entry) => ({ entry, lines: linesOf.get(entry.transactionId) ?? [] })),
      });
    },
    redemptions: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `redemptions:${partnerId}`,
        request,
        read: (position, limit) => listRedemptions(reader, [{ partnerId, before: position?.[0] ?? null, limit }]),
        positionOf: ({ redemptionId }) => [redemptionId],
        nodeOf: redemptionOf,
      }),
    waitingRedemptions: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "waiting-redemptions",
        request,
        read: (position, limit) =>
          listRedemptionsInStates(reader, { states: ["REQUESTED"], after: position?.[0] ?? null, limit }),
        positionOf: ({ redemptionId }) => [redemptionId],
        nodeOf: redemptionOf,
      }),
    payoutBatches: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "payout-batches",
        request,
        read: async (position, limit) => {
          const batches = await listPayoutBatches(reader, { before: position?.[0] ?? null, limit });
          const ids = batches.map(({ batchId }) => batchId);
          const paid = groupBy(await listRedemptionsOfBatches(reader, ids), ({ batchId }) => batchId ?? "");
          return batches.map((batch) => ({ batch, redemptions: paid.get(batch.batchId) ?? [] }));
        },
        positionOf: ({ batch }) => [batch.batchId],
        nodeOf: ({ batch, redemptions }) => payoutBatchOf(batch, redemptions),
      }),
    async trialBalance(on: string | null): Promise<TrialBalance> {
      const day = on ?? dayOf(clock.now());
      const sums = await sumAccountsBefore(reader, { partnerId: null, day: dayAfter(day) });
      const byCurrency = new Map<string, bigint>();
      for (const { currency, amountMinor } of sums)
        byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + amountMinor);
      return {
        on: day,
        accounts: sums.map(ledgerBalanceOf),
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
          const codes = (await programInForce())?.ledger.accountCodes;
          return entries
            .flatMap((entry) =>
              (linesOf.get(entry.transactionId) ?? []).map((line, index) => ({ entry, line, index, codes })),
            )
            .filter(({ entry, index }) => entry.transactionId !== position?.[1] || index > place)
            .slice(0, limit);
        },
        positionOf: ({ entry, index }) => [entry.recordedAt.toISOString(), entry.transactionId, index.toString()],
        nodeOf: ({ entry, line, codes }) => journalLineOf(entry, line, codes?.get(line.account) ?? null),
      }),
    async ceilings() {
      const program = await programInForce();
      if (program === null) return [];
      const isMoney = (name: string) => program.ceilings.find((one) => one.name === name)?.most.unit !== "times";
      const uses = await listCeilingUse(reader, program.name);
      return uses.map((use) => ceilingUseOf(use, { currency: program.currency, isMoney: isMoney(use.ceiling) }));
    },
    liability: async (after: string | null) => liabilityOf(await forecastLiability(db, clock)(after)),
    reconciliation: async (after: string | null) => ledgerReconciliationOf(await reconcileLedger(db)(after)),
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
