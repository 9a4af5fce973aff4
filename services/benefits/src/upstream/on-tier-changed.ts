import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import { groupBy } from "@tiergraph/kit/values/group-by";
import type { EventOf } from "@tiergraph/schema/events";
import { followTierChanges } from "../entitlement/index.js";
import {
  addPartnerMirrors,
  addTierPeriods,
  firstDifference,
  listTierPeriods,
  lockPartnerMirrors,
  putPeriodSequences,
  removeTierPeriods,
  type TierPeriodRow,
} from "../partner-mirror/index.js";
import { findPublishedProgram, lockProgramForReading } from "../program/index.js";
import { settlePartners } from "../reward/index.js";

/**
 * Learns which tiers partners hold: entitlements follow, and what facts earned on the days that changed is settled anew.
 * Older news than the last is passed over, so that the order of delivery does not matter.
 */
export const onTierChanged =
  (db: Database, clock: Clock) =>
  async (event: EventOf<"TierChanged">): Promise<void> => {
    await findPublishedProgram(db.readAs(systemViewer("benefits")), event);
    await db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      await lockProgramForReading(tx);
      const changedIds = event.changes.map(({ partnerId }) => partnerId);
      await addPartnerMirrors(tx, changedIds);
      const mirrors = await lockPartnerMirrors(tx, changedIds);
      const known = new Map(mirrors.map((row) => [row.partnerId, row.periodSequence]));
      const changes = event.changes.filter(({ partnerId, sequence }) => sequence > (known.get(partnerId) ?? 0));
      const partnerIds = changes.map(({ partnerId }) => partnerId);
      const before = groupBy(await listTierPeriods(tx, partnerIds), ({ partnerId }) => partnerId);
      const after = new Map(changes.map((change) => [change.partnerId, periodsOf(change)]));
      await removeTierPeriods(tx, partnerIds);
      await addTierPeriods(tx, [...after.values()].flat());
      await putPeriodSequences(
        tx,
        changes.map(({ partnerId, sequence }) => ({ partnerId, periodSequence: sequence })),
      );

      const histories = partnerIds.map((partnerId) => ({
        partnerId,
        was: before.get(partnerId) ?? [],
        is: after.get(partnerId) ?? [],
      }));
      await followTierChanges(
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
      await settlePartners(tx, { mirrors, affected, now: clock.now() });
    });
  };

const periodsOf = ({ partnerId, periods }: EventOf<"TierChanged">["changes"][number]): TierPeriodRow[] =>
  periods.map(({ from, tier, decisionId }) => ({ partnerId, fromOn: from, tier, decisionId }));
