import type { Transaction } from "@tiergraph/kit/database/database";
import { addPartners, lockStandings } from "../partner/index.js";
import { completeSteps, type Reached } from "./onboarding.store.js";

/**
 * Completes what waits for something that partners reached, once that is written. Plans are made under the same lock of
 * the partner: one that is made meanwhile finds what was reached, or is found here.
 */
export async function reach(tx: Transaction, reached: readonly Reached[]): Promise<void> {
  if (reached.length === 0) return;
  const partnerIds = [...new Set(reached.map(({ partnerId }) => partnerId))];
  await addPartners(tx, partnerIds);
  await lockStandings(tx, partnerIds);
  await completeSteps(tx, reached);
}
