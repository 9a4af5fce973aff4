import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { EventOf } from "@tiergraph/schema/events";
import { listMirroredPartnerIds, lockPartnerMirrors } from "../partner-mirror/index.js";
import type { BenefitsPublisher } from "../publisher.js";
import { followTierChanges } from "./follow-tier-changes.tx.js";

/** Partners whose entitlements are read and written in one transaction. */
const BATCH = 500;

/**
 * Has the entitlements of all partners follow a version, inside the transaction that learns it. A partner whose tier
 * changes before its turn follows the version then; its turn finds nothing to do.
 */
export async function publishEntitlementsOutdated(
  tx: Transaction,
  publish: BenefitsPublisher,
  since: string,
): Promise<void> {
  const partnerIds = (await listMirroredPartnerIds(tx)).map(({ partnerId }) => partnerId);
  for (let i = 0; i < partnerIds.length; i += BATCH)
    await publish(tx, "EntitlementsOutdated", { since, partnerIds: partnerIds.slice(i, i + BATCH) });
}

/** Lets the entitlements of some partners follow the version in force. Doing it again changes nothing. */
export const onEntitlementsOutdated =
  (db: Database) =>
  (event: EventOf<"EntitlementsOutdated">): Promise<void> =>
    db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      const { since, partnerIds } = event;
      await lockPartnerMirrors(tx, partnerIds);
      await followTierChanges(
        tx,
        partnerIds.map((partnerId) => ({ partnerId, since })),
      );
    });
