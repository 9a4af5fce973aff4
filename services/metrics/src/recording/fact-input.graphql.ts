import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { type CreditRole, CreditRoleName, FACT_KIND_MEANINGS, type FactReport } from "../fact/index.js";

export const RecordedFactKind = graphEnum(
  "RecordedFactKind",
  [
    "deal.registered",
    "deal.open",
    "deal.won",
    "deal.lost",
    "deal.refunded",
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
    "seats",
    "indicator",
    "declared",
  ],
  {
    description:
      "Kinds of facts that are recorded directly; certifications come from completed courses. Open, won and lost are states of one deal, known by one external id; a registration and a refund are things of their own. `DECLARED` is a kind that the program declares itself.",
    valuesConfig: FACT_KIND_MEANINGS,
  },
);
export type RecordedFactKind = (typeof RecordedFactKind)[string];

@InputType({ description: "A named value of a fact, for example its sector." })
class AttributeInput {
  @Field(() => String, { description: "For example `sector`; 1 to 200 characters, once in a fact." })
  name: string;

  @Field(() => String, {
    description:
      "Text of at most 200 characters, also of numbers (`12.50`), days (`2026-01-31`) and `yes` or `no`; may be empty.",
  })
  value: string;
}

@InputType({ description: "One partner's part of what several partners did together." })
class CreditInput {
  @Field(() => CreditRoleName, { description: "What the partner did; it becomes the attribute `credit` of the fact." })
  role: CreditRole;

  @Field(() => DecimalScalar, {
    description: "In percent, above 0, with at most two decimals. The shares of one deal add up to at most 100.",
  })
  share: string;
}

@InputType({ description: "Names a fact as its source does." })
export class FactReferenceInput {
  @Field(() => RecordedFactKind, { description: "What kind of fact it is." })
  kind: RecordedFactKind;

  @Field(() => String, { nullable: true, description: "Of `DECLARED`: the kind as the program writes it." })
  declaredKind: string | null;

  @Field(() => String, {
    description: "The source system's own key, 1 to 200 characters: what makes a repetition harmless.",
  })
  externalId: string;

  @Field(() => ID, { description: "The partner for which it counts." })
  partnerId: string;
}

@InputType({ description: "A fact as its source knows it." })
export class FactInput extends FactReferenceInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day that it counts for, not after today; an open deal may have none.",
  })
  on: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Of a deal: the day on which it was opened; of a converted lead the day on which it was created.",
  })
  openedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer holds: of a customer, the day on which it left.",
  })
  until: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "In major units, not negative. Of a subscription, recurring revenue a month.",
  })
  amount: string | null;

  @Field(() => String, {
    nullable: true,
    description: "ISO 4217; the program's if omitted. Another one needs an exchange rate for the day.",
  })
  currency: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Seats of `SEATS` (negative where given up) and of subscriptions; 0 to 10 of `CUSTOMER_NPS`.",
  })
  quantity: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the customer, 1 to 200 characters. Kinds that are about customers need it.",
  })
  customer: string | null;

  @Field(() => String, { nullable: true, description: "Name of the product, 1 to 200 characters." })
  product: string | null;

  @Field(() => CreditInput, { nullable: true, description: "The partner's part of it; all of it if omitted." })
  credit: CreditInput | null;

  @Field(() => [AttributeInput], { nullable: true, description: "At most 50." })
  attributes: AttributeInput[] | null;
}

/** The kind as program documents write it. */
const kindOf = ({ kind, declaredKind }: FactReferenceInput): string =>
  kind === "declared" ? (declaredKind ?? "") : kind;

export const referenceOf = (input: FactReferenceInput) => ({
  kind: kindOf(input),
  externalId: input.externalId,
  partnerId: input.partnerId,
});

export const reportOf = ({ declaredKind, ...fact }: FactInput): FactReport => ({
  ...fact,
  kind: kindOf({ ...fact, declaredKind }),
});
