import type { Queryable } from "@tiergraph/kit/database/database";
import { z } from "zod";

/** A partner has one calendar: a new address ends the one before. */
export const putCalendar = (
  db: Queryable,
  { partnerId, secretHash, at, by }: { partnerId: string; secretHash: string; at: Date; by: string },
): Promise<void> =>
  db.run(
    "calendar.put",
    `insert into enablement.calendar (partner_id, secret_hash, made_at, made_by) values ($1, $2, $3, $4)
     on conflict (partner_id) do update set secret_hash = excluded.secret_hash, made_at = excluded.made_at,
       made_by = excluded.made_by`,
    [partnerId, secretHash, at, by],
  );

export const findCalendar = (db: Queryable, secretHash: string): Promise<{ partnerId: string } | null> =>
  db.maybeOne(
    "calendar.find",
    z.object({ partnerId: z.string() }),
    `select partner_id as "partnerId" from enablement.calendar where secret_hash = $1`,
    [secretHash],
  );
