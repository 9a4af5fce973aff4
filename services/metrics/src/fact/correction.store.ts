import type { Queryable } from "@tiergraph/kit/database/database";
import type { FactRow } from "./fact.store.js";

/** What becomes of a fact that was wrong. */
export interface CorrectedFact {
  readonly fact: FactRow;
  /** Null where it no longer counts at all; otherwise it counts against itself from this day on. */
  readonly reversedOn: string | null;
  /** Whether nothing stands in its place. */
  readonly isVoid: boolean;
}

export interface Corrector {
  readonly at: Date;
  readonly by: string;
  readonly because: string;
}

/** Takes facts back: those of open periods at once, those of closed ones by what counts against them from a later day. */
export const correctFacts = (
  db: Queryable,
  corrected: readonly CorrectedFact[],
  { at, by, because }: Corrector,
): Promise<void> =>
  db.run(
    "fact.correct",
    `update metrics.fact set reversed_on = given.reversed_on, is_void = given.is_void, corrected_at = $6,
       corrected_by = $7, corrected_because = $8, retired_at = case when given.reversed_on is null then $6::timestamptz end
     from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::date[], $5::boolean[])
       as given (partner_id, fact_id, revision, reversed_on, is_void)
     where fact.partner_id = given.partner_id and fact.fact_id = given.fact_id and fact.revision = given.revision`,
    [
      corrected.map(({ fact }) => fact.partnerId),
      corrected.map(({ fact }) => fact.factId),
      corrected.map(({ fact }) => fact.revision),
      corrected.map(({ reversedOn }) => reversedOn),
      corrected.map(({ isVoid }) => isVoid),
      at,
      by,
      because,
    ],
  );
