import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { decimalOf, moneyOf, rational } from "@tiergraph/program/exact";
import type { FactRow } from "./fact.store.js";
import { CREDIT_ATTRIBUTE } from "./fact-report.js";

export const BUILT_IN_KINDS = [
  "deal.open",
  "deal.won",
  "deal.lost",
  "deal.registered",
  "deal.refunded",
  "seats",
  "certification",
  "subscription.new",
  "subscription.expansion",
  "subscription.contraction",
  "subscription.churn",
  "customer",
  "customer.renewed",
  "customer.nps",
  "lead.created",
  "lead.converted",
  "integration.launched",
  "integration.adopted",
  "integration.critical",
  "marketing.activity",
  "indicator",
  "declared",
] as const;
export type BuiltInKind = (typeof BUILT_IN_KINDS)[number];

export const CREDIT_ROLES = ["sourced", "influenced", "managed"] as const;
export type CreditRole = (typeof CREDIT_ROLES)[number];

/** What a fact and a deal show alike. */
export const commonFieldsOf = (row: FactRow) => ({
  externalId: row.externalId,
  amount:
    row.amountMinor === null || row.currency === null
      ? null
      : moneyOf({ minor: row.amountMinor, currency: row.currency }),
  customer: row.customer,
  product: row.product,
  attributes: Object.entries(row.attributes).map(([name, value]) => ({ name, value })),
});

export const factOfRow = (row: FactRow) => ({
  kind: builtInOf(row.kind),
  kindName: row.kind,
  on: row.occurredOn,
  until: row.untilOn,
  quantity: row.quantity?.toString() ?? null,
  person:
    row.personId === null ? null : { id: encodeOwnedId("Person", { partnerId: row.partnerId, id: row.personId }) },
  happenedOn: row.origin?.happenedOn ?? null,
  reversedOn: row.reversedOn,
  credit: creditOf(row),
  conversion: conversionOf(row),
  id: encodeOwnedId("Fact", { partnerId: row.partnerId, id: row.factId }),
  ...commonFieldsOf(row),
});

function creditOf({ origin, attributes, currency }: FactRow) {
  if (origin?.share === undefined) return null;
  const { share, wholeMinor } = origin;
  return {
    role: attributes[CREDIT_ATTRIBUTE] as CreditRole, // Written by these words only.
    share: decimalOf(rational(share, 100)),
    whole: wholeMinor == null || currency === null ? null : moneyOf({ minor: BigInt(wholeMinor), currency }),
  };
}

function conversionOf({ origin }: FactRow) {
  const { toldMinor, toldCurrency, rate, rateOn } = origin ?? {};
  if (toldMinor === undefined || toldCurrency === undefined || rate === undefined || rateOn === undefined) return null;
  return { told: moneyOf({ minor: BigInt(toldMinor), currency: toldCurrency }), rate, rateOn };
}

/** `declared` for every kind that a program declares itself. */
const builtInOf = (kind: string): BuiltInKind => BUILT_IN_KINDS.find((known) => known === kind) ?? "declared";
