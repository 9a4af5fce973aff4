import { customerKey } from "@tiergraph/kit/values/same-customer";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import type { Fact } from "@tiergraph/program/measure";
import type { EarningFact } from "@tiergraph/program/reward";
import type { PayingFactRow } from "./paying-fact.store.js";

/** A kept fact with the version that pays for it, as the engine sees it. */
export const earningFactOf = (row: PayingFactRow, program: Program): EarningFact => ({
  fact: engineFactOf(row),
  program,
  deal: row.deal,
  customerKey: row.customer === null ? null : customerKey(row.customer),
});

/** A kept fact as the engine sees it. */
export const engineFactOf = (row: PayingFactRow): Fact => ({
  id: row.factId,
  kind: row.kind,
  on: knownCalendarDate(row.occurredOn),
  until: null,
  amountMinor: row.amountMinor,
  quantity: row.quantity,
  customer: row.customer,
  person: null,
  product: row.product,
  attributes: row.attributes,
});
