import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import type { EventOf } from "@tiergraph/schema/events";
import { lockPartnerMirrors, putProfiles } from "../partner-mirror/index.js";
import { listPayingFactsPublishedSince } from "../paying-fact/index.js";
import { lockProgramForReading } from "../program/index.js";
import { settlePartners } from "../reward/index.js";
import { affectedBy } from "./on-facts-recorded.js";

/**
 * Keeps partners' tracks and regions: some rules pay some of them only. Facts that were published after this event but
 * handled before it were settled without it: they are settled anew.
 */
export const onPartnersChanged =
  (db: Database, clock: Clock) =>
  (event: EventOf<"PartnersChanged">): Promise<void> =>
    db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      await lockProgramForReading(tx);
      const publishedAt = new Date(event.at);
      const partnerIds = (await putProfiles(tx, event.partners, publishedAt)).map(({ partnerId }) => partnerId);
      const mirrors = await lockPartnerMirrors(tx, partnerIds);
      const affected = affectedBy(await listPayingFactsPublishedSince(tx, partnerIds, publishedAt));
      if (affected.length > 0) await settlePartners(tx, { mirrors, affected, now: clock.now() });
    });
