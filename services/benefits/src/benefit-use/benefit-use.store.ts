import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf } from "@tiergraph/kit/database/table";
import { benefitUseTable, type UseRow } from "./benefit-use.entity.js";

export const listUse = (db: Queryable, partnerIds: readonly string[]): Promise<UseRow[]> =>
  db.many(
    "benefit-use.list",
    rowOf(benefitUseTable),
    `select partner_id as "partnerId", program, benefit, period_from as "periodFrom", used, most
     from benefits.benefit_use where partner_id = any($1)`,
    [partnerIds],
  );

/** Keeps how much of a benefit is used; the table refuses more than there is. */
export const putUse = (db: Queryable, row: UseRow): Promise<void> =>
  db.run(
    "benefit-use.put",
    `insert into benefits.benefit_use (partner_id, program, benefit, period_from, used, most) values ($1, $2, $3, $4, $5, $6)
     on conflict (partner_id, program, benefit, period_from) do update set used = excluded.used, most = excluded.most`,
    [row.partnerId, row.program, row.benefit, row.periodFrom, row.used, row.most],
  );
