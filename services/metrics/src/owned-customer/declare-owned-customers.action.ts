import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import { isText } from "@tiergraph/kit/values/text";
import { settleCorrections, type WantedCorrection, writeCorrections } from "../correction/index.js";
import { addOwnedCustomers, customerKey, findOwnedCustomers, removeOwnedCustomers } from "../customer/index.js";
import { type FactRow, keyOf, lockFactKeys, placeOf } from "../fact/index.js";
import { lockPublishedMeasures } from "../partner/index.js";
import { findProgramInForce } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { rowsAround } from "../recording/index.js";
import { lockSeriesForRecording } from "../series/index.js";
import { listCustomers, listFactsOfCustomers } from "./customer-fact.store.js";
import { DECLARED, markOwnCustomer } from "./mark-own-customer.js";
import {
  type DeclarationRefusal,
  declarationRefusals,
  MAX_FACTS_MARKED,
  MAX_OWNED_CUSTOMERS,
} from "./owned-customer.refusals.js";

export interface OwnedCustomersReport {
  readonly partnerId: string;
  /** All of them: a customer that is not named is not the partner's own. */
  readonly customers: readonly string[];
}

export type OwnedCustomersDeclared =
  | {
      readonly kind: "OwnedCustomersDeclared";
      readonly partnerId: string;
      /** Facts that count otherwise from now on. */
      readonly corrected: number;
      /** Facts of closed periods, of which the program takes no correction. */
      readonly left: number;
    }
  | DeclarationRefusal;

/** Says which customers belong to a partner. Facts that were recorded of them before are corrected, with the reason. */
export const declareOwnedCustomers =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  async (viewer: Viewer, { partnerId, customers }: OwnedCustomersReport): Promise<OwnedCustomersDeclared> => {
    if (customers.length > MAX_OWNED_CUSTOMERS || !customers.every(isText))
      return declarationRefusals.CustomersInvalid();
    if (!isUuid(partnerId)) return declarationRefusals.PartnerUnknown();
    return db.transact(viewer, async (tx) => {
      await lockSeriesForRecording(tx);
      // One declaration of a partner at a time.
      if ((await lockPublishedMeasures(tx, [partnerId])).length === 0) return declarationRefusals.PartnerUnknown();
      const before = new Set((await findOwnedCustomers(tx, [partnerId])).map((row) => customerKey(row.customer)));
      const owned = new Set(customers.map(customerKey));
      const moved = new Set([...before, ...owned].filter((key) => before.has(key) !== owned.has(key)));
      const facts = await factsOfCustomers(tx, partnerId, moved);
      if (facts.length > MAX_FACTS_MARKED) return declarationRefusals.TooManyFacts();
      await removeOwnedCustomers(tx, partnerId);
      const declared = { partnerId, declaredAt: clock.now(), declaredBy: viewer.subject };
      await addOwnedCustomers(
        tx,
        customers.map((customer) => ({ ...declared, customer, customerKey: customerKey(customer) })),
      );
      const corrected = await markIn(tx, publish, { facts, owned, at: clock.now() });
      return { kind: "OwnedCustomersDeclared", partnerId, ...corrected };
    });
  };

/** A partner's facts of customers by their keys: one more than may be marked shows that there are too many. */
async function factsOfCustomers(
  tx: Transaction,
  partnerId: string,
  keys: ReadonlySet<string>,
): Promise<readonly FactRow[]> {
  if (keys.size === 0) return [];
  const named = (await listCustomers(tx, partnerId)).map(({ customer }) => customer);
  const customers = named.filter((customer) => keys.has(customerKey(customer)));
  return listFactsOfCustomers(tx, { partnerId, customers, limit: MAX_FACTS_MARKED + 1 });
}

interface Marking {
  readonly facts: readonly FactRow[];
  /** Keys of the customers that are the partner's own. */
  readonly owned: ReadonlySet<string>;
  readonly at: Date;
}

async function markIn(
  tx: Transaction,
  publish: MetricsPublisher,
  { facts, owned, at }: Marking,
): Promise<{ corrected: number; left: number }> {
  const inForce = await findProgramInForce(tx);
  if (inForce === null || facts.length === 0) return { corrected: 0, left: 0 };
  const keys = await lockFactKeys(tx, [...new Map(facts.map((fact) => [keyOf(fact), fact])).values()]);
  // Read again, now that nobody else corrects them.
  const known = await rowsAround(tx, facts, { keys, corrected: true });
  const asked = new Set(facts.map(placeOf));
  const wanted = known.flatMap((fact): WantedCorrection[] => {
    const content =
      fact.isVoid || !asked.has(placeOf(fact))
        ? null
        : markOwnCustomer(fact, owned.has(customerKey(fact.customer ?? "")));
    return content === null ? [] : [{ key: fact, replacement: { kind: "Sound", content } }];
  });
  const program = inForce.document;
  const settled = settleCorrections(wanted, { keys, known, program, today: dayOf(at) });
  await writeCorrections(tx, publish, settled, { at, by: tx.viewer.subject, because: DECLARED });
  return { corrected: settled.corrected.length, left: settled.outcomes.length - settled.corrected.length };
}
