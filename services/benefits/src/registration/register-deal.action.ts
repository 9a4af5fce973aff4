import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isIdempotencyKey, repeatedAnswer, requestHash } from "@tiergraph/kit/values/idempotency-key";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { customerKeys, domainKey, wordKey } from "@tiergraph/kit/values/same-customer";
import { isNote, isTextOf } from "@tiergraph/kit/values/text";
import type { Program } from "@tiergraph/program/document/program";
import { DEFAULT_CAPACITY, type RegistrationTerms } from "@tiergraph/program/document/registrations";
import { addDays, knownCalendarDate, minorOf } from "@tiergraph/program/exact";
import { listTierPeriods, lockPartnerMirrors, tierOn } from "../partner-mirror/index.js";
import { policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import type { BenefitsPublisher } from "../publisher.js";
import { dealRegistrationTable, type RegistrationRow } from "./deal-registration.entity.js";
import { productLineOf } from "./product-line.js";
import { addProtections, findOwnProtectionEnd, findProtections, lockCustomers } from "./protection.store.js";
import { type RegistrationRefusal, registrationRefusals } from "./registration.refusals.js";
import { countAttempt, countOpenRegistrations, findRegistrationByKey } from "./registration.store.js";

export interface RegisterDeal {
  readonly partnerId: string;
  readonly customer: string;
  readonly domain: string | null;
  readonly productLine: string;
  readonly amount: string | null;
  readonly expectedOn: string | null;
  readonly note: string | null;
  readonly idempotencyKey: string;
}

type RegistrationRefused = RegistrationRefusal;
export type DealRegistering =
  | { readonly kind: "DealRegistered"; readonly registration: RegistrationRow }
  | RegistrationRefused;

const MAX_TEXT = 200;
/** Registrations that a partner asks for on a day. */
const MAX_ASKED = 200;
/** Refusals on a day: each says that a rival is there, and until when. */
const MAX_REFUSED = 20;

/**
 * Registers a deal: where the program approves by itself, its customer is protected at once, else it waits for a person.
 * Others that hold the customer are found over all partners, as the system, and not named.
 */
export const registerDeal =
  (db: Database, publish: BenefitsPublisher, clock: Clock) =>
  async (viewer: Viewer, request: RegisterDeal): Promise<DealRegistering> => {
    const { partnerId } = request;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "register deals", partnerId))
      return registrationRefusals.PartnerUnknown();
    const problem = problemOf(request);
    if (problem !== null) return problem;
    return db.transact(systemViewer("benefits"), async (tx) => {
      const mirrors = await lockPartnerMirrors(tx, [partnerId]);
      if (mirrors.length === 0) return registrationRefusals.PartnerUnknown();
      const repeated = repeatedAnswer(await findRegistrationByKey(tx, request), hashOf(request), {
        again: (registration) => ({ kind: "DealRegistered" as const, registration }),
        reused: registrationRefusals.KeyReused,
      });
      if (repeated !== null) return repeated;
      const program = await findProgramInForce(tx);
      if (program === null || program.registrations === null) return registrationRefusals.NotOffered();
      const given = { viewer, request, program, terms: program.registrations, now: clock.now() };
      return registerIn(tx, publish, given);
    });
  };

function problemOf({ customer, domain, productLine, note, idempotencyKey }: RegisterDeal): RegistrationRefused | null {
  if (!isIdempotencyKey(idempotencyKey)) return registrationRefusals.KeyInvalid();
  if (!isTextOf(customer, MAX_TEXT) || customerKeys({ customer, domain: null }).length === 0)
    return registrationRefusals.CustomerInvalid();
  if (domain !== null && domainKey(domain) === null) return registrationRefusals.DomainInvalid();
  if (!isTextOf(productLine, MAX_TEXT)) return registrationRefusals.ProductLineInvalid();
  return isNote(note, 1_000) ? null : registrationRefusals.NoteTooLong();
}

async function registerIn(
  tx: Transaction,
  publish: BenefitsPublisher,
  given: { viewer: Viewer; request: RegisterDeal; program: Program; terms: RegistrationTerms; now: Date },
): Promise<DealRegistering> {
  const { viewer, request, program, terms, now } = given;
  const { partnerId, customer, note, expectedOn } = request;
  const today = dayOf(now);
  const line = productLineOf(terms, request.productLine);
  if (line === null) return registrationRefusals.ProductLineUnknown({ known: terms.productLines });
  const { name: productLine, key: lineKey } = line;
  const domain = request.domain === null ? null : domainKey(request.domain);
  const amountMinor = request.amount === null ? null : minorOf(request.amount, program.currency);
  if (request.amount !== null && (amountMinor === null || amountMinor <= 0n))
    return registrationRefusals.AmountInvalid({ currency: program.currency });
  const tier = tierOn(await listTierPeriods(tx, [partnerId]), today);
  const days = tier === null ? undefined : terms.protectsDays.get(tier);
  if (days === undefined) return registrationRefusals.TierMayNotRegister({ tier });
  const most = terms.capacity.get(tier ?? "") ?? DEFAULT_CAPACITY;
  const counted = await countOpenRegistrations(tx, { partnerId, today });
  if ((counted?.open ?? 0) >= most) return registrationRefusals.CapacityReached({ most });
  const [attempts] = await countAttempt(tx, { partnerId, day: today, refused: false });
  if ((attempts?.asked ?? 0) > MAX_ASKED || (attempts?.refused ?? 0) >= MAX_REFUSED)
    return registrationRefusals.TooManyAttempts({ until: addDays(knownCalendarDate(today), 1) });
  const keys = customerKeys({ customer, domain });
  await lockCustomers(
    tx,
    keys.map((key) => `${key} ${lineKey}`),
  );
  const held = await findProtections(tx, { keys, productLine: lineKey, today });
  if (held !== null) {
    const isOwn = held.partnerId === partnerId;
    if (!isOwn) await countAttempt(tx, { partnerId, day: today, refused: true });
    return registrationRefusals.Protected({ until: held.until, isOwn });
  }
  const before = await findOwnProtectionEnd(tx, { partnerId, keys, productLine: lineKey });
  const again = before?.endedOn == null ? null : addDays(knownCalendarDate(before.endedOn), terms.againAfterDays);
  if (again !== null && again > today) return registrationRefusals.RegisteredBefore({ again });
  const isApproved = terms.approval === "automatic";
  const registration: RegistrationRow = {
    partnerId,
    registrationId: newId(),
    program: program.name,
    programVersion: program.version,
    customer: customer.trim(),
    domain,
    productLine,
    amountMinor,
    note,
    expectedOn,
    currency: amountMinor === null ? null : program.currency,
    state: isApproved ? "APPROVED" : "REQUESTED",
    idempotencyKey: request.idempotencyKey,
    requestHash: hashOf(request),
    requestedAt: now,
    requestedBy: viewer.subject,
    decidedAt: isApproved ? now : null,
    decidedBy: null,
    reason: null,
    protectedUntil: isApproved ? addDays(knownCalendarDate(today), days) : null,
    extensions: 0,
    convertedFactId: null,
  };
  tx.create(dealRegistrationTable, registration);
  if (isApproved) await protectIn(tx, publish, { registration, from: today });
  return { kind: "DealRegistered", registration };
}

/**
 * Protects the customer of a registration from a day on, inside a transaction that holds the customer. The registration is a
 * fact of its own from then on: measures and rewards may count it.
 */
export async function protectIn(
  tx: Transaction,
  publish: BenefitsPublisher,
  { registration, from }: { readonly registration: RegistrationRow; readonly from: string },
): Promise<void> {
  const { partnerId, registrationId, productLine, protectedUntil } = registration;
  if (protectedUntil === null)
    throw new Error(`Registration ${registrationId} does not say until when it is protected`);
  await addProtections(
    tx,
    customerKeys(registration).map((customerKey) => ({
      partnerId,
      registrationId,
      customerKey,
      from,
      until: protectedUntil,
      productLine: wordKey(productLine),
    })),
  );
  await publishRegistration(tx, publish, { registration, on: from, isWithdrawn: false });
}

/** Lets metrics know of a registration that counts from a day on, or no longer. */
export function publishRegistration(
  tx: Transaction,
  publish: BenefitsPublisher,
  { registration, on, isWithdrawn }: { registration: RegistrationRow; on: string; isWithdrawn: boolean },
): Promise<void> {
  const { partnerId, registrationId, customer, domain, productLine, amountMinor, currency } = registration;
  return publish(tx, "RegistrationsChanged", {
    registrations: [
      {
        partnerId,
        registrationId,
        on,
        customer,
        domain,
        productLine,
        currency,
        isWithdrawn,
        amountMinor: amountMinor?.toString() ?? null,
      },
    ],
  });
}

const hashOf = ({ customer, domain, productLine, amount, expectedOn, note }: RegisterDeal): string =>
  requestHash([customer, domain, productLine, amount, expectedOn, note]);
