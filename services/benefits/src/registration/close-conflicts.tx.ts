import type { Transaction } from "@tiergraph/kit/database/database";
import { findPayingFacts, type PayingFactRow } from "../paying-fact/index.js";
import { conflictEnding } from "./conflict-ending.js";
import { findRegistrations } from "./registration.store.js";
import { lockUndecidedOver, putConflict } from "./registration-conflict.store.js";

/**
 * Closes the open conflicts over deals that no longer stand, as the deals stand now: one that a person decided stays
 * decided. Returns the deals of all that nobody has decided: a share that was taken back may bring one back.
 */
export async function closeConflicts(
  tx: Transaction,
  facts: readonly PayingFactRow[],
  now: Date,
): Promise<PayingFactRow[]> {
  const conflicts = await lockUndecidedOver(tx, [...new Set(facts.map(({ factId }) => factId))]);
  if (conflicts.length === 0) return [];
  const found = await findPayingFacts(
    tx,
    conflicts.flatMap(({ partnerId, dealPartnerId, dealFactId: factId }) => [
      { partnerId, factId },
      { partnerId: dealPartnerId, factId },
    ]),
  );
  const factOf = new Map(found.map((fact) => [`${fact.partnerId} ${fact.factId}`, fact]));
  const registrations = await findRegistrations(tx, conflicts);
  const registrationOf = new Map(registrations.map((row) => [`${row.partnerId} ${row.registrationId}`, row]));
  for (const conflict of conflicts) {
    const deal = factOf.get(`${conflict.dealPartnerId} ${conflict.dealFactId}`);
    const registration = registrationOf.get(`${conflict.partnerId} ${conflict.registrationId}`);
    if (deal === undefined || registration === undefined)
      throw new Error(`Conflict ${conflict.conflictId} is over something that is not known`);
    const share = factOf.get(`${conflict.partnerId} ${conflict.dealFactId}`) ?? null;
    const note = conflict.state === "OPEN" ? conflictEnding(conflict, { deal, share, registration }) : null;
    if (note !== null)
      await putConflict(tx, { ...conflict, state: "CLOSED", decidedAt: now, decidedBy: "system", note });
  }
  const dealKeys = new Set(conflicts.map(({ dealPartnerId, dealFactId }) => `${dealPartnerId} ${dealFactId}`));
  return [...factOf].flatMap(([key, fact]) => (dealKeys.has(key) ? [fact] : []));
}
