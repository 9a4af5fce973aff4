import { ask, operation } from "./ask.js";
import type { AnswerOf } from "./document.js";

/** Every kept sum that is not what the facts come to, of all partners. */
export async function faultsOfRollups(tiergraph: { url: string }, token: string): Promise<object[]> {
  const faults: object[] = [];
  for (let after: string | null = null; ; ) {
    const { reconcileRollups }: AnswerOf<"reconcile-rollups"> = await ask(
      tiergraph,
      token,
      operation("reconcile-rollups"),
      { after },
    );
    faults.push(...reconcileRollups.faults);
    after = reconcileRollups.next;
    if (after === null) return faults;
  }
}
