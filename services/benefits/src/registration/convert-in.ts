import type { Transaction } from "@tiergraph/kit/database/database";
import { customerKeys, wordKey } from "@tiergraph/kit/values/same-customer";
import type { PayingFactRow } from "../reward/paying-fact.store.js";
import { endProtections, listProtected, putRegistration } from "./registration.store.js";
import { addConflicts } from "./registration-conflict.store.js";

interface Won {
  readonly fact: PayingFactRow;
  /** By which the customer is known. */
  readonly keys: readonly string[];
  readonly lineKey: string | null;
}

/**
 * A won deal converts what its partner had registered of the same customer and product line, where it was won while that
 * was protected: by the deal's customer, its product, and the attribute `domain`. The customer is free again. A deal of a
 * customer that is protected for another partner is put to a person.
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
  for (const registration of await listProtected(tx, { partnerIds, today: earliest })) {
    const keys = new Set(customerKeys(registration));
    const lineKey = wordKey(registration.productLine);
    const converting = won.find(
      ({ fact, keys: own, lineKey: line }) =>
        fact.partnerId === registration.partnerId &&
        (line === null || line === lineKey) &&
        fact.occurredOn < (registration.protectedUntil ?? "") &&
        own.some((key) => keys.has(key)),
    )?.fact;
    if (converting === undefined) continue;
    await putRegistration(tx, { ...registration, state: "CONVERTED", convertedFactId: converting.factId });
    await endProtections(tx, { ...registration, until: converting.occurredOn });
  }
  const deals = won.flatMap(({ fact: { partnerId, factId, occurredOn: on }, keys, lineKey }) =>
    keys.map((customerKey) => ({ partnerId, factId, customerKey, lineKey, on })),
  );
  await addConflicts(tx, deals, now);
}
