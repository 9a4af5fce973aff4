import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import type { EventOf } from "@tiergraph/schema/events";
import type { FactContent } from "../fact/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { recordIn } from "../recording/index.js";
import { partnersOnTheirWay, programOnItsWay } from "./events-on-their-way.tx.js";

/**
 * A certification is a fact like any other, which may end sooner: certified people are measured where everything else
 * is.
 */
export const onCertificationsChanged =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  (event: EventOf<"CertificationsChanged">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      await programOnItsWay(tx);
      await partnersOnTheirWay(tx, event.certifications);
      const reports = event.certifications.map((given) => ({
        kind: "Sound" as const,
        externalId: given.certificationId,
        content: contentOf(given),
        mayEndSooner: true,
      }));
      await recordIn(tx, publish, reports, clock.now());
    });

const contentOf = (given: EventOf<"CertificationsChanged">["certifications"][number]): FactContent => ({
  partnerId: given.partnerId,
  family: "certification",
  kind: "certification",
  externalId: given.certificationId,
  occurredOn: given.issuedOn,
  openedOn: null,
  untilOn: given.expiresOn,
  amountMinor: null,
  currency: null,
  quantity: null,
  customer: null,
  personId: given.personId,
  product: null,
  attributes: { course: given.course, level: given.level, ...(given.role === null ? {} : { role: given.role }) },
  origin: null,
  refundsDeal: null,
});
