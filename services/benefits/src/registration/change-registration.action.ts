import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { customerKeys, wordKey } from "@tiergraph/kit/values/same-customer";
import type { RegistrationTerms } from "@tiergraph/program/document/registrations";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { listTierPeriods, lockPartnerMirrors, tierOn } from "../partner-mirror/index.js";
import { type Permission, policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import type { BenefitsPublisher } from "../publisher.js";
import type { RegistrationRow } from "./deal-registration.entity.js";
import { endProtections, findProtections, lockCustomers } from "./protection.store.js";
import { protectIn, publishRegistration } from "./register-deal.action.js";
import { type RegistrationRefusal, registrationRefusals } from "./registration.refusals.js";
import { findRegistration, lapseRegistrations, putRegistration } from "./registration.store.js";

export type RegistrationChange =
  | { readonly kind: "RegistrationChanged"; readonly registration: RegistrationRow }
  | RegistrationRefusal;

interface RegistrationChangeRequest {
  readonly viewer: Viewer;
  readonly permission: Permission;
  readonly id: string;
  readonly change: (
    tx: Transaction,
    registration: RegistrationRow,
    terms: RegistrationTerms | null,
  ) => Promise<RegistrationChange>;
}

/** Finds the registration, holds its partner, and changes it: as the system, once the viewer may. */
async function changed(
  db: Database,
  { viewer, permission, id, change }: RegistrationChangeRequest,
): Promise<RegistrationChange> {
  const owned = decodeOwnedId(id);
  if (owned === null || !policy.permitsFor(viewer, permission, owned.partnerId))
    return registrationRefusals.RegistrationUnknown();
  return db.transact(systemViewer("benefits"), async (tx) => {
    await lockPartnerMirrors(tx, [owned.partnerId]);
    const known = await findRegistration(tx, { partnerId: owned.partnerId, registrationId: owned.id });
    if (known === null) return registrationRefusals.RegistrationUnknown();
    const program = await findProgramInForce(tx);
    return change(tx, known, program?.registrations ?? null);
  });
}

export interface DecideRegistration {
  readonly id: string;
  readonly approve: boolean;
  readonly reason: string;
}

/** Approves a registration, which protects its customer from today on, or refuses it. */
export const decideRegistration =
  (db: Database, publish: BenefitsPublisher, clock: Clock) =>
  async (viewer: Viewer, { id, approve, reason }: DecideRegistration): Promise<RegistrationChange> => {
    if (reason.trim() === "") return registrationRefusals.ReasonMissing();
    return changed(db, {
      viewer,
      permission: "decide registrations",
      id,
      async change(tx, known, terms) {
        if (known.state !== "REQUESTED") return registrationRefusals.NotPossible({ state: known.state });
        const now = clock.now();
        const today = dayOf(now);
        const decided = { ...known, decidedAt: now, decidedBy: viewer.subject, reason: reason.trim() };
        if (!approve) {
          const registration: RegistrationRow = { ...decided, state: "REFUSED" };
          await putRegistration(tx, registration);
          return { kind: "RegistrationChanged", registration };
        }
        if (terms === null) return registrationRefusals.NotOffered();
        const tier = tierOn(await listTierPeriods(tx, [known.partnerId]), today);
        const days = terms.protectsDays.get(tier ?? "");
        if (days === undefined) return registrationRefusals.TierMayNotRegister({ tier });
        const keys = customerKeys(known);
        const lineKey = wordKey(known.productLine);
        await lockCustomers(
          tx,
          keys.map((key) => `${key} ${lineKey}`),
        );
        const held = await findProtections(tx, { keys, productLine: lineKey, today });
        if (held !== null)
          return registrationRefusals.Protected({ until: held.until, isOwn: held.partnerId === known.partnerId });
        const registration: RegistrationRow = {
          ...decided,
          state: "APPROVED" as const,
          protectedUntil: addDays(knownCalendarDate(today), days),
        };
        await putRegistration(tx, registration);
        await protectIn(tx, publish, { registration, from: today });
        return { kind: "RegistrationChanged", registration };
      },
    });
  };

/** Protects the customer for longer, as often as the program lets a partner do so. */
export const extendRegistration =
  (db: Database, clock: Clock) =>
  async (
    viewer: Viewer,
    { id, reason }: { readonly id: string; readonly reason: string },
  ): Promise<RegistrationChange> => {
    if (reason.trim() === "") return registrationRefusals.ReasonMissing();
    return changed(db, {
      viewer,
      permission: "register deals",
      id,
      async change(tx, known, terms) {
        const today = dayOf(clock.now());
        const { protectedUntil } = known;
        if (known.state !== "APPROVED" || protectedUntil === null || protectedUntil <= today)
          return registrationRefusals.NotPossible({ state: known.state });
        if (terms === null) return registrationRefusals.NotOffered();
        const times = terms.extension?.times ?? 0;
        if (terms.extension === null || known.extensions >= times)
          return registrationRefusals.ExtensionsUsed({ times });
        const until = addDays(knownCalendarDate(protectedUntil), terms.extension.days);
        const registration: RegistrationRow = {
          ...known,
          protectedUntil: until,
          extensions: known.extensions + 1,
          reason: reason.trim(),
        };
        await putRegistration(tx, registration);
        await endProtections(tx, { ...known, until });
        return { kind: "RegistrationChanged", registration };
      },
    });
  };

/** Gives a registration up: its customer is free from today on. */
export const withdrawRegistration =
  (db: Database, publish: BenefitsPublisher, clock: Clock) =>
  (viewer: Viewer, { id }: { readonly id: string }): Promise<RegistrationChange> =>
    changed(db, {
      viewer,
      permission: "register deals",
      id,
      async change(tx, known) {
        if (known.state !== "REQUESTED" && known.state !== "APPROVED")
          return registrationRefusals.NotPossible({ state: known.state });
        const now = clock.now();
        const today = dayOf(now);
        const registration: RegistrationRow = {
          ...known,
          state: "WITHDRAWN",
          protectedUntil: known.protectedUntil === null ? null : today,
        };
        await putRegistration(tx, registration);
        await endProtections(tx, { ...known, until: today });
        // With the day from which it counted: a reader that handles this event first knows all of what is taken back.
        if (known.state === "APPROVED")
          await publishRegistration(tx, publish, {
            registration,
            on: dayOf(known.decidedAt ?? now),
            isWithdrawn: true,
          });
        return { kind: "RegistrationChanged", registration };
      },
    });

/** Once a day: what was protected and not won in its time has lapsed. */
export const lapseDaily = (db: Database, clock: Clock) => async (): Promise<void> => {
  await db.transact(systemViewer("benefits"), (tx) => lapseRegistrations(tx, dayOf(clock.now())));
};
