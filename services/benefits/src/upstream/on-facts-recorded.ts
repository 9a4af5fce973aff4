import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import { groupBy } from "@tiergraph/kit/values/group-by";
import type { EventOf } from "@tiergraph/schema/events";
import { addPartnerMirrors, lockPartnerMirrors } from "../partner-mirror/index.js";
import { findPayingFacts, type PayingFactRow, putPayingFacts } from "../paying-fact/index.js";
import {
  findPublishedProgram,
  listProgramVersions,
  lockProgramForReading,
  type ProgramVersion,
  versionOn,
} from "../program/index.js";
import { followDeals } from "../registration/index.js";
import { type Affected, settlePartners } from "../reward/index.js";

/** Keeps facts that may pay and settles what they earn. */
export const onFactsRecorded =
  (db: Database, clock: Clock) =>
  async (event: EventOf<"FactsRecorded">): Promise<void> => {
    await findPublishedProgram(db.readAs(systemViewer("benefits")), event);
    await db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      // A version that is learnt meanwhile settles its days anew afterwards, these facts with them.
      await lockProgramForReading(tx);
      const versions = await listProgramVersions(tx);
      const facts = event.facts.map((fact) => payingFact(fact, versionOn(versions, fact.on)));
      const partnerIds = [...new Set(facts.map(({ partnerId }) => partnerId))];
      await addPartnerMirrors(tx, partnerIds);
      const mirrors = await lockPartnerMirrors(tx, partnerIds);
      // A fact that was recorded for another day before leaves that day's period, too.
      const before = await findPayingFacts(tx, facts);
      await putPayingFacts(tx, facts, new Date(event.at));
      const affected = affectedBy([...before, ...facts]);
      await settlePartners(tx, { mirrors, affected, now: clock.now() });
      // Where no version registers deals, nothing is protected.
      if (versions.some(({ document }) => document.registrations !== null)) await followDeals(tx, facts, clock.now());
    });
  };

/** What facts that came, changed or left reach, partner by partner. */
export const affectedBy = (facts: readonly PayingFactRow[]): Affected[] =>
  [...groupBy(facts, ({ partnerId }) => partnerId)].map(([partnerId, rows]) => ({
    partnerId,
    factIds: [...new Set(rows.map(({ factId }) => factId))],
    days: [...new Set(rows.map(({ occurredOn }) => occurredOn))],
    since: null,
    deals: [...new Set(rows.flatMap(({ attributes }) => attributes.deal ?? []))],
  }));

type FactInEvent = EventOf<"FactsRecorded">["facts"][number];

function payingFact(fact: FactInEvent, { program, version }: ProgramVersion): PayingFactRow {
  const { partnerId, factId, revision, kind, on, amountMinor, currency, customer, product, attributes } = fact;
  // Older events do not carry this: there, what was taken back had its amount taken from it.
  const isGone = fact.isGone ?? amountMinor === "0";
  return {
    partnerId,
    factId,
    revision,
    kind,
    occurredOn: on,
    customer,
    product,
    attributes,
    program,
    programVersion: version,
    amountMinor: fact.hasAmount === false ? null : BigInt(amountMinor),
    currency: fact.hasAmount === false ? null : currency,
    quantity: fact.quantity == null ? null : BigInt(fact.quantity),
    deal: fact.externalId ?? null,
    isGone,
  };
}
