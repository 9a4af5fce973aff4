import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { dayOf } from "@tiergraph/kit/process/clock";
import type { EventOf } from "@tiergraph/schema/events";
import { assignManagers } from "../manager/index.js";
import { beginPlans } from "../onboarding/index.js";
import { addPartners, lockStandings, putPartners } from "../partner/index.js";
import { findProgramInForce } from "../program/index.js";

/** Creates an empty training record for each new partner, and the plans of a tier whose change arrived first. */
export const onPartnersChanged =
  (db: Database) =>
  (event: EventOf<"PartnersChanged">): Promise<void> =>
    db.transact(systemViewer("enablement"), async (tx) => {
      if (!(await isFirstDelivery(tx, "enablement", event))) return;
      const partners = event.partners.map(({ partnerId, tracks, region }) => ({ partnerId, tracks, region }));
      const partnerIds = partners.map(({ partnerId }) => partnerId);
      // Both kinds of news come at once: whichever is second finds what the first left.
      await addPartners(tx, partnerIds);
      const known = await lockStandings(tx, partnerIds);
      await putPartners(tx, partners, new Date(event.at));
      const profiles = new Map(partners.map((partner) => [partner.partnerId, partner]));
      const early = known.flatMap(({ partnerId, tier, isKnown }) =>
        isKnown || tier === null ? [] : { partnerId, tier },
      );
      const before = early.map(({ partnerId }) => ({
        partnerId,
        tier: null,
        tracks: profiles.get(partnerId)?.tracks ?? [],
      }));
      const version = await findProgramInForce(tx);
      await beginPlans(tx, early, { version, before, on: dayOf(new Date(event.at)) });
      const now = new Date(event.at);
      const because = "It was registered or changed.";
      await assignManagers(tx, partnerIds, { now, today: dayOf(now), by: "enablement", because });
    });
