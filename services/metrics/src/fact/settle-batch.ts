import type { FactMovement } from "../measure/rollup-deltas.js";
import type { FactContent, FactProblem } from "./check-fact.js";
import type { FactRow } from "./fact.store.js";
import { settleFact } from "./settle-fact.js";

export type FactOutcome =
  | {
      readonly kind: "Recorded" | "Updated" | "Unchanged";
      readonly externalId: string;
      readonly partnerId: string;
      readonly factId: string;
    }
  | { readonly kind: "Refused"; readonly externalId: string; readonly problem: FactProblem };

/** A sound fact or the reason why it is not, in the order of the batch. */
export type CheckedReport =
  | { readonly kind: "Sound"; readonly externalId: string; readonly content: FactContent }
  | { readonly kind: "Refused"; readonly externalId: string; readonly problem: FactProblem };

export interface SettledBatch {
  readonly outcomes: readonly FactOutcome[];
  readonly added: readonly FactRow[];
  readonly retired: readonly FactRow[];
  /** What the rollups have to follow. */
  readonly movements: readonly FactMovement[];
}

export const keyOf = ({ family, externalId }: { family: string; externalId: string }): string =>
  JSON.stringify([family, externalId]);

/**
 * Settles a batch in its order against what is known. A deal that stands in the batch twice is settled against its
 * first appearance, just as if it had come in two batches.
 *
 * @param factIds the id of each key that is new with this batch
 */
export function settleBatch(
  reports: readonly CheckedReport[],
  known: readonly FactRow[],
  factIds: ReadonlyMap<string, string>,
): SettledBatch {
  const current = new Map(known.map((row) => [keyOf(row), row]));
  const stored = new Set(known);
  const added = new Map<string, FactRow>();
  const retired: FactRow[] = [];
  const outcomes = reports.map((report): FactOutcome => {
    if (report.kind === "Refused") return report;
    const { content } = report;
    const key = keyOf(content);
    const settlement = settleFact(content, current.get(key) ?? null);
    if (settlement.kind === "Refused")
      return { kind: "Refused", externalId: content.externalId, problem: settlement.problem };
    if (settlement.kind === "Unchanged") return outcomeOf("Unchanged", settlement.known);
    const before = settlement.kind === "Advances" ? settlement.known : null;
    const isBeforeStored = before !== null && stored.has(before);
    if (before !== null && isBeforeStored) retired.push(before);
    const row: FactRow = {
      ...content,
      factId: before?.factId ?? factIdOf(factIds, key),
      // What came earlier in this very batch was never stored: its place is taken.
      revision: before === null ? 1 : before.revision + (isBeforeStored ? 1 : 0),
    };
    added.set(key, row);
    current.set(key, row);
    return outcomeOf(before === null ? "Recorded" : "Updated", row);
  });
  const rows = [...added.values()];
  const movements = [
    ...rows.map((fact) => ({ fact, sign: 1n as const })),
    ...retired.map((fact) => ({ fact, sign: -1n as const })),
  ];
  return { outcomes, added: rows, retired, movements };
}

const outcomeOf = (
  kind: "Recorded" | "Updated" | "Unchanged",
  { externalId, partnerId, factId }: FactRow,
): FactOutcome => ({
  kind,
  externalId,
  partnerId,
  factId,
});

function factIdOf(factIds: ReadonlyMap<string, string>, key: string): string {
  const factId = factIds.get(key);
  if (factId === undefined) throw new Error(`No fact is known under ${key} and no id was made for it`);
  return factId;
}
