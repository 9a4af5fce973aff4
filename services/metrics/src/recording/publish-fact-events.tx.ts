import type { Transaction } from "@tiergraph/kit/database/database";
import { awaitedKinds, type Onboarding } from "@tiergraph/program/document/enablement";
import { earningKinds } from "@tiergraph/program/reward";
import type { EventBody } from "@tiergraph/schema/events";
import type { FactMovement, FactRow } from "../fact/index.js";
import { findProgramInForce, listProgramVersions, type ProgramVersion } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { addToRollups, listSlottedSeries, type SlottedSeries } from "../series/index.js";
import { rollupDeltas } from "./rollup-deltas.js";

type FactInEvent = EventBody<"FactsRecorded">["facts"][number];
type Milestone = EventBody<"MilestonesReached">["milestones"][number];

/** What is read before facts are published. */
interface Listeners {
  readonly series: readonly SlottedSeries[];
  /** Null while no program is in force. */
  readonly program: ProgramVersion | null;
}

export async function findListeners(tx: Transaction): Promise<Listeners> {
  const [series, inForce] = await Promise.all([listSlottedSeries(tx), findProgramInForce(tx)]);
  return { series, program: inForce ?? null };
}

/**
 * What follows from facts that came or went: the rollups move, and events go to those who measure and who reward
 * amounts. All statements are sent before the first is answered, so that PostgreSQL works while the next is put
 * together.
 */
export async function publishFactEvents(
  tx: Transaction,
  publish: MetricsPublisher,
  {
    listeners: { series, program },
    movements,
    arrived,
    gone = [],
  }: {
    readonly listeners: Listeners;
    readonly movements: readonly FactMovement[];
    readonly arrived: readonly FactRow[];
    /** Those that were taken back, or no longer count. */
    readonly gone?: readonly FactRow[];
  },
): Promise<void> {
  const earning =
    program === null ? [] : earningFacts(await earningKindsOf(tx, program, [...arrived, ...gone]), { arrived, gone });
  if (program === null && [...arrived, ...gone].some(({ amountMinor }) => amountMinor !== null))
    throw new Error("Facts with amounts were taken while no program was in force");
  const milestones = program === null ? [] : milestonesIn(program.document.onboarding, arrived);
  const deltas = rollupDeltas(series, movements);
  const partnerIds = [...new Set(movements.map(({ fact }) => fact.partnerId))];
  await Promise.all([
    deltas.length > 0 ? addToRollups(tx, deltas) : null,
    earning.length > 0 && program !== null
      ? publish(tx, "FactsRecorded", { program: program.program, programVersion: program.version, facts: earning })
      : null,
    publish(tx, "PartnersMeasurable", { partnerIds }),
    milestones.length > 0 ? publish(tx, "MilestonesReached", { milestones }) : null,
  ]);
}

/** Sends facts to rewards again: what arrived there already changes nothing. */
export async function sendFactsAgain(
  tx: Transaction,
  publish: MetricsPublisher,
  facts: readonly FactRow[],
): Promise<void> {
  const program = await findProgramInForce(tx);
  if (program === null) return;
  const earning = earningFacts(await earningKindsOf(tx, program, facts), { arrived: facts, gone: [] });
  if (earning.length > 0)
    await publish(tx, "FactsRecorded", { program: program.program, programVersion: program.version, facts: earning });
}

/** The first day of each kind that plans of partners wait for, by partner. */
function milestonesIn(onboarding: Onboarding | null, arrived: readonly FactRow[]): Milestone[] {
  if (onboarding === null) return [];
  const kinds = awaitedKinds(onboarding);
  const first = new Map<string, Milestone>();
  for (const { partnerId, kind, occurredOn: on } of arrived) {
    const key = `${partnerId} ${kind}`;
    if (kinds.has(kind) && on < (first.get(key)?.on ?? "9999-99-99")) first.set(key, { partnerId, kind, on });
  }
  return [...first.values()];
}

/**
 * The kinds that a program pays for or takes off. A fact without an amount may be of a day on which another version was in
 * force, which pays for its kind: the others are asked where there is such a fact.
 */
async function earningKindsOf(
  tx: Transaction,
  { document }: ProgramVersion,
  facts: readonly FactRow[],
): Promise<ReadonlySet<string>> {
  const kinds = earningKinds(document);
  const isUnsure = ({ amountMinor, kind }: FactRow) =>
    amountMinor === null && kind !== "certification" && !kinds.has(kind);
  if (!facts.some(isUnsure)) return kinds;
  const versions = await listProgramVersions(tx);
  return new Set(versions.flatMap((version) => [...earningKinds(version.document)]));
}

/** The facts that may earn something: those with an amount, and those of a kind that is paid for or taken off. */
function earningFacts(
  kinds: ReadonlySet<string>,
  { arrived, gone }: { arrived: readonly FactRow[]; gone: readonly FactRow[] },
): FactInEvent[] {
  const mayEarn = ({ amountMinor, kind }: FactRow) => amountMinor !== null || kinds.has(kind);
  return [
    ...arrived.filter(mayEarn).map((fact) => factInEvent(fact, { revision: fact.revision, isGone: false })),
    // What was published of them before is thereby out of date.
    ...gone.filter(mayEarn).map((fact) => factInEvent(fact, { revision: fact.revision + 1, isGone: true })),
  ];
}

function factInEvent(fact: FactRow, { revision, isGone }: { revision: number; isGone: boolean }): FactInEvent {
  const { partnerId, factId, kind, occurredOn, customer, product, attributes, externalId, quantity } = fact;
  const hasAmount = fact.amountMinor !== null && fact.currency !== null;
  return {
    partnerId,
    factId,
    revision,
    kind,
    on: occurredOn,
    customer,
    product,
    attributes,
    externalId,
    amountMinor: isGone ? "0" : (fact.amountMinor ?? 0n).toString(),
    currency: fact.currency ?? "",
    quantity: quantity === null ? null : quantity.toString(),
    hasAmount,
    isGone,
  };
}
