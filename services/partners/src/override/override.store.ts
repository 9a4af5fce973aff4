import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy, listByKeys } from "@tiergraph/kit/database/table-reads";
import { updateBy } from "@tiergraph/kit/database/table-writes";
import { by, listingOfEach, tableListing } from "@tiergraph/kit/paging/listing";
import { type OverrideRow, overrideTable } from "./override.entity.js";

const COLUMNS = select(overrideTable);

/** What holds on a day: approved, begun and not over. */
export const findOverridesOn = (db: Queryable, partnerIds: readonly string[], day: string): Promise<OverrideRow[]> =>
  db.many(
    "override.find-on",
    rowOf(overrideTable),
    `select ${COLUMNS} from partners.override
     where partner_id = any($1) and state = 'APPROVED' and from_on <= $2 and until_on > $2
     order by partner_id, requested_at, override_id`,
    [partnerIds, day],
  );

/** What people decided about a partner, newest first. */
export const overrideList = listingOfEach("override.list-of-partners", overrideTable, {
  of: ["partnerId"],
  shape: rowOf(overrideTable),
  select: COLUMNS,
  from: "partners.override",
  where: [],
  orderBy: by(overrideTable, ["requestedAt desc", "overrideId desc"]),
});

/** What waits for a second person, oldest first. */
export const requestedList = tableListing("override.list-requested", overrideTable, {
  where: ["state = 'REQUESTED'"],
  orderBy: ["requestedAt", "overrideId"],
});

export const findOverrides = listByKeys("override.find", overrideTable, ["partnerId", "overrideId"]);

export const lockOverride = findBy("override.lock", overrideTable, ["partnerId", "overrideId"], { lock: true });

/** The tiers by hand of a partner that share a day with the span. The caller holds the partner. */
export const findTiersByHand = (
  db: Queryable,
  span: { readonly partnerId: string; readonly fromOn: string; readonly untilOn: string },
): Promise<OverrideRow[]> =>
  db.many(
    "override.find-tiers-by-hand",
    rowOf(overrideTable),
    `select ${COLUMNS} from partners.override
     where partner_id = $1 and kind in ('TIER', 'TIER_AT_LEAST') and state = 'APPROVED' and from_on < $3 and until_on > $2`,
    [span.partnerId, span.fromOn, span.untilOn],
  );

export const decideOverride = updateBy("override.decide", overrideTable, {
  by: ["partnerId", "overrideId"],
  set: ["state", "decidedAt", "decidedBy", "note", "untilOn"],
});
