import type { Transaction } from "@tiergraph/kit/database/database";
import { dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { customerKeys, wordKey } from "@tiergraph/kit/values/same-customer";
import { listPayingFacts, type PayingFactRow } from "../paying-fact/index.js";
import { conversionTakenBackTable } from "./conversion-taken-back.entity.js";
import {
  convertingTerm,
  converts,
  DIFFERENCE_IN_WORDS,
  differenceOf,
  isWon,
  protectedTerm,
} from "./deal-of-registration.js";
import type { RegistrationRow } from "./deal-registration.entity.js";
import { findOthersHolding, lockCustomers, putProtectedDays } from "./protection.store.js";
import { findRegistrationsOfDeals, putRegistration } from "./registration.store.js";
import { reopened } from "./reopening.js";

/**
 * Takes conversions back whose deals were taken back or corrected away, inside a transaction that holds the mirrors of
 * their partners. Deals that others won while the customer was free are no conflicts afterwards.
 *
 * @param facts as they stand now
 */
export async function takeBackConversions(tx: Transaction, facts: readonly PayingFactRow[], now: Date): Promise<void> {
  const deals = new Map(facts.map((fact) => [keyOf(fact), fact]));
  const stale = (await findRegistrationsOfDeals(tx, facts)).flatMap((registration) => {
    const deal = deals.get(keyOf({ partnerId: registration.partnerId, factId: registration.convertedFactId ?? "" }));
    const difference = deal && differenceOf(deal, registration, convertingTerm(registration));
    return deal && difference ? [{ registration, deal, difference }] : [];
  });
  if (stale.length === 0) return;
  // A transaction that registers one of these customers meanwhile comes first, or waits.
  await lockCustomers(
    tx,
    stale.flatMap(({ registration }) =>
      customerKeys(registration).map((key) => `${key} ${wordKey(registration.productLine)}`),
    ),
  );
  for (const { registration, deal, difference } of stale)
    await takeBack(tx, registration, { deal, because: DIFFERENCE_IN_WORDS[difference], now });
}

async function takeBack(
  tx: Transaction,
  known: RegistrationRow,
  { deal, because, now }: { deal: PayingFactRow; because: string; now: Date },
): Promise<void> {
  const { partnerId, registrationId } = known;
  const next = await nextDealOf(tx, known);
  const { from, until } = protectedTerm(known);
  const others = await findOthersHolding(tx, { partnerId, registrationId, from, until: next?.occurredOn ?? until });
  const { registration, protectedUntil, so } = reopened(known, { next, isHeld: others.length > 0, today: dayOf(now) });
  await putRegistration(tx, registration);
  if (protectedUntil !== null) await putProtectedDays(tx, { partnerId, registrationId, from, until: protectedUntil });
  tx.create(conversionTakenBackTable, {
    partnerId,
    registrationId,
    entryId: newId(),
    factId: deal.factId,
    dealExternalId: deal.deal,
    takenBackAt: now,
    because: `${because} ${so}`,
  });
}

/** The first other deal of the partner that converts the registration and no other one. */
async function nextDealOf(tx: Transaction, registration: RegistrationRow): Promise<PayingFactRow | null> {
  const { partnerId } = registration;
  const found = (await listPayingFacts(tx, [{ partnerId, ...convertingTerm(registration) }])).filter(
    (fact) => isWon(fact) && converts(fact, registration),
  );
  if (found.length === 0) return null;
  const taken = new Set((await findRegistrationsOfDeals(tx, found)).map(({ convertedFactId }) => convertedFactId));
  const free = found.filter(({ factId }) => !taken.has(factId));
  const inOrder = free.sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
  return inOrder[0] ?? null;
}

const keyOf = ({ partnerId, factId }: { partnerId: string; factId: string }): string => `${partnerId} ${factId}`;
