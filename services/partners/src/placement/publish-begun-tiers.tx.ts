import type { Transaction } from "@tiergraph/kit/database/database";
import { groupBy } from "@tiergraph/kit/values/group-by";
import type { PartnersPublisher } from "../publisher.js";
import { findDecisions } from "./decision.store.js";
import { begun } from "./judge-partners.js";
import { periodInEvent, publishTiers } from "./record-verdicts.tx.js";
import type { TierStatusRow } from "./tier-status.entity.js";
import { listTierPeriods, lockBegunStatuses, putTierStatuses, type TierPeriodRow } from "./tier-status.store.js";

const PARTNERS_AT_ONCE = 500;

/** Publishes tiers that were decided before and begin by the day: until then nobody acts on them. */
export async function publishBegunTiers(tx: Transaction, publish: PartnersPublisher, day: string): Promise<void> {
  for (;;) {
    const statuses = await lockBegunStatuses(tx, day, PARTNERS_AT_ONCE);
    if (statuses.length === 0) return;
    const partnerIds = statuses.map(({ partnerId }) => partnerId);
    const periods = groupBy(await listTierPeriods(tx, partnerIds), ({ partnerId }) => partnerId);
    const begunStatuses = statuses.map((status) => statusOn(status, periods.get(status.partnerId) ?? [], day));
    await putTierStatuses(tx, begunStatuses);
    const decisions = await findDecisions(tx, begunStatuses);
    // Tiers are published under the version that judged them; partners of one batch may have been judged by several.
    for (const [version, judged] of groupBy(decisions, ({ program, programVersion }) =>
      JSON.stringify([program, programVersion]),
    )) {
      const [program, programVersion] = JSON.parse(version) as [string, string]; // Written one line above.
      const ids = new Set(judged.map(({ partnerId }) => partnerId));
      const changes = begunStatuses
        .filter(({ partnerId }) => ids.has(partnerId))
        .map(({ partnerId, periodSequence }) => ({
          partnerId,
          sequence: periodSequence,
          periods: begun(periods.get(partnerId) ?? [], day).map(periodInEvent),
        }));
      await publishTiers(tx, publish, { program, programVersion, changes });
    }
  }
}

function statusOn(status: TierStatusRow, periods: readonly TierPeriodRow[], day: string): TierStatusRow {
  const held = begun(periods, day).at(-1);
  const pending = periods.find(({ fromOn }) => fromOn > day);
  return {
    ...status,
    tier: held?.tier ?? status.tier,
    since: held?.fromOn ?? status.since,
    pendingTier: pending?.tier ?? null,
    pendingFrom: pending?.fromOn ?? null,
    periodSequence: status.periodSequence + 1,
    toldOn: day,
  };
}
