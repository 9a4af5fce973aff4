import { ask, operation } from "./ask.js";

/** Every kept sum that is not what the facts come to, of all partners. */
export async function faultsOfRollups(tiergraph: { url: string }, token: string): Promise<object[]> {
  const faults: object[] = [];
  for (let after: string | null = null; ; ) {
    const answer: { reconcileRollups: { faults: object[]; next: string | null } } = await ask(
      tiergraph,
      token,
      operation("reconcile-rollups"),
      { after },
    );
    faults.push(...answer.reconcileRollups.faults);
    after = answer.reconcileRollups.next;
    if (after === null) return faults;
  }
}
