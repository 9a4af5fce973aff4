import type { Transaction } from "@tiergraph/kit/database/database";
import type { PayingFactRow } from "../reward/paying-fact.store.js";
import { customerKeys } from "./customer-key.js";
import { endProtections, listProtected, putRegistration } from "./registration.store.js";

/**
 * A won deal converts what its partner had registered of the same customer and product line, where it was won while that
 * was protected: by the deal's customer, its product, and the attribute `domain`. The customer is free again.
 */
export async function convertRegistrationsIn(tx: Transaction, facts: readonly PayingFactRow[]): Promise<void> {
  const won = facts.filter(({ kind, isGone, customer }) => kind === "deal.won" && !isGone && customer !== null);
  const [earliest] = won.map(({ occurredOn }) => occurredOn).sort();
  if (earliest === undefined) return;
  const partnerIds = [...new Set(won.map(({ partnerId }) => partnerId))];
  const open = await listProtected(tx, { partnerIds, today: earliest });
  for (const registration of open) {
    const keys = new Set(customerKeys(registration));
    const fact = won.find(
      ({ partnerId, customer, product, attributes, occurredOn }) =>
        partnerId === registration.partnerId &&
        (product === null || product === registration.productLine) &&
        occurredOn < (registration.protectedUntil ?? "") &&
        customerKeys({ customer: customer ?? "", domain: attributes.domain ?? null }).some((key) => keys.has(key)),
    );
    if (fact === undefined) continue;
    await putRegistration(tx, { ...registration, state: "CONVERTED", convertedFactId: fact.factId });
    await endProtections(tx, { ...registration, until: fact.occurredOn });
  }
}
