import type { Transaction } from "@tiergraph/kit/database/database";
import { findPayingFacts, type PayingFactRow } from "../paying-fact/index.js";
import { closeConflicts } from "./close-conflicts.tx.js";
import { converts, customerKeysOf, isWon, lineKeyOf } from "./deal-of-registration.js";
import { endProtections, listProtected } from "./protection.store.js";
import { findRegistrationsOfDeals, putRegistration } from "./registration.store.js";
import { addConflicts } from "./registration-conflict.store.js";
import { takeBackConversions } from "./take-back-conversions.tx.js";

/**
 * What deals that came, changed or left do to registrations: a conversion by a deal that is another one now is taken
 * back, a won deal converts what its partner registered, a deal of a customer that is protected for another partner is
 * put to a person, and what is no such deal any more is not.
 *
 * Judged by the deals as they stand now: an event may be older news than what is known.
 */
export async function followDeals(
  tx: Transaction,
  factKeys: readonly { partnerId: string; factId: string }[],
  now: Date,
): Promise<void> {
  const facts = await findPayingFacts(tx, factKeys);
  await takeBackConversions(tx, facts, now);
  const won = facts.filter(isWon);
  await convertIn(tx, won);
  const contested = (await closeConflicts(tx, facts, now)).filter(isWon);
  const deals = [...new Map([...won, ...contested].map((deal) => [`${deal.partnerId} ${deal.factId}`, deal])).values()];
  await addConflicts(
    tx,
    deals.flatMap((deal) => {
      const { partnerId, factId, occurredOn: on } = deal;
      return customerKeysOf(deal).map((customerKey) => ({
        partnerId,
        factId,
        customerKey,
        on,
        lineKey: lineKeyOf(deal),
      }));
    }),
    now,
  );
}

/**
 * A won deal converts what its partner had registered of the same customer and product line, where it was won while that
 * was protected: by the deal's customer, its product, and the attribute `domain`. The customer is free again. A deal
 * converts one registration, the one that was made first; corrected later, it converts no second one.
 */
async function convertIn(tx: Transaction, won: readonly PayingFactRow[]): Promise<void> {
  const [earliest] = won.map(({ occurredOn }) => occurredOn).sort();
  if (earliest === undefined) return;
  const partnerIds = [...new Set(won.map(({ partnerId }) => partnerId))];
  const registrations = await listProtected(tx, { partnerIds, today: earliest });
  if (registrations.length === 0) return;
  const keyOf = (partnerId: string, factId: string | null) => `${partnerId} ${factId}`;
  const used = new Set(
    (await findRegistrationsOfDeals(tx, won)).map((row) => keyOf(row.partnerId, row.convertedFactId)),
  );
  for (const registration of registrations) {
    const converting = won.find(
      (deal) => !used.has(keyOf(deal.partnerId, deal.factId)) && converts(deal, registration),
    );
    if (converting === undefined) continue;
    used.add(keyOf(converting.partnerId, converting.factId));
    await putRegistration(tx, { ...registration, state: "CONVERTED", convertedFactId: converting.factId });
    await endProtections(tx, { ...registration, until: converting.occurredOn });
  }
}
