import { ask, operation } from "./ask.js";
import type { AnswerOf } from "./document.js";

/** Everything in the partners' ledgers that does not agree with facts, tiers and rules, or with itself. */
export async function faultsOfLedgers(tiergraph: { url: string }, token: string): Promise<object[]> {
  const faults: object[] = [];
  for (let after: string | null = null; ; ) {
    const { reconcileLedger }: AnswerOf<"reconcile-ledger"> = await ask(
      tiergraph,
      token,
      operation("reconcile-ledger"),
      { after },
    );
    faults.push(...reconcileLedger.faults);
    after = reconcileLedger.next;
    if (after === null) return faults;
  }
}
