import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listByIds, listByKeys } from "@tiergraph/kit/database/table-reads";
import { addAll, updateAllBy } from "@tiergraph/kit/database/table-writes";
import { type CeilingUseRow, ceilingUseTable } from "./ceiling-use.entity.js";
import { rewardWithheldTable, type WithheldRow } from "./reward-withheld.entity.js";

export type CeilingKey = Pick<CeilingUseRow, "program" | "ceiling" | "periodFrom">;

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
export const lockCeilings = listByKeys("ceiling.lock", ceilingUseTable, ["program", "ceiling", "periodFrom"], {
  orderBy: ["program", "ceiling", "periodFrom"],
  lock: true,
});

export const putCeilingUse = updateAllBy("ceiling.put-use", ceilingUseTable, {
  by: ["program", "ceiling", "periodFrom"],
  set: ["used", "alertedAt"],
});

export const listCeilingUse = (db: Queryable, program: string): Promise<CeilingUseRow[]> =>
  db.many(
    "ceiling.list",
    rowOf(ceilingUseTable),
    `select ${select(ceilingUseTable)} from benefits.ceiling_use where program = $1 order by ceiling, period_from desc`,
    [program],
  );

export const putWithheld = addAll("ceiling.put-withheld", rewardWithheldTable, {
  onConflict: `(partner_id, rule, subject) do update
    set ceiling = excluded.ceiling, amount_minor = excluded.amount_minor, noted_at = excluded.noted_at`,
});

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

export const listWithheld = listByIds("ceiling.list-withheld", rewardWithheldTable, "partnerId", {
  orderBy: ["partnerId", "notedAt", "rule", "subject"],
});
