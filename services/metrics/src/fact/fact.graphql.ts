import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import { Person } from "../entities.graphql.js";
import { Money } from "../values.graphql.js";
import { FACT_KIND_MEANINGS } from "./fact-kind-meanings.js";
import { BUILT_IN_KINDS, type BuiltInKind, CREDIT_ROLES, type CreditRole } from "./fact-node.js";

const FactKindName = graphEnum("FactKind", BUILT_IN_KINDS, {
  description: "`DECLARED` is every kind that a program declares itself: `Fact.kindName` says which.",
  valuesConfig: FACT_KIND_MEANINGS,
});

export const CreditRoleName = graphEnum("CreditRole", CREDIT_ROLES, {
  description: "What a partner did for a deal. Measures select roles by the attribute `credit`.",
  valuesConfig: {
    SOURCED: { description: "The partner brought it." },
    INFLUENCED: { description: "The partner had a part in it." },
    MANAGED: { description: "The partner looked after it." },
  },
});

@ObjectType({ description: "A named value of a fact, for example its sector." })
export class Attribute {
  @Field(() => String, { description: "For example `sector`; once in a fact." })
  name: string;

  @Field(() => String, {
    description: "Text, also of numbers (`12.50`), days (`2026-01-31`) and `yes` or `no`; may be empty.",
  })
  value: string;
}

@ObjectType({ description: "One partner's part of what several partners did together." })
class FactCredit {
  @Field(() => CreditRoleName, { description: "What the partner did; measures read it as the attribute `credit`." })
  role: CreditRole;

  @Field(() => DecimalScalar, { description: "In percent of the whole." })
  share: string;

  @Field(() => Money, {
    nullable: true,
    description: "The whole amount; `amount` is the partner's share of it.",
  })
  whole: Money | null;
}

@ObjectType({ description: "How an amount came into the program's currency." })
class FactConversion {
  @Field(() => Money, { description: "As it was recorded." })
  told: Money;

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

  @Field(() => FactKindName, { description: "What kind of fact it is." })
  kind: BuiltInKind;

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

  @Field(() => Money, {
    nullable: true,
    description: "In the program's currency; of a shared fact the partner's part of it. Null where it has none.",
  })
  amount: Money | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "A whole number, such as seats, or an answer from 0 to 10. Null where it has none.",
  })
  quantity: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the customer, as it was recorded; null where it names none.",
  })
  customer: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the product, as it was recorded; null where it names none.",
  })
  product: string | null;

  @Field(() => Person, { nullable: true, description: "Of a certification: who holds it." })
  person: Person | null;

  @Field(() => [Attribute], {
    description: "Its other named values; those of its kind that a program declares are checked when it is recorded.",
  })
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

  @Field(() => String, {
    nullable: true,
    description: "`endCursor` of the page before; the first page if omitted.",
  })
  after: string | null;
}
