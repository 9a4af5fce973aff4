import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { decimalOf, moneyOf, rational } from "@tiergraph/program/exact";
import { ArgsType, Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Money } from "../values.graphql.js";
import type { FactRow } from "./fact.store.js";
import { CREDIT_ATTRIBUTE } from "./fact-report.js";

const BUILT_IN_KINDS = [
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
export const FactKindName = graphEnum("FactKind", BUILT_IN_KINDS, {
  description: "`DECLARED` is every kind that a program declares itself: `Fact.kindName` says which.",
});
export type FactKindName = (typeof BUILT_IN_KINDS)[number];

export const CreditRoleName = graphEnum("CreditRole", ["sourced", "influenced", "managed"], {
  description: "What a partner did for a deal. Measures select roles by the attribute `credit`.",
});
export type CreditRoleName = "sourced" | "influenced" | "managed";

@ObjectType({ description: "A named value of a fact, for example its sector." })
export class Attribute {
  @Field(() => String)
  name: string;

  @Field(() => String)
  value: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
export class Person {
  @Field(() => ID)
  id: string;
}

@ObjectType({ description: "One partner's part of what several partners did together." })
export class FactCredit {
  @Field(() => CreditRoleName)
  role: CreditRoleName;

  @Field(() => DecimalScalar, { description: "In percent of the whole." })
  share: string;

  @Field(() => Money, {
    nullable: true,
    description: "The whole amount; `amount` is the partner's share of it.",
  })
  whole: object | null;
}

@ObjectType({ description: "How an amount came into the program's currency." })
export class FactConversion {
  @Field(() => Money, { description: "As it was recorded." })
  told: object;

  @Field(() => DecimalScalar, {
    description: "How much of the program's currency one unit of the recorded currency is worth.",
  })
  rate: string;

  @Field(() => DateScalar, {
    description: "The day of the rate: the fact's own day, or the last day before it that has a rate.",
  })
  rateOn: string;
}

@ObjectType({ description: "Something that happened and counts." })
export class Fact {
  @Field(() => ID)
  id: string;

  @Field(() => FactKindName)
  kind: FactKindName;

  @Field(() => String, { description: "The kind as program documents write it, for example `deal.won`." })
  kindName: string;

  @Field(() => String, { description: "The key under which the source system knows it." })
  externalId: string;

  @Field(() => DateScalar, { description: "The day that it counts for." })
  on: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Of a certification: the day from which it no longer counts.",
  })
  until: string | null;

  @Field(() => Money, { nullable: true })
  amount: object | null;

  @Field(() => DecimalScalar, { nullable: true })
  quantity: string | null;

  @Field(() => String, { nullable: true })
  customer: string | null;

  @Field(() => String, { nullable: true })
  product: string | null;

  @Field(() => Person, { nullable: true, description: "Of a certification: who holds it." })
  person: Person | null;

  @Field(() => [Attribute])
  attributes: Attribute[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day on which it happened, where its period was closed when it came and it counts for a later one.",
  })
  happenedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it counts against itself: it was taken back when its period was closed.",
  })
  reversedOn: string | null;

  @Field(() => FactCredit, { nullable: true, description: "The partner's part of it; null where all of it is." })
  credit: FactCredit | null;

  @Field(() => FactConversion, { nullable: true, description: "Null where it was recorded in the program's currency." })
  conversion: FactConversion | null;
}

@ArgsType()
export class FactPageArgs {
  @Field(() => Int, { defaultValue: 50, description: "1 to 100." })
  first: number;

  @Field(() => String, { nullable: true })
  after: string | null;
}

const factIdOf = ({ partnerId, factId }: FactRow): string => encodeOwnedId({ partnerId, id: factId });

/** What a fact and a deal show alike. */
export const commonFieldsOf = (row: FactRow) => ({
  id: factIdOf(row),
  externalId: row.externalId,
  amount:
    row.amountMinor === null || row.currency === null
      ? null
      : moneyOf({ minor: row.amountMinor, currency: row.currency }),
  customer: row.customer,
  product: row.product,
  attributes: Object.entries(row.attributes).map(([name, value]) => ({ name, value })),
});

export const factOfRow = (row: FactRow): Fact => ({
  ...commonFieldsOf(row),
  kind: isBuiltIn(row.kind) ? row.kind : "declared",
  kindName: row.kind,
  on: row.occurredOn,
  until: row.untilOn,
  quantity: row.quantity?.toString() ?? null,
  person: row.personId === null ? null : { id: encodeOwnedId({ partnerId: row.partnerId, id: row.personId }) },
  happenedOn: row.origin?.happenedOn ?? null,
  reversedOn: row.reversedOn,
  credit: creditOf(row),
  conversion: conversionOf(row),
});

function creditOf({ origin, attributes, currency }: FactRow): FactCredit | null {
  if (origin?.share === undefined) return null;
  const { share, wholeMinor } = origin;
  return {
    role: attributes[CREDIT_ATTRIBUTE] as CreditRoleName, // Written by these words only.
    share: decimalOf(rational(share, 100)),
    whole: wholeMinor == null || currency === null ? null : moneyOf({ minor: BigInt(wholeMinor), currency }),
  };
}

function conversionOf({ origin }: FactRow): FactConversion | null {
  const { toldMinor, toldCurrency, rate, rateOn } = origin ?? {};
  if (toldMinor === undefined || toldCurrency === undefined || rate === undefined || rateOn === undefined) return null;
  return { told: moneyOf({ minor: BigInt(toldMinor), currency: toldCurrency }), rate, rateOn };
}

const isBuiltIn = (kind: string): kind is FactKindName => (BUILT_IN_KINDS as readonly string[]).includes(kind);
