import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import type { EventOf } from "@tiergraph/schema/events";
import { heldForCorrection } from "../correction/held-for-correction-in.js";
import { settleCorrections } from "../correction/settle-corrections.js";
import { writeCorrections } from "../correction/write-corrections.js";
import { lockSeriesForRecording } from "../measure/series.store.js";
import { findKnownPartnerIds } from "../partner/partner.store.js";
import { findProgramInForce } from "../program/program.store.js";
import type { MetricsPublisher } from "../publisher.js";
import { type FactContent, familyOf } from "./fact-report.js";
import { recordIn } from "./record-facts.action.js";

type Registration = EventOf<"RegistrationsChanged">["registrations"][number];

/** An approved registration is a fact, which measures and rewards may count; a withdrawn one is taken back. */
export const recordRegistrations =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  (event: EventOf<"RegistrationsChanged">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      const partnerIds = [...new Set(event.registrations.map(({ partnerId }) => partnerId))];
      const known = new Set((await findKnownPartnerIds(tx, partnerIds)).map(({ partnerId }) => partnerId));
      const unknown = partnerIds.find((partnerId) => !known.has(partnerId));
      // The news of the partner is on its way: the job comes again.
      if (unknown !== undefined) throw new Error(`Partner ${unknown} is not known yet`);
      const reports = event.registrations
        .filter(({ isWithdrawn }) => !isWithdrawn)
        .map((registration) => {
          const content = contentOf(registration);
          return { kind: "Sound" as const, externalId: content.externalId, content };
        });
      if (reports.length > 0) await recordIn(tx, publish, reports, clock.now());
      const withdrawn = event.registrations.filter(({ isWithdrawn }) => isWithdrawn);
      if (withdrawn.length > 0) await takeBack(tx, publish, { withdrawn, now: clock.now() });
    });

async function takeBack(
  tx: Transaction,
  publish: MetricsPublisher,
  { withdrawn, now }: { readonly withdrawn: readonly Registration[]; readonly now: Date },
): Promise<void> {
  const [inForce] = await findProgramInForce(tx);
  if (inForce === undefined) return;
  await lockSeriesForRecording(tx);
  const wanted = withdrawn.map((registration) => {
    const { partnerId, family, externalId } = contentOf(registration);
    return { key: { partnerId, family, externalId }, replacement: null };
  });
  const settled = settleCorrections(wanted, {
    ...(await heldForCorrection(tx, wanted)),
    ...{ program: publishedProgram(inForce.source), today: dayOf(now) },
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
