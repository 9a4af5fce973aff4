import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { listCeilingUse } from "../ceiling/index.js";
import type { Programs } from "../program/index.js";
import { ceilingUseNode, journalLineNode, ledgerBalanceNode } from "./ledger-nodes.js";
import { journalList, sumAccountsBefore } from "./report.store.js";

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
    journal: ({ from, until }: { from: string; until: string }, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `journal:${from}:${until}`,
        request,
        rows: journalList.of(reader, { from, until }),
        nodesOf: async (lines) => {
          const codes = (await programs.inForce())?.ledger.accountCodes;
          return lines.map((line) => journalLineNode(line, codes?.get(line.account) ?? null));
        },
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
