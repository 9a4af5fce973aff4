import type { Program } from "@tiergraph/program/document/program";
import { formatMinorUnits } from "@tiergraph/program/exact";
import { postingOn } from "@tiergraph/program/measure";
import {
  type CorrectedFact,
  type FactChanges,
  type FactContent,
  type FactKeyRow,
  type FactPlace,
  type FactProblem,
  type FactRow,
  KnownFacts,
  placeOf,
  shareOf,
} from "../fact/index.js";
import {
  type CheckedFact,
  type FactOutcome,
  fitting,
  outcomeOf,
  settleAmounts,
  sharesProblem,
} from "../recording/index.js";
import { inOrderOfDays, wholesOf } from "../refund/index.js";
import { reportedAmountOf, wholeOf } from "../share/index.js";
import { takeBack } from "./correct-fact.js";

export interface WantedCorrection {
  readonly key: FactPlace;
  /** Null where the fact is taken back and nothing stands in its place. */
  readonly replacement: CheckedFact | null;
}

export interface SettledCorrections extends FactChanges {
  readonly outcomes: readonly FactOutcome[];
  readonly corrected: readonly CorrectedFact[];
}

/** What is held for a batch of corrections. */
interface HeldFacts {
  readonly keys: readonly FactKeyRow[];
  /** The latest revision of each fact that the corrections touch. */
  readonly known: readonly FactRow[];
  readonly program: Pick<Program, "closing" | "calendar">;
  readonly today: string;
}

/** Settles corrections in their order; a fact that is named twice is corrected once. */
export function settleCorrections(
  wanted: readonly WantedCorrection[],
  { keys, known: rows, program, today }: HeldFacts,
): SettledCorrections {
  const known = new KnownFacts(
    rows,
    keys.map((key) => ({ ...key, creditedBefore: key.credited })),
  );
  const settling: Settling = {
    known,
    program,
    today,
    corrected: [],
    named: new Set(),
    open: new Map(wanted.map((correction) => [placeOf(correction.key), correction])),
  };
  const outcomes = new Array<FactOutcome>(wanted.length);
  for (const index of inOrder(wanted, known))
    outcomes[index] = settleCorrection(wanted[index] as WantedCorrection, settling); // An index of it.
  const { corrected } = settling;
  settleAmounts(
    known,
    corrected.map(({ fact }) => fact),
    postingOn(program, today),
  );
  const changes = known.changes();
  return {
    ...changes,
    outcomes,
    corrected: [...corrected, ...changes.reversed],
    movements: [
      ...corrected.map(({ fact, reversedOn }) => ({
        fact,
        sign: -1n as const,
        ...(reversedOn === null ? {} : { on: reversedOn }),
      })),
      ...changes.movements,
    ],
  };
}

/** A batch of corrections as it is settled, one after another. */
interface Settling extends Pick<HeldFacts, "program" | "today"> {
  readonly known: KnownFacts;
  readonly corrected: CorrectedFact[];
  /** Places of the facts that were corrected. */
  readonly named: Set<string>;
  /** Corrections that are yet to be settled, by the places of their facts. */
  readonly open: Map<string, WantedCorrection>;
}

function settleCorrection({ key, replacement }: WantedCorrection, settling: Settling): FactOutcome {
  const { known, program, today, corrected, named, open } = settling;
  const { externalId } = key;
  const refused = (problem: FactProblem): FactOutcome => ({ kind: "Refused", externalId, problem });
  if (replacement?.kind === "Refused") return refused(replacement.problem);
  if (named.has(placeOf(key)))
    return refused({
      code: "FACT_NAMED_TWICE",
      field: "externalId",
      message: `${externalId} is in the batch already.`,
    });
  const row = known.latest(key);
  const taking = takeBack(row, { externalId, program, today });
  if (taking.kind === "Refused") return refused(taking.problem);
  if (row === null) throw new Error("What is not known was taken back");
  const content = replacement?.content ?? null;
  const fit = fitOf(row, content, settling);
  if (fit !== null && fit.kind === "Refused") return refused(fit.problem);

  named.add(placeOf(key));
  open.delete(placeOf(key));
  const reversedOn = taking.kind === "Reversed" ? taking.on : null;
  corrected.push({ fact: row, reversedOn, isVoid: fit === null });
  known.takeBack(row);
  if (fit === null) {
    const voided = outcomeOf("Voided", row);
    const late = { fact: row, on: row.origin?.happenedOn ?? row.occurredOn, isTakenBack: true };
    return reversedOn === null ? voided : { ...voided, countsOn: reversedOn, late };
  }
  const next = {
    ...fit.content,
    factId: row.factId,
    revision: row.revision + 1,
    reversedOn: null,
    isVoid: false,
    correctedBecause: null,
  };
  known.put(next, null);
  return outcomeOf("Replaced", next);
}

/** What stands in the place of a fact; null where nothing does. */
function fitOf(
  row: FactRow,
  content: FactContent | null,
  { known, open, program, today }: Settling,
): { kind: "Fits"; content: FactContent } | { kind: "Refused"; problem: FactProblem } | null {
  const problem =
    refundsProblem(row, content, known) ?? (content && sharesProblem(content, known.creditedToOthers(row)));
  if (problem !== null) return { kind: "Refused", problem };
  if (content === null) return null;
  const takes = (other: FactRow) =>
    takeBack(other, { externalId: other.externalId, program, today }).kind !== "Refused";
  const fit = fitting(content, known, othersToAgreeWith(content, { known, open, taking: takes }));
  return fit.kind === "Fits" ? fit : { kind: "Refused", problem: inWordsOfCorrection(fit.problem) };
}

/**
 * What is taken back of a deal comes before the deal, and a share that falls before one that rises: whether a batch fits as
 * a whole does not depend on the order of its lines.
 */
function inOrder(wanted: readonly WantedCorrection[], known: KnownFacts): number[] {
  const rankOf = ({ key, replacement }: WantedCorrection): number => {
    const row = known.latest(key);
    if (row === null) return 2;
    if (replacement === null) return row.refundsDeal === null ? 2 : 0;
    return replacement.kind === "Sound" && shareOf(replacement.content) < shareOf(row) ? 1 : 2;
  };
  // Of a fact that is named twice, the first line counts.
  const ranks = new Map<string, number>();
  for (const one of wanted) if (!ranks.has(placeOf(one.key))) ranks.set(placeOf(one.key), rankOf(one));
  const rankAt = (index: number): number => ranks.get(placeOf((wanted[index] as WantedCorrection).key)) ?? 2; // An index of it.
  return [...wanted.keys()].sort((a, b) => rankAt(a) - rankAt(b) || a - b);
}

/**
 * A deal that was refunded in part stays at least as large as its refunds at its own exchange rate, in its currency, and of
 * the same share: a refund says the share that it takes from.
 */
function refundsProblem(row: FactRow, content: FactContent | null, known: KnownFacts): FactProblem | null {
  const refunds = row.family === "deal" ? known.refundsOf(row) : [];
  if (refunds.length === 0) return null;
  const wholes = wholesOf(content ?? row, inOrderOfDays(refunds));
  const refundedMinor = wholes.reduce((sum, minor) => sum + minor, 0n);
  const isEnough =
    content?.kind === "deal.won" &&
    (wholeOf(content) ?? 0n) >= refundedMinor &&
    shareOf(content) === shareOf(row) &&
    reportedAmountOf(content)?.currency === reportedAmountOf(row)?.currency;
  if (isEnough) return null;
  const ids = refunds.map(({ externalId }) => externalId).sort();
  const some = ids.length > 3 ? `${ids.slice(0, 3).join(", ")} and ${ids.length - 3} more` : ids.join(", ");
  return {
    code: "HAS_REFUNDS",
    field: "externalId",
    message: `${formatMinorUnits(refundedMinor, row.currency ?? "")} of ${row.externalId} are refunded by ${some}: take these back first.`,
  };
}

/**
 * The shares whose total a replacement has to agree with. Where all shares of a deal are replaced together and agree on
 * a new total, the old one binds none of them.
 */
function othersToAgreeWith(
  content: FactContent,
  {
    known,
    open,
    taking,
  }: {
    readonly known: KnownFacts;
    readonly open: ReadonlyMap<string, WantedCorrection>;
    readonly taking: (row: FactRow) => boolean;
  },
): FactRow[] {
  const others = known.othersSharing(content);
  const reported = reportedAmountOf(content);
  const agrees = (row: FactRow) => {
    const replacement = open.get(placeOf(row))?.replacement;
    if (replacement?.kind !== "Sound" || !taking(row)) return false;
    const other = reportedAmountOf(replacement.content);
    return other?.minor === reported?.minor && other?.currency === reported?.currency;
  };
  const isPending = (row: FactRow) => open.has(placeOf(row));
  const pending = others.filter(isPending);
  return pending.every(agrees) ? others.filter((row) => !isPending(row)) : others;
}

/** A correction does not wait: what would, is refused. */
const inWordsOfCorrection = (problem: FactProblem): FactProblem =>
  problem.code === "TOTAL_DIFFERS"
    ? { ...problem, message: `${problem.message} Replace all shares of it in one request.` }
    : { ...problem, message: problem.message.replace(/ The refund waits until .*$/, "") };
