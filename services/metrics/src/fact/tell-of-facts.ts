import type { Transaction } from "@tiergraph/kit/database/database";
import type { EventBody } from "@tiergraph/schema/events";
import { listSlottedSeries } from "../measure/list-slotted-series.js";
import { type FactMovement, rollupDeltas, type SlottedSeries } from "../measure/rollup-deltas.js";
import { addToRollups } from "../measure/series.store.js";
import { findProgramInForce, type ProgramVersionRow } from "../program/program.store.js";
import type { MetricsPublisher } from "../publisher.js";
import type { FactRow } from "./fact.store.js";

type ToldFact = EventBody<"FactsRecorded">["facts"][number];

/** What is read before facts are told of. */
export interface Listeners {
  readonly series: readonly SlottedSeries[];
  /** Null while no program is in force. */
  readonly program: Pick<ProgramVersionRow, "program" | "version"> | null;
}

export async function findListeners(tx: Transaction): Promise<Listeners> {
  const [series, [inForce]] = await Promise.all([listSlottedSeries(tx), findProgramInForce(tx)]);
  return { series, program: inForce ?? null };
}

/**
 * What follows from facts that came or went: the rollups move, and those are told who measure, and who reward amounts.
 * All of it is on its way before the first is answered, so that PostgreSQL works while the next is put together.
 */
export async function tellOfFacts(
  tx: Transaction,
  publish: MetricsPublisher,
  {
    listeners: { series, program },
    movements,
    amounts,
  }: {
    readonly listeners: Listeners;
    readonly movements: readonly FactMovement[];
    readonly amounts: readonly ToldFact[];
  },
): Promise<void> {
  if (amounts.length > 0 && program === null)
    throw new Error("Facts with amounts were taken while no program was in force");
  const deltas = rollupDeltas(series, movements);
  const partnerIds = [...new Set(movements.map(({ fact }) => fact.partnerId))];
  await Promise.all([
    deltas.length > 0 ? addToRollups(tx, deltas) : null,
    amounts.length > 0 && program !== null
      ? publish(tx, "FactsRecorded", { program: program.program, programVersion: program.version, facts: [...amounts] })
      : null,
    publish(tx, "PartnersMeasurable", { partnerIds }),
  ]);
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
