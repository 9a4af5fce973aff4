import type { Transaction } from "@tiergraph/kit/database/database";
import { dayOf } from "@tiergraph/kit/process/clock";
import { customerKeys, wordKey } from "@tiergraph/kit/values/same-customer";
import type { PayingFactRow } from "../reward/paying-fact.store.js";
import { endProtections, listProtected, putRegistration, type RegistrationRow } from "./registration.store.js";
import { addConflicts } from "./registration-conflict.store.js";

interface Won {
  readonly fact: PayingFactRow;
  /** By which the customer is known. */
  readonly keys: readonly string[];
  readonly lineKey: string | null;
}

/** Whether a deal is what was registered: of that customer and line, won after it was asked for and while it was protected. */
function converts({ fact, keys, lineKey }: Won, registration: RegistrationRow): boolean {
  const registered = new Set(customerKeys(registration));
  return (
    fact.partnerId === registration.partnerId &&
    (lineKey === null || lineKey === wordKey(registration.productLine)) &&
    fact.occurredOn >= dayOf(registration.requestedAt) &&
    fact.occurredOn < (registration.protectedUntil ?? "") &&
    keys.some((key) => registered.has(key))
  );
}

/**
 * A won deal converts what its partner had registered of the same customer and product line, where it was won while that
 * was protected: by the deal's customer, its product, and the attribute `domain`; one that names no product converts the
 * registration that was made first. The customer is free again. A deal of a customer that is protected for another partner
 * is put to a person.
 */
export async function convertRegistrationsIn(
  tx: Transaction,
  facts: readonly PayingFactRow[],
  now: Date,
): Promise<void> {
  const won = facts.flatMap((fact): Won[] => {
    const { kind, isGone, customer, attributes, product } = fact;
    if (kind !== "deal.won" || isGone || customer === null) return [];
    const keys = customerKeys({ customer, domain: attributes.domain ?? null });
    return [{ fact, keys, lineKey: product === null ? null : wordKey(product) }];
  });
  const [earliest] = won.map(({ fact }) => fact.occurredOn).sort();
  if (earliest === undefined) return;
  const partnerIds = [...new Set(won.map(({ fact }) => fact.partnerId))];
  const registrations = await listProtected(tx, { partnerIds, today: earliest });
  const convertedBy = new Set<string>();
  for (const registration of registrations) {
    const converting = won.find(
      (one) => converts(one, registration) && (one.lineKey !== null || !convertedBy.has(one.fact.factId)),
    )?.fact;
    if (converting === undefined) continue;
    convertedBy.add(converting.factId);
    await putRegistration(tx, { ...registration, state: "CONVERTED", convertedFactId: converting.factId });
    await endProtections(tx, { ...registration, until: converting.occurredOn });
  }
  const deals = won.flatMap(({ fact: { partnerId, factId, occurredOn: on }, keys, lineKey }) =>
    keys.map((customerKey) => ({ partnerId, factId, customerKey, lineKey, on })),
  );
  await addConflicts(tx, deals, now);
}
