import type { Transaction } from "@tiergraph/kit/database/database";
import { type FactKeyRow, type FactPlace, type FactRow, findFacts, keyOf } from "../fact/index.js";
import { listRefunds } from "../refund/index.js";

/** A fact that a batch records or corrects. */
interface TouchedFact extends FactPlace {
  readonly refundsDeal: string | null;
}

/**
 * The latest revisions of all that settling a batch has to look at: the facts themselves, the other shares of each, the
 * deals that refunds name, and what else was refunded of those.
 *
 * @param keys those that are known, held by the transaction
 * @param corrected whether what is known changes, so that a deal's refunds matter as well
 */
export async function rowsAround(
  tx: Transaction,
  touched: readonly TouchedFact[],
  { keys, corrected = false }: { readonly keys: readonly FactKeyRow[]; readonly corrected?: boolean },
): Promise<FactRow[]> {
  const byKey = new Map(keys.map((key) => [keyOf(key), key]));
  const facts = new Map<string, { partnerId: string; factId: string }>();
  const deals = new Map<string, { partnerId: string; deal: string }>();
  const look = (partnerId: string, key: FactKeyRow | undefined) => {
    if (key !== undefined) facts.set(`${partnerId} ${key.factId}`, { partnerId, factId: key.factId });
  };
  const lookForRefunds = (partnerId: string, deal: string) => deals.set(`${partnerId} ${deal}`, { partnerId, deal });
  for (const { partnerId, family, externalId, refundsDeal } of touched) {
    const key = byKey.get(keyOf({ family, externalId }));
    look(partnerId, key);
    for (const part of key?.parts ?? []) look(part.partnerId, key);
    if (family === "deal" && key !== undefined) {
      if (corrected) lookForRefunds(partnerId, externalId);
      for (const part of key.parts) lookForRefunds(part.partnerId, externalId);
    }
    if (refundsDeal === null) continue;
    const dealKey = byKey.get(keyOf({ family: "deal", externalId: refundsDeal }));
    look(partnerId, dealKey);
    lookForRefunds(partnerId, refundsDeal);
    for (const part of dealKey?.parts ?? []) {
      look(part.partnerId, dealKey);
      lookForRefunds(part.partnerId, refundsDeal);
    }
  }
  const [rows, refunds] = [
    facts.size === 0 ? [] : await findFacts(tx, [...facts.values()]),
    deals.size === 0 ? [] : await listRefunds(tx, [...deals.values()]),
  ];
  return [...new Map([...refunds, ...rows].map((row) => [`${row.partnerId} ${row.factId}`, row])).values()];
}
