import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listByKeys } from "@tiergraph/kit/database/table-reads";
import { tableListing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { type DecisionRow, decisionTable } from "./decision.entity.js";

const COLUMNS = select(decisionTable);

export const findDecisions = listByKeys("decision.find", decisionTable, ["partnerId", "decisionId"]);

/** The decisions behind the tiers that partners hold. */
export const findDecisionsInForce = (db: Queryable, partnerIds: readonly string[]): Promise<DecisionRow[]> =>
  db.many(
    "decision.find-in-force",
    rowOf(decisionTable),
    `select ${select(decisionTable, { alias: "decision" })}
     from partners.tier_status as status join partners.decision using (partner_id, decision_id)
     where status.partner_id = any($1)`,
    [partnerIds],
  );

/**
 * Of each partner, the decision that stood before a day: what was decided later than that for an earlier day has
 * superseded the days after it.
 */
export const findDecisionsBefore = (
  db: Queryable,
  partnerIds: readonly string[],
  asOf: string,
): Promise<DecisionRow[]> =>
  db.many(
    "decision.find-before",
    rowOf(decisionTable),
    `select standing.* from unnest($1::uuid[]) as asked (id)
     cross join lateral (
       select ${COLUMNS} from partners.decision where partner_id = asked.id and as_of < $2 order by sequence desc limit 1
     ) as standing`,
    [partnerIds, asOf],
  );

/** The partner's decisions, newest first. */
export const decisionList = tableListing("decision.list", decisionTable, {
  of: ["partnerId"],
  orderBy: ["sequence desc"],
});

/** Where to read on in all decisions: partner after partner, each from its first. */
type DecisionPosition = Pick<DecisionRow, "partnerId" | "sequence">;

/** Decisions of one partner, or of all, in the order of their chains. */
export const listChains = (
  db: Queryable,
  query: { partnerId: string | null; after: DecisionPosition | null; limit: number },
): Promise<DecisionRow[]> =>
  db.many(
    "decision.list-chains",
    rowOf(decisionTable),
    `select ${COLUMNS} from partners.decision
     where (partner_id, sequence) > (coalesce($2, $1, '00000000-0000-0000-0000-000000000000'::uuid), coalesce($3, 0))
       and ($1::uuid is null or partner_id = $1)
     order by partner_id, sequence limit $4`,
    [query.partnerId, query.after?.partnerId ?? null, query.after?.sequence ?? null, query.limit],
  );

export const countDecisions = (db: Queryable, partnerId: string | null): Promise<{ total: number } | null> =>
  db.maybeOne(
    "decision.count",
    z.object({ total: z.int() }),
    "select count(*)::integer as total from partners.decision where ($1::uuid is null or partner_id = $1)",
    [partnerId],
  );
