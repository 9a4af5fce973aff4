import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import type { Program } from "@tiergraph/program/document/program";
import type { EventOf } from "@tiergraph/schema/events";
import { heldForCorrection, settleCorrections, writeCorrections } from "../correction/index.js";
import { type FactContent, familyOf } from "../fact/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { recordIn } from "../recording/index.js";
import { partnersOnTheirWay, programOnItsWay } from "./events-on-their-way.tx.js";

type Registration = EventOf<"RegistrationsChanged">["registrations"][number];

/**
 * An approved registration is a fact, which measures and rewards may count; a withdrawn one is taken back. The news of a
 * withdrawal carries the registration as it counted: what is not known yet is recorded and taken back at once, so that
 * an approval that comes later finds it void.
 */
export const onRegistrationsChanged =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  (event: EventOf<"RegistrationsChanged">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      const program = await programOnItsWay(tx);
      await partnersOnTheirWay(tx, event.registrations);
      const now = clock.now();
      const reports = event.registrations.map((registration) => {
        const content = contentOf(registration);
        return { kind: "Sound" as const, externalId: content.externalId, content };
      });
      await recordIn(tx, publish, reports, now);
      const withdrawn = event.registrations.filter(({ isWithdrawn }) => isWithdrawn);
      if (withdrawn.length > 0) await takeBack(tx, publish, { withdrawn, program, now });
    });

async function takeBack(
  tx: Transaction,
  publish: MetricsPublisher,
  { withdrawn, program, now }: { withdrawn: readonly Registration[]; program: Program; now: Date },
): Promise<void> {
  const wanted = withdrawn.map((registration) => {
    const { partnerId, family, externalId } = contentOf(registration);
    return { key: { partnerId, family, externalId }, replacement: null };
  });
  const settled = settleCorrections(wanted, {
    ...(await heldForCorrection(tx, wanted)),
    program,
    today: dayOf(now),
  });
  const because = "The registration was withdrawn.";
  await writeCorrections(tx, publish, settled, { at: now, by: tx.viewer.subject, because });
}

const KIND = "deal.registered";

const contentOf = (registration: Registration): FactContent => ({
  partnerId: registration.partnerId,
  family: familyOf(KIND),
  kind: KIND,
  // Apart from the keys of source systems, which may send registrations of their own.
  externalId: `registration ${registration.registrationId}`,
  occurredOn: registration.on,
  openedOn: null,
  untilOn: null,
  amountMinor: registration.amountMinor === null ? null : BigInt(registration.amountMinor),
  currency: registration.amountMinor === null ? null : registration.currency,
  quantity: null,
  customer: registration.customer,
  personId: null,
  product: registration.productLine,
  attributes: registration.domain === null ? {} : { domain: registration.domain },
  origin: null,
  refundsDeal: null,
});
