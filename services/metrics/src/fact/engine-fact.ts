import { knownCalendarDate } from "@tiergraph/program/exact";
import type { Fact } from "@tiergraph/program/measure";
import type { FactRow } from "./fact.store.js";

/** A stored fact as the engine reads it. */
export const factOf = (row: FactRow): Fact => ({
  // What stands in place of a reversed fact has its id, and both are to count.
  id: row.reversedOn === null ? row.factId : `${row.factId}/${row.revision}`,
  kind: row.kind,
  on: knownCalendarDate(row.occurredOn),
  until: row.untilOn === null ? null : knownCalendarDate(row.untilOn),
  amountMinor: row.amountMinor,
  quantity: row.quantity,
  customer: row.customer,
  person: row.personId,
  product: row.product,
  attributes: row.attributes,
  ...(row.origin?.happenedOn == null ? {} : { happenedOn: knownCalendarDate(row.origin.happenedOn) }),
  reversedOn: row.reversedOn === null ? null : knownCalendarDate(row.reversedOn),
});
