import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { listCeilingUse } from "../ceiling/index.js";
import type { Programs } from "../program/index.js";
import { ceilingUseNode, journalLineNode, ledgerBalanceNode } from "./ledger-nodes.js";
import { listJournal, listPostings, sumAccountsBefore } from "./report.store.js";

/** How resolvers read the books of all partners: the trial balance, the journal and the ceilings. */
export function booksReads({ reader, viewer, cursors, today }: ReadParts, programs: Programs) {
  return {
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
export type BooksReads = ReturnType<typeof booksReads>;

const dayAfter = (day: string) => addDays(knownCalendarDate(day), 1);

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
