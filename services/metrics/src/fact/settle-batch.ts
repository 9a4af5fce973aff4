import type { FactMovement } from "../measure/rollup-deltas.js";
import type { FactKeyRow, FactRow } from "./fact.store.js";
import { shareOf, WHOLE } from "./fact-origin.js";
import type { FactContent, FactProblem } from "./fact-report.js";
import { settleFact } from "./settle-fact.js";

export type FactOutcome =
  | {
      readonly kind: "Recorded" | "Updated" | "Unchanged" | "Voided" | "Replaced";
      readonly externalId: string;
      readonly partnerId: string;
      readonly factId: string;
      /** The day that it counts for, or from which it counts no more. */
      readonly countsOn: string;
    }
  | { readonly kind: "Refused"; readonly externalId: string; readonly problem: FactProblem };

/** A sound fact or the reason why it is not, in the order of the batch. */
export type CheckedReport =
  | {
      readonly kind: "Sound";
      readonly externalId: string;
      readonly content: FactContent;
      readonly mayEndSooner?: boolean;
    }
  | { readonly kind: "Refused"; readonly externalId: string; readonly problem: FactProblem };

export interface SettledBatch {
  readonly outcomes: readonly FactOutcome[];
  readonly added: readonly FactRow[];
  readonly retired: readonly FactRow[];
  /** Keys of which another part of the whole is credited than before. */
  readonly credited: readonly FactKeyRow[];
  /** What the rollups have to follow. */
  readonly movements: readonly FactMovement[];
}

/** A key, and how much of its whole was credited before the batch: nothing where it is new with it. */
export interface HeldKey extends FactKeyRow {
  readonly creditedBefore: number;
}

/** Neither part holds the control character between them. */
export const keyOf = ({ family, externalId }: { family: string; externalId: string }): string =>
  `${family}\u0001${externalId}`;

/** Several partners may be credited with one deal, each with a part: what is known is known of one of them. */
const ofPartner = (key: string, { partnerId }: { partnerId: string }): string => `${partnerId} ${key}`;

/**
 * Settles a batch in its order against what is known. A deal that stands in the batch twice is settled against its
 * first appearance, just as if it had come in two batches.
 *
 * @param known the latest revision of each fact, of the partners that the batch names
 * @param keys of all external ids of the batch
 */
export function settleBatch(
  reports: readonly CheckedReport[],
  known: readonly FactRow[],
  keys: readonly HeldKey[],
): SettledBatch {
  const current = new Map(known.map((row) => [ofPartner(keyOf(row), row), row]));
  const held = new Map(keys.map((key) => [keyOf(key), key]));
  const credited = new Map(keys.map((key) => [keyOf(key), key.creditedBefore]));
  const stored = new Set(known);
  const added = new Map<string, FactRow>();
  const retired: FactRow[] = [];
  const outcomes = reports.map((report): FactOutcome => {
    if (report.kind === "Refused") return report;
    const { content } = report;
    const key = keyOf(content);
    const place = ofPartner(key, content);
    const settlement = settleFact(content, current.get(place) ?? null, report.mayEndSooner);
    if (settlement.kind === "Refused")
      return { kind: "Refused", externalId: content.externalId, problem: settlement.problem };
    if (settlement.kind === "Unchanged") return outcomeOf("Unchanged", settlement.known);
    const before = settlement.kind === "Advances" ? settlement.known : null;
    const others = (credited.get(key) ?? 0) - (before === null ? 0 : shareOf(before));
    const exceeding = sharesProblem(content, others);
    if (exceeding !== null) return { kind: "Refused", externalId: content.externalId, problem: exceeding };
    credited.set(key, others + shareOf(content));
    const isBeforeStored = before !== null && stored.has(before);
    if (before !== null && isBeforeStored) retired.push(before);
    const row: FactRow = {
      ...content,
      factId: before?.factId ?? heldKey(held, key).factId,
      // What came earlier in this very batch was never stored: its place is taken.
      revision: before === null ? 1 : before.revision + (isBeforeStored ? 1 : 0),
      ...{ reversedOn: null, isVoid: false, correctedBecause: null },
    };
    added.set(place, row);
    current.set(place, row);
    return outcomeOf(before === null ? "Recorded" : "Updated", row);
  });
  const rows = [...added.values()];
  return {
    outcomes,
    added: rows,
    retired,
    credited: keys.flatMap((key) => {
      const now = credited.get(keyOf(key)) ?? key.credited;
      return now === key.credited ? [] : [{ ...key, credited: now }];
    }),
    movements: [
      ...rows.map((fact) => ({ fact, sign: 1n as const })),
      ...retired.map((fact) => ({ fact, sign: -1n as const })),
    ],
  };
}

/** Null where what others are credited with leaves room for the share. */
export function sharesProblem(content: Pick<FactContent, "externalId" | "origin">, others: number): FactProblem | null {
  const share = shareOf(content);
  if (others + share <= WHOLE) return null;
  if (share === WHOLE)
    return {
      code: "RECORDED_FOR_ANOTHER_PARTNER",
      field: "externalId",
      message: `${content.externalId} is recorded for another partner.`,
    };
  return {
    code: "SHARES_EXCEED_WHOLE",
    field: "credit",
    message: `Of ${content.externalId}, ${(WHOLE - others) / 100}% are left to be credited, not ${share / 100}%.`,
  };
}

export const outcomeOf = (
  kind: Exclude<FactOutcome["kind"], "Refused">,
  { externalId, partnerId, factId, occurredOn }: FactRow,
): FactOutcome => ({ kind, externalId, partnerId, factId, countsOn: occurredOn });

function heldKey(held: ReadonlyMap<string, HeldKey>, key: string): HeldKey {
  const row = held.get(key);
  if (row === undefined) throw new Error(`No fact is known under ${key} and no id was made for it`);
  return row;
}
