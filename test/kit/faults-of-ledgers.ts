import { ask, operation } from "./ask.js";

/** Everything in the partners' ledgers that does not agree with facts, tiers and rules, or with itself. */
export async function faultsOfLedgers(tiergraph: { url: string }, token: string): Promise<object[]> {
  const faults: object[] = [];
  for (let after: string | null = null; ; ) {
    const answer: { reconcileLedger: { faults: object[]; next: string | null } } = await ask(
      ...[tiergraph, token, operation("reconcile-ledger"), { after }],
    );
    faults.push(...answer.reconcileLedger.faults);
    after = answer.reconcileLedger.next;
    if (after === null) return faults;
  }
}
