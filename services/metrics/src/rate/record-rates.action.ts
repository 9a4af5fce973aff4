import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { keyOf, type RateProblem, rateProblem, twoRates } from "./check-rate.js";
import { type BatchRefusal, batchRefusals, MAX_RATES_PER_BATCH } from "./rate.refusals.js";
import { addRates, lockRates, type RateReport } from "./rate.store.js";

type RateOutcome =
  | { readonly kind: "Recorded" | "Unchanged" }
  | { readonly kind: "Refused"; readonly problem: RateProblem };

export type RatesRecording =
  | { readonly kind: "RatesRecorded"; readonly outcomes: readonly RateOutcome[] }
  | BatchRefusal;

/**
 * Records rates, each taken or refused by itself. A day's rate may be reported anew: facts recorded before keep theirs.
 */
export const recordRates =
  (db: Database, clock: Clock) =>
  async (
    viewer: Viewer,
    { rates, dryRun }: { rates: readonly RateReport[]; dryRun: boolean },
  ): Promise<RatesRecording> => {
    if (rates.length > MAX_RATES_PER_BATCH) return batchRefusals.TooManyRates();
    const today = dayOf(clock.now());
    const seen = new Map<string, string>();
    const problems = rates.map((rate): RateProblem | null => {
      const before = seen.get(keyOf(rate));
      seen.set(keyOf(rate), before ?? rate.rate);
      if (before !== undefined && before !== rate.rate) return twoRates(rate);
      return rateProblem(rate, today);
    });
    const sound = new Map(rates.flatMap((rate, i) => (problems[i] === null ? [[keyOf(rate), rate]] : [])));
    const added = await (dryRun ? db.rehearse : db.transact)(viewer, async (tx) => {
      await lockRates(tx);
      return addRates(tx, [...sound.values()], { at: clock.now(), by: viewer.subject });
    });
    const isNew = new Set(added.map(keyOf));
    const outcomes = rates.map((rate, i): RateOutcome => {
      const problem = problems[i] ?? null;
      if (problem !== null) return { kind: "Refused", problem };
      return { kind: isNew.has(keyOf(rate)) ? "Recorded" : "Unchanged" };
    });
    return { kind: "RatesRecorded", outcomes };
  };
