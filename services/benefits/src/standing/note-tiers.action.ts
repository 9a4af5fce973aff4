import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import { groupBy } from "@tiergraph/kit/values/group-by";
import type { EventOf } from "@tiergraph/schema/events";
import { followTiersIn } from "../entitlement/follow-tiers-in.js";
import { lockProgramForReading } from "../program/program.store.js";
import { programKnown } from "../program/program-known.js";
import { settleIn } from "../reward/settle-in.js";
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
  async (event: EventOf<"TierChanged">): Promise<void> => {
    await programKnown(db, event);
    await db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      await lockProgramForReading(tx);
      const told = event.changes.map(({ partnerId }) => partnerId);
      await addStandings(tx, told);
      const standings = await lockStandings(tx, told);
      const known = new Map(standings.map((row) => [row.partnerId, row.periodSequence]));
      const changes = event.changes.filter(({ partnerId, sequence }) => sequence > (known.get(partnerId) ?? 0));
      const partnerIds = changes.map(({ partnerId }) => partnerId);
      const before = groupBy(await listTierPeriods(tx, partnerIds), ({ partnerId }) => partnerId);
      const after = new Map(changes.map((change) => [change.partnerId, periodsOf(change)]));
      await removeTierPeriods(tx, partnerIds);
      await addTierPeriods(tx, [...after.values()].flat());
      await putPeriodSequences(tx, changes);

      const histories = partnerIds.map((partnerId) => ({
        partnerId,
        was: before.get(partnerId) ?? [],
        is: after.get(partnerId) ?? [],
      }));
      await followTiersIn(
        tx,
        histories.flatMap(({ partnerId, was, is }) => {
          const current = is.at(-1);
          return current === undefined || current.tier === was.at(-1)?.tier ? [] : { partnerId, since: current.fromOn };
        }),
      );
      const affected = histories.flatMap(({ partnerId, was, is }) => {
        const since = firstDifference(was, is);
        return since === null ? [] : { partnerId, since, factIds: [], days: [], deals: [] };
      });
      await settleIn(tx, { standings, affected, now: clock.now() });
    });
  };

const periodsOf = ({ partnerId, periods }: EventOf<"TierChanged">["changes"][number]): TierPeriodRow[] =>
  periods.map(({ from, tier, decisionId }) => ({ partnerId, fromOn: from, tier, decisionId }));
