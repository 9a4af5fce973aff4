import { knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import type { Fact } from "@tiergraph/program/measure/fact";
import type { PayingFactRow } from "./paying-fact.store.js";

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
