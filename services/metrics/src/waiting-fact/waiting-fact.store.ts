import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy } from "@tiergraph/kit/database/table-reads";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { type WaitingFactRow, waitingFactTable } from "./waiting-fact.entity.js";

const COLUMNS = select(waitingFactTable);

/**
 * Keeps each under its external id: what is reported again replaces what was reported before, and what a person discarded
 * stays discarded while it is reported alike.
 */
export const putWaiting = (
  db: Queryable,
  rows: readonly Omit<WaitingFactRow, "state" | "endedAt" | "endedBy" | "note">[],
): Promise<void> =>
  db.run(
    "waiting.put",
    `insert into metrics.waiting_fact (partner_id, waiting_id, family, external_id, deal, code, message, report,
       reported_at, reported_by, state)
     select given.*, 'WAITING' from jsonb_to_recordset($1::jsonb) as given ("partnerId" uuid, "waitingId" uuid, family text,
       "externalId" text, deal text, code text, message text, report jsonb, "reportedAt" timestamptz, "reportedBy" text)
     where not exists (
       select from metrics.waiting_fact as discarded
       where discarded.partner_id = given."partnerId" and discarded.family = given.family
         and discarded.external_id = given."externalId" and discarded.state = 'DISCARDED' and discarded.report = given.report
     )
     on conflict (partner_id, family, external_id) where state = 'WAITING' do update set deal = excluded.deal,
       code = excluded.code, message = excluded.message, report = excluded.report`,
    [JSON.stringify(rows)],
  );

/** Ends the waiting of facts, by their external ids. */
export const endWaiting = (
  db: Queryable,
  facts: readonly Pick<WaitingFactRow, "partnerId" | "family" | "externalId">[],
  end: {
    readonly state: Exclude<WaitingFactRow["state"], "WAITING">;
    readonly at: Date;
    readonly by: string;
    readonly note: string | null;
  },
): Promise<void> =>
  db.run(
    "waiting.end",
    `update metrics.waiting_fact set state = $4, ended_at = $5, ended_by = $6, note = $7
     where state = 'WAITING'
       and (partner_id, family, external_id) in (select * from unnest($1::uuid[], $2::text[], $3::text[]))`,
    [
      facts.map(({ partnerId }) => partnerId),
      facts.map(({ family }) => family),
      facts.map(({ externalId }) => externalId),
      end.state,
      end.at,
      end.by,
      end.note,
    ],
  );

/** Those that need some deals, held for the rest of the transaction; at most so many. */
export const lockWaitingFor = (db: Queryable, deals: readonly string[], limit: number): Promise<WaitingFactRow[]> =>
  db.many(
    "waiting.lock-for",
    rowOf(waitingFactTable),
    `select ${COLUMNS} from metrics.waiting_fact where state = 'WAITING' and deal = any($1) and code in ('DEAL_UNKNOWN', 'DEAL_NOT_WON')
     order by partner_id, external_id limit $2 for update`,
    [deals, limit],
  );

export const lockWaiting = findBy("waiting.lock", waitingFactTable, ["partnerId", "waitingId"], { lock: true });

/** Null for any code, and for all partners. */
interface WaitingQuery {
  readonly state: WaitingFactRow["state"];
  readonly code: string | null;
  readonly partnerId: string | null;
}

/** The longest waiting first. */
export const waitingList = listing("waiting.list", {
  shape: rowOf(waitingFactTable),
  select: COLUMNS,
  from: "metrics.waiting_fact",
  where: ["state = $1", "($2::text is null or code = $2)", "($3::uuid is null or partner_id = $3)"],
  values: ({ state, code, partnerId }: WaitingQuery) => [state, code, partnerId],
  orderBy: by(waitingFactTable, ["reportedAt", "waitingId"]),
});
