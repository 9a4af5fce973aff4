import type { Transaction } from "@tiergraph/kit/database/database";
import type { EventBody } from "@tiergraph/schema/events";
import { listSlottedSeries } from "../measure/list-slotted-series.js";
import { type FactMovement, rollupDeltas } from "../measure/rollup-deltas.js";
import { addToDays, addToMonths } from "../measure/series.store.js";
import { findProgramInForce } from "../program/program.store.js";
import type { MetricsPublisher } from "../publisher.js";
import type { FactRow } from "./fact.store.js";

type ToldFact = EventBody<"FactsRecorded">["facts"][number];

/** What follows from facts that came or went: the rollups move, and those are told who measure, and who reward amounts. */
export async function tellOfFacts(
  tx: Transaction,
  publish: MetricsPublisher,
  { movements, amounts }: { readonly movements: readonly FactMovement[]; readonly amounts: readonly ToldFact[] },
): Promise<void> {
  const deltas = rollupDeltas(await listSlottedSeries(tx), movements);
  if (deltas.length > 0) {
    await addToDays(tx, deltas);
    await addToMonths(tx, deltas);
  }
  if (amounts.length > 0) {
    const [inForce] = await findProgramInForce(tx);
    if (inForce === undefined) throw new Error("Facts with amounts were taken while no program was in force");
    const { program, version } = inForce;
    await publish(tx, "FactsRecorded", { program, programVersion: version, facts: [...amounts] });
  }
  const partnerIds = [...new Set(movements.map(({ fact }) => fact.partnerId))];
  await publish(tx, "PartnersMeasurable", { partnerIds });
}

/** The facts that may earn something: those with an amount. */
export const amountsTold = (facts: readonly FactRow[]): ToldFact[] =>
  facts.flatMap((fact) => {
    const { amountMinor, currency } = fact;
    return amountMinor === null || currency === null
      ? []
      : toldOf(fact, { amountMinor, currency, revision: fact.revision });
  });

/** Facts that were taken back earn nothing any more; what was told of them before is thereby old news. */
export const nothingTold = (facts: readonly FactRow[]): ToldFact[] =>
  facts.flatMap((fact) =>
    fact.currency === null
      ? []
      : toldOf(fact, { amountMinor: 0n, currency: fact.currency, revision: fact.revision + 1 }),
  );

const toldOf = (
  { partnerId, factId, kind, occurredOn, customer, product, attributes }: FactRow,
  { amountMinor, currency, revision }: { amountMinor: bigint; currency: string; revision: number },
): ToldFact => ({
  ...{ partnerId, factId, revision, kind, on: occurredOn },
  ...{ amountMinor: amountMinor.toString(), currency, customer, product, attributes },
});
