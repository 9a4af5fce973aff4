import { SELF_DEALING } from "@tiergraph/program/document/facts";
import { type FactContent, shareOf } from "../fact/index.js";

/**
 * A fact by the names of its report: before it was converted, shared, posted for another day or known to be of the
 * partner's own customer. Two equal reports of one fact give the same here, also where rates and days changed in
 * between.
 */
export function asReported(fact: FactContent): Readonly<Record<string, unknown>> {
  const { origin } = fact;
  return {
    kind: fact.kind,
    on: origin?.happenedOn ?? fact.occurredOn,
    openedOn: fact.openedOn,
    until: fact.untilOn,
    amount: origin?.toldMinor ?? origin?.wholeMinor ?? fact.amountMinor?.toString() ?? null,
    currency: origin?.toldCurrency ?? fact.currency,
    quantity: fact.quantity,
    customer: fact.customer,
    person: fact.personId,
    product: fact.product,
    credit: shareOf(fact),
    attributes: attributesText(fact),
  };
}

function attributesText({ attributes, origin }: FactContent): string {
  const reported = Object.entries(attributes).filter(
    ([name]) => origin?.isOwnCustomer !== true || name !== SELF_DEALING.attribute,
  );
  return JSON.stringify(reported.sort(([a], [b]) => (a < b ? -1 : 1)));
}
