import { field, inputType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
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

const AttributeInput = inputType("AttributeInput", "A named value of a fact, for example its sector.", {
  name: field.string("For example `sector`; 1 to 200 characters, once in a fact."),
  value: field.string(
    "Text of at most 200 characters, also of numbers (`12.50`), days (`2026-01-31`) and `yes` or `no`; may be empty.",
  ),
});

const CreditInput = inputType("CreditInput", "One partner's part of what several partners did together.", {
  role: field
    .of(() => CreditRoleName, "What the partner did; it becomes the attribute `credit` of the fact.")
    .as<CreditRole>(),
  share: field.decimal("In percent, above 0, with at most two decimals. The shares of one deal add up to at most 100."),
});

export const FactReferenceInput = inputType("FactReferenceInput", "Names a fact as its source does.", {
  kind: field.of(() => RecordedFactKind, "What kind of fact it is."),
  declaredKind: field.string("Of `DECLARED`: the kind as the program writes it.").nullable(),
  externalId: field.string("The source system's own key, 1 to 200 characters: what makes a repetition harmless."),
  partnerId: field.id("The partner for which it counts."),
});
export type FactReferenceInput = InstanceType<typeof FactReferenceInput>;

export const FactInput = inputType("FactInput", "A fact as its source knows it.", {
  ...FactReferenceInput.fields,
  on: field.date("The day that it counts for, not after today; an open deal may have none.").nullable(),
  openedOn: field
    .date("Of a deal: the day on which it was opened; of a converted lead the day on which it was created.")
    .nullable(),
  until: field.date("The first day on which it no longer holds: of a customer, the day on which it left.").nullable(),
  amount: field.decimal("In major units, not negative. Of a subscription, recurring revenue a month.").nullable(),
  currency: field
    .string("ISO 4217; the program's if omitted. Another one needs an exchange rate for the day.")
    .nullable(),
  quantity: field
    .int("Seats of `SEATS` (negative where given up) and of subscriptions; 0 to 10 of `CUSTOMER_NPS`.")
    .nullable(),
  customer: field
    .string("Name of the customer, 1 to 200 characters. Kinds that are about customers need it.")
    .nullable(),
  product: field.string("Name of the product, 1 to 200 characters.").nullable(),
  credit: field.of(() => CreditInput, "The partner's part of it; all of it if omitted.").nullable(),
  attributes: field
    .of(() => AttributeInput, "At most 50.")
    .list()
    .nullable(),
});
export type FactInput = InstanceType<typeof FactInput>;

/** The kind as program documents write it. */
const kindOf = (kind: string, declaredKind: string | null | undefined): string =>
  kind === "declared" ? (declaredKind ?? "") : kind;

export const referenceOf = (input: FactReferenceInput) => ({
  kind: kindOf(input.kind, input.declaredKind),
  externalId: input.externalId,
  partnerId: input.partnerId,
});

export const reportOf = ({ declaredKind, ...fact }: FactInput): FactReport => ({
  ...fact,
  kind: kindOf(fact.kind, declaredKind),
});
