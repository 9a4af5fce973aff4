import type { Queryable } from "@tiergraph/kit/database/database";
import { findOverridesOn } from "../override/override.store.js";
import { rulingsOf } from "../override/rulings.js";
import { findPartners } from "../partner/partner.store.js";
import { findDecisions } from "../placement/decision.store.js";
import { findLatestReviews } from "../review/review.store.js";
import { findTierStatuses } from "../tier-status/tier-status.store.js";
import type { Standpoint } from "./place-hypothesis.js";

/** What placement would know of a partner on a day; null for one that cannot be seen. */
export async function readStandpoint(
  db: Queryable,
  { partnerId, on, program }: { readonly partnerId: string; readonly on: string; readonly program: string },
): Promise<Standpoint | null> {
  const ids = [partnerId];
  const [[partner], statuses, overrides, reviews] = await Promise.all([
    findPartners(db, ids),
    findTierStatuses(db, ids),
    findOverridesOn(db, ids, on),
    findLatestReviews(db, { partnerIds: ids, asOf: on, program }),
  ]);
  if (partner === undefined) return null;
  const [latest = null] = await findDecisions(db, statuses);
  return { partner, latest, reviews, ...rulingsOf(overrides) };
}
