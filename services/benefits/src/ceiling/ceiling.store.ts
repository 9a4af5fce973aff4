import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf } from "@tiergraph/kit/database/table";
import { ceilingUseTable } from "./ceiling-use.entity.js";
import { rewardWithheldTable } from "./reward-withheld.entity.js";

const ceilingUseRowShape = rowOf(ceilingUseTable);

const withheldRowShape = rowOf(rewardWithheldTable);

export interface CeilingKey {
  readonly program: string;
  readonly ceiling: string;
  /** First day of the period that it counts; empty where it counts for ever. */
  readonly periodFrom: string;
}
export interface CeilingUseRow extends CeilingKey {
  /** In minor units, or how often something was paid. */
  readonly used: bigint;
  readonly most: bigint;
  readonly isHard: boolean;
  readonly alertedAt: Date | null;
}

/** Makes sure that each has a row; where the program says another bound than before, it moves, though never below what is used. */
export const addCeilings = (
  db: Queryable,
  ceilings: readonly Omit<CeilingUseRow, "used" | "alertedAt">[],
): Promise<void> =>
  db.run(
    "ceiling.add",
    `insert into benefits.ceiling_use as known (program, ceiling, period_from, most, is_hard)
     select program, ceiling, period_from, most, is_hard
     from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::boolean[]) as given (program, ceiling, period_from, most, is_hard)
     order by 1, 2, 3
     on conflict (program, ceiling, period_from) do update
       set most = greatest(excluded.most, known.used), is_hard = excluded.is_hard
       where known.most <> greatest(excluded.most, known.used) or known.is_hard <> excluded.is_hard`,
    [
      ceilings.map(({ program }) => program),
      ceilings.map(({ ceiling }) => ceiling),
      ceilings.map(({ periodFrom }) => periodFrom),
      ceilings.map(({ most }) => most.toString()),
      ceilings.map(({ isHard }) => isHard),
    ],
  );

/** Holds ceilings for the rest of the transaction, always in one order. */
export const lockCeilings = (db: Queryable, keys: readonly CeilingKey[]): Promise<CeilingUseRow[]> =>
  db.many(
    "ceiling.lock",
    ceilingUseRowShape,
    `select program, ceiling, period_from as "periodFrom", used, most, is_hard as "isHard", alerted_at as "alertedAt"
     from benefits.ceiling_use
     where (program, ceiling, period_from) in (select * from unnest($1::text[], $2::text[], $3::text[]))
     order by 1, 2, 3 for update`,
    [keys.map(({ program }) => program), keys.map(({ ceiling }) => ceiling), keys.map(({ periodFrom }) => periodFrom)],
  );

export const putCeilingUse = (
  db: Queryable,
  ceilings: readonly (CeilingKey & { readonly used: bigint; readonly alertedAt: Date | null })[],
): Promise<void> =>
  db.run(
    "ceiling.put-use",
    `update benefits.ceiling_use as known set used = given.used, alerted_at = given.alerted_at
     from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[]) as given (program, ceiling, period_from, used, alerted_at)
     where known.program = given.program and known.ceiling = given.ceiling and known.period_from = given.period_from`,
    [
      ceilings.map(({ program }) => program),
      ceilings.map(({ ceiling }) => ceiling),
      ceilings.map(({ periodFrom }) => periodFrom),
      ceilings.map(({ used }) => used.toString()),
      ceilings.map(({ alertedAt }) => alertedAt),
    ],
  );

export const listCeilingUse = (db: Queryable, program: string): Promise<CeilingUseRow[]> =>
  db.many(
    "ceiling.list",
    ceilingUseRowShape,
    `select program, ceiling, period_from as "periodFrom", used, most, is_hard as "isHard", alerted_at as "alertedAt"
     from benefits.ceiling_use where program = $1 order by ceiling, period_from desc`,
    [program],
  );

/** What was not paid since a ceiling of the program was reached. */
export type WithheldRow = RowIn<typeof withheldRowShape>;

export const putWithheld = (db: Queryable, rows: readonly WithheldRow[]): Promise<void> =>
  db.run(
    "ceiling.put-withheld",
    `insert into benefits.reward_withheld (partner_id, rule, subject, program, ceiling, amount_minor, currency, noted_at)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::timestamptz[])
     on conflict (partner_id, rule, subject) do update
       set ceiling = excluded.ceiling, amount_minor = excluded.amount_minor, noted_at = excluded.noted_at`,
    [
      rows.map(({ partnerId }) => partnerId),
      rows.map(({ rule }) => rule),
      rows.map(({ subject }) => subject),
      rows.map(({ program }) => program),
      rows.map(({ ceiling }) => ceiling),
      rows.map(({ amountMinor }) => amountMinor.toString()),
      rows.map(({ currency }) => currency),
      rows.map(({ notedAt }) => notedAt),
    ],
  );

export const removeWithheld = (
  db: Queryable,
  keys: readonly Pick<WithheldRow, "partnerId" | "rule" | "subject">[],
): Promise<void> =>
  db.run(
    "ceiling.remove-withheld",
    `delete from benefits.reward_withheld
     where (partner_id, rule, subject) in (select * from unnest($1::uuid[], $2::text[], $3::text[]))`,
    [keys.map(({ partnerId }) => partnerId), keys.map(({ rule }) => rule), keys.map(({ subject }) => subject)],
  );

export const listWithheld = (db: Queryable, partnerIds: readonly string[]): Promise<WithheldRow[]> =>
  db.many(
    "ceiling.list-withheld",
    withheldRowShape,
    `select partner_id as "partnerId", rule, subject, program, ceiling, amount_minor as "amountMinor", currency,
       noted_at as "notedAt"
     from benefits.reward_withheld where partner_id = any($1) order by partner_id, noted_at, rule, subject`,
    [partnerIds],
  );
