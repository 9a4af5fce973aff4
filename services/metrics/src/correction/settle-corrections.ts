import type { Program } from "@tiergraph/program/document/program";
import type { CheckedFact } from "../fact/check-fact.js";
import type { FactKeyRow, FactRow } from "../fact/fact.store.js";
import { shareOf } from "../fact/fact-origin.js";
import type { FactProblem } from "../fact/fact-report.js";
import { type FactOutcome, keyOf, outcomeOf, sharesProblem } from "../fact/settle-batch.js";
import type { FactMovement } from "../measure/rollup-deltas.js";
import { takeBack } from "./correct-fact.js";
import type { CorrectedFact } from "./correction.store.js";

export interface WantedCorrection {
  readonly key: { readonly family: string; readonly externalId: string; readonly partnerId: string };
  /** Null where the fact is taken back and nothing stands in its place. */
  readonly replacement: CheckedFact | null;
}

export interface SettledCorrections {
  readonly outcomes: readonly FactOutcome[];
  readonly corrected: readonly CorrectedFact[];
  readonly added: readonly FactRow[];
  readonly credited: readonly FactKeyRow[];
  readonly movements: readonly FactMovement[];
}

interface Surroundings {
  readonly keys: readonly FactKeyRow[];
  /** The latest revision of each fact. */
  readonly known: readonly FactRow[];
  readonly program: Pick<Program, "closing" | "calendar">;
  readonly today: string;
}

/** Settles corrections in their order; a fact that is named twice is corrected once. */
export function settleCorrections(
  wanted: readonly WantedCorrection[],
  { keys, known, program, today }: Surroundings,
): SettledCorrections {
  const rows = new Map(known.map((row) => [placeOf(row), row]));
  const credited = new Map(keys.map((key) => [keyOf(key), key.credited]));
  const named = new Set<string>();
  const corrected: CorrectedFact[] = [];
  const added: FactRow[] = [];

  const settle = ({ key, replacement }: WantedCorrection): FactOutcome => {
    const { externalId } = key;
    const refused = (problem: FactProblem): FactOutcome => ({ kind: "Refused", externalId, problem });
    if (replacement?.kind === "Refused") return refused(replacement.problem);
    if (named.has(placeOf(key)))
      return refused({
        code: "FACT_NAMED_TWICE",
        field: "externalId",
        message: `${externalId} stands in the batch already.`,
      });
    const row = rows.get(placeOf(key)) ?? null;
    const taking = takeBack(row, { externalId, program, today });
    if (taking.kind === "Refused") return refused(taking.problem);
    if (row === null) throw new Error("What is not known was taken back");
    const others = (credited.get(keyOf(key)) ?? 0) - shareOf(row);
    const content = replacement?.content ?? null;
    const exceeding = content === null ? null : sharesProblem(content, others);
    if (exceeding !== null) return refused(exceeding);

    named.add(placeOf(key));
    credited.set(keyOf(key), others + (content === null ? 0 : shareOf(content)));
    const reversedOn = taking.kind === "Reversed" ? taking.on : null;
    corrected.push({ fact: row, reversedOn, isVoid: content === null });
    if (content === null) return outcomeOf("Voided", { ...row, occurredOn: reversedOn ?? row.occurredOn });
    const next = {
      ...{ ...content, factId: row.factId, revision: row.revision + 1 },
      ...{ reversedOn: null, isVoid: false, correctedBecause: null },
    };
    added.push(next);
    return outcomeOf("Replaced", next);
  };

  const outcomes = wanted.map(settle);
  return {
    outcomes,
    corrected,
    added,
    credited: keys.flatMap((key) => {
      const now = credited.get(keyOf(key)) ?? key.credited;
      return now === key.credited ? [] : [{ ...key, credited: now }];
    }),
    movements: [
      ...corrected.map(({ fact, reversedOn }) => ({
        ...{ fact, sign: -1n as const },
        ...(reversedOn === null ? {} : { on: reversedOn }),
      })),
      ...added.map((fact) => ({ fact, sign: 1n as const })),
    ],
  };
}

const placeOf = (key: WantedCorrection["key"]): string => `${key.partnerId} ${keyOf(key)}`;
