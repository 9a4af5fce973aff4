import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import type { EventOf } from "@tiergraph/schema/events";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { listPartnersPaidSince, putVersions } from "../paying-fact/index.js";
import { listProgramVersions, type ProgramVersion, versionOn } from "../program/index.js";
import type { BenefitsPublisher } from "../publisher.js";
import { settlePartners } from "./settle-partners.tx.js";

/** Partners that are settled in one transaction. */
const BATCH = 100;

/** Has the partners with facts from a version's first day on settled anew, inside the transaction that learns it. */
export async function publishRewardsBackdated(
  tx: Transaction,
  publish: BenefitsPublisher,
  from: string,
): Promise<void> {
  const partnerIds = (await listPartnersPaidSince(tx, from)).map(({ partnerId }) => partnerId);
  for (let i = 0; i < partnerIds.length; i += BATCH)
    await publish(tx, "RewardsBackdated", { from, partnerIds: partnerIds.slice(i, i + BATCH) });
}

/** Settles what partners earned from a day on by the versions that judge these days now. Doing it again changes nothing. */
export const onRewardsBackdated =
  (db: Database, clock: Clock) =>
  (event: EventOf<"RewardsBackdated">): Promise<void> =>
    db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      const mirrors = await lockPartnerMirrors(tx, event.partnerIds);
      const moved = await putVersions(tx, event.partnerIds, spansFrom(event.from, await listProgramVersions(tx)));
      const partnerIds = [...new Set(moved.map(({ partnerId }) => partnerId))];
      const affected = partnerIds.map((partnerId) => ({
        partnerId,
        since: event.from,
        days: [],
        deals: [],
        factIds: moved.filter((fact) => fact.partnerId === partnerId).map(({ factId }) => factId),
      }));
      await settlePartners(tx, { mirrors, affected, now: clock.now() });
    });

/** Which version pays for which days, from a day on. */
function spansFrom(
  from: string,
  versions: readonly ProgramVersion[],
): { from: string; until: string | null; program: string; programVersion: string }[] {
  const starts = versions.flatMap(({ effectiveOn }) => (effectiveOn !== null && effectiveOn > from ? effectiveOn : []));
  const days = [...new Set([from, ...starts])].sort();
  return days.map((day, index) => {
    const { program, version } = versionOn(versions, day);
    return { from: day, until: days[index + 1] ?? null, program, programVersion: version };
  });
}
