import type { Queryable } from "@tiergraph/kit/database/database";
import { findOverridesOn, rulingsOf } from "../override/index.js";
import { findPartners } from "../partner/index.js";
import { findDecisions, findTierStatuses } from "../placement/index.js";
import { findLatestReviews } from "../review/index.js";
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
