import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { EventOf } from "@tiergraph/schema/events";
import {
  addStandings,
  addTierPeriods,
  lockStandings,
  putPeriodSequences,
  removeTierPeriods,
} from "../tier-mirror/index.js";

/** Learns which tiers partners hold. Older news than the last is passed over: the order of delivery does not matter. */
export const onTierChanged =
  (db: Database) =>
  (event: EventOf<"TierChanged">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      const partnerIds = event.changes.map(({ partnerId }) => partnerId);
      await addStandings(tx, partnerIds);
      const known = new Map((await lockStandings(tx, partnerIds)).map((row) => [row.partnerId, row.periodSequence]));
      const news = event.changes.filter(({ partnerId, sequence }) => sequence > (known.get(partnerId) ?? 0));
      if (news.length === 0) return;
      await removeTierPeriods(
        tx,
        news.map(({ partnerId }) => partnerId),
      );
      await addTierPeriods(
        tx,
        news.flatMap(({ partnerId, periods }) => periods.map(({ tier, from }) => ({ partnerId, tier, fromOn: from }))),
      );
      await putPeriodSequences(tx, news);
    });
