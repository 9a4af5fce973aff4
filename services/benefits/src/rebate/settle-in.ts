import type { Transaction } from "@tiergraph/kit/database/database";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { newId } from "@tiergraph/kit/values/ids";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { addPostings, addToBalances, addTransactions, sumAccrued } from "../ledger/ledger.store.js";
import { findProgramVersions } from "../program/program.store.js";
import { listTierPeriods } from "../standing/standing.store.js";
import type { PayingFactRow } from "./paying-fact.store.js";
import { settleRebates } from "./settle-rebates.js";

/** Settles what facts earn, inside a transaction that holds the standings of their partners. */
export async function settleIn(tx: Transaction, facts: readonly PayingFactRow[], recordedAt: Date): Promise<void> {
  if (facts.length === 0) return;
  const versions = await findProgramVersions(tx, [...new Set(facts.map(({ programVersion }) => programVersion))]);
  const periods = await listTierPeriods(tx, [...new Set(facts.map(({ partnerId }) => partnerId))]);
  const periodsOf = groupBy(periods, ({ partnerId }) => partnerId);
  const accruedOf = groupBy(await sumAccrued(tx, facts), ({ partnerId, factId }) => `${partnerId} ${factId}`);
  const entries = facts.flatMap((fact) => {
    const version = versions.find(
      ({ program, version }) => program === fact.program && version === fact.programVersion,
    );
    if (version === undefined) throw new Error(`Version ${fact.programVersion} of ${fact.program} is not known yet`);
    return settleRebates({
      fact,
      program: publishedProgram(version.source),
      periods: periodsOf.get(fact.partnerId) ?? [],
      accrued: accruedOf.get(`${fact.partnerId} ${fact.factId}`) ?? [],
      recordedAt,
      newId,
    });
  });
  if (entries.length === 0) return;
  const postings = entries.flatMap((entry) => entry.postings);
  await addTransactions(
    tx,
    entries.map(({ transaction }) => transaction),
  );
  await addPostings(tx, postings);
  await addToBalances(tx, postings);
}
