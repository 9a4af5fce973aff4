import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { dayOf } from "@tiergraph/kit/process/clock";
import type { EventOf } from "@tiergraph/schema/events";
import { assignManagers } from "../manager/index.js";
import { beginPlans } from "../onboarding/index.js";
import { addPartners, lockStandings, putTiers } from "../partner/index.js";
import { findPublishedProgram } from "../program/index.js";

/** Learns which tier each partner holds now, and makes the plans that come with it, by the version that judged. */
export const onTierChanged =
  (db: Database) =>
  async (event: EventOf<"TierChanged">): Promise<void> => {
    const version = await findPublishedProgram(db.readAs(systemViewer("enablement")), event);
    await db.transact(systemViewer("enablement"), async (tx) => {
      if (!(await isFirstDelivery(tx, "enablement", event))) return;
      const tiers = event.changes.flatMap(({ partnerId, sequence, periods }) => {
        const [first, last] = [periods[0], periods.at(-1)]; // Earliest first, and none begins after today.
        return last === undefined
          ? []
          : { partnerId, tierSequence: sequence, tier: last.tier, joinedOn: first?.from ?? last.from };
      });
      const partnerIds = tiers.map(({ partnerId }) => partnerId);
      // Both kinds of news come at once: whichever is second finds what the first left.
      await addPartners(tx, partnerIds);
      const before = await lockStandings(tx, partnerIds);
      const changed = await putTiers(tx, tiers);
      // A partner that is not known yet gets its plans once it is: its tracks decide which.
      const tierBefore = new Map(
        before.filter(({ isKnown }) => isKnown).map(({ partnerId, tier }) => [partnerId, tier]),
      );
      const held = changed.filter(
        ({ partnerId, tier }) => tierBefore.has(partnerId) && tierBefore.get(partnerId) !== tier,
      );
      await beginPlans(tx, held, { version, before, on: dayOf(new Date(event.at)) });
      const now = new Date(event.at);
      const because = "Its tier changed.";
      await assignManagers(tx, partnerIds, { now, today: dayOf(now), by: "enablement", because });
    });
  };
