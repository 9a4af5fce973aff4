import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import { dayOf } from "@tiergraph/kit/process/clock";
import type { EventOf } from "@tiergraph/schema/events";
import { followTiersIn } from "../entitlement/follow-tiers-in.js";
import { listPayingFactsSince } from "../rebate/paying-fact.store.js";
import { settleIn } from "../rebate/settle-in.js";
import {
  addStandings,
  addTierPeriods,
  listTierPeriods,
  lockStandings,
  putPeriodSequences,
  removeTierPeriods,
  type TierPeriodRow,
} from "./standing.store.js";
import { firstDifference } from "./tier-on.js";

/**
 * Learns which tiers partners hold: entitlements follow, and what facts earned on the days that changed is settled anew.
 * Older news than the last is passed over, so that the order of delivery does not matter.
 */
export const noteTiers =
  (db: Database, clock: Clock) =>
  (event: EventOf<"TierChanged">): Promise<void> =>
    db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      const now = clock.now();
      const told = event.changes.map(({ partnerId }) => partnerId);
      await addStandings(tx, told);
      const known = new Map((await lockStandings(tx, told)).map((row) => [row.partnerId, row.periodSequence]));
      const changes = event.changes.filter(({ partnerId, sequence }) => sequence > (known.get(partnerId) ?? 0));
      const partnerIds = changes.map(({ partnerId }) => partnerId);
      const before = await listTierPeriods(tx, partnerIds);
      const after = changes.flatMap(({ partnerId, periods }) =>
        periods.map(({ from, tier, decisionId }): TierPeriodRow => ({ partnerId, fromOn: from, tier, decisionId })),
      );
      await removeTierPeriods(tx, partnerIds);
      await addTierPeriods(tx, after);
      await putPeriodSequences(tx, changes);

      await followTiersIn(tx, partnerIds, dayOf(now));
      const since = partnerIds.flatMap((partnerId) => {
        const own = (periods: readonly TierPeriodRow[]) => periods.filter((period) => period.partnerId === partnerId);
        const day = firstDifference(own(before), own(after));
        return day === null ? [] : { partnerId, day };
      });
      await settleIn(tx, await listPayingFactsSince(tx, since), now);
    });
