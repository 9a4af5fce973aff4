import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy } from "@tiergraph/kit/database/table-reads";
import { updateBy } from "@tiergraph/kit/database/table-writes";
import { tableListing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { type ConflictRow, registrationConflictTable } from "./registration-conflict.entity.js";

const COLUMNS = select(registrationConflictTable);

interface WonDeal {
  readonly partnerId: string;
  readonly factId: string;
  readonly customerKey: string;
  /** Null where the deal names no product: it may be of any line. */
  readonly lineKey: string | null;
  readonly on: string;
}

/**
 * Finds, for won deals, protections of other partners that held on their days; partners who share a deal are not in each
 * other's way. A conflict that had closed is open again, with the deal as it stands now; a decided one stays decided.
 */
export const addConflicts = (
  db: Queryable,
  deals: readonly WonDeal[],
  foundAt: Date,
): Promise<{ conflictId: string }[]> =>
  db.many(
    "registration-conflict.add",
    z.object({ conflictId: z.string() }),
    `insert into benefits.registration_conflict (partner_id, conflict_id, registration_id, deal_partner_id, deal_fact_id,
       deal_external_id, deal_on, deal_customer, deal_product, deal_amount_minor, deal_currency, found_at, state)
     select distinct on (protection.partner_id, protection.registration_id, fact.partner_id, fact.fact_id)
       protection.partner_id, md5(protection.registration_id::text || fact.partner_id || fact.fact_id)::uuid,
       protection.registration_id, fact.partner_id, fact.fact_id, fact.deal, fact.occurred_on, fact.customer, fact.product,
       fact.amount_minor, fact.currency, $2, 'OPEN'
     from jsonb_to_recordset($1::jsonb)
       as won ("partnerId" uuid, "factId" uuid, "customerKey" text, "lineKey" text, "on" date)
     join benefits.protection on protection.customer_key = won."customerKey" and protection.days @> won."on"
       and (won."lineKey" is null or protection.product_line = won."lineKey") and protection.partner_id <> won."partnerId"
     join benefits.paying_fact as fact on fact.partner_id = won."partnerId" and fact.fact_id = won."factId"
     where not exists (
       select from benefits.paying_fact as shared
       where shared.partner_id = protection.partner_id and shared.fact_id = won."factId" and not shared.is_gone
     )
     on conflict (partner_id, conflict_id) do update
       set deal_external_id = excluded.deal_external_id, deal_on = excluded.deal_on, deal_customer = excluded.deal_customer,
         deal_product = excluded.deal_product, deal_amount_minor = excluded.deal_amount_minor,
         deal_currency = excluded.deal_currency, found_at = excluded.found_at, state = 'OPEN', decided_at = null,
         decided_by = null, note = null
       where registration_conflict.state = 'CLOSED'
     returning conflict_id as "conflictId"`,
    [JSON.stringify(deals), foundAt],
  );

/** Conflicts over deals that nobody has decided, whichever partner's share of a deal is named; held until the transaction ends. */
export const lockUndecidedOver = (db: Queryable, factIds: readonly string[]): Promise<ConflictRow[]> =>
  db.many(
    "registration-conflict.lock-undecided-over",
    rowOf(registrationConflictTable),
    `select ${COLUMNS} from benefits.registration_conflict
     where deal_fact_id = any($1) and state in ('OPEN', 'CLOSED') order by conflict_id for update`,
    [factIds],
  );

/** Deals of partners that an open conflict is over, or that converted a registration. */
export const listFollowedDeals = (
  db: Queryable,
  partnerIds: readonly string[],
): Promise<{ partnerId: string; factId: string }[]> =>
  db.many(
    "registration-conflict.list-followed-deals",
    z.object({ partnerId: z.string(), factId: z.string() }),
    `select deal_partner_id as "partnerId", deal_fact_id as "factId" from benefits.registration_conflict
     where state = 'OPEN' and deal_partner_id = any($1)
     union
     select partner_id, converted_fact_id from benefits.deal_registration
     where converted_fact_id is not null and partner_id = any($1)`,
    [partnerIds],
  );

/** Those of a state, the first found first. */
export const conflictList = tableListing("registration-conflict.list", registrationConflictTable, {
  of: ["state"],
  orderBy: ["foundAt", "conflictId"],
});

export const lockConflict = findBy(
  "registration-conflict.lock",
  registrationConflictTable,
  ["partnerId", "conflictId"],
  { lock: true },
);

export const putConflict = updateBy("registration-conflict.put", registrationConflictTable, {
  by: ["partnerId", "conflictId"],
  set: ["state", "decidedAt", "decidedBy", "note"],
});
