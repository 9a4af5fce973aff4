import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
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

export const Attribute = objectType("Attribute", "A named value of a fact, for example its sector.", {
  name: field.string("For example `sector`; once in a fact."),
  value: field.string("Text, also of numbers (`12.50`), days (`2026-01-31`) and `yes` or `no`; may be empty."),
});
export type Attribute = InstanceType<typeof Attribute>;

const FactCredit = objectType("FactCredit", "One partner's part of what several partners did together.", {
  role: field
    .of(() => CreditRoleName, "What the partner did; measures read it as the attribute `credit`.")
    .as<CreditRole>(),
  share: field.decimal("In percent of the whole."),
  whole: field.of(() => Money, "The whole amount; `amount` is the partner's share of it.").nullable(),
});

const FactConversion = objectType("FactConversion", "How an amount came into the program's currency.", {
  told: field.of(() => Money, "As it was recorded."),
  rate: field.decimal("How much of the program's currency one unit of the recorded currency is worth."),
  rateOn: field.date("The day of the rate: the fact's own day, or the last day before it that has a rate."),
});

export const Fact = objectType("Fact", "Something that happened and counts.", {
  id: field.id(),
  kind: field.of(() => FactKindName, "What kind of fact it is.").as<BuiltInKind>(),
  kindName: field.string("The kind as program documents write it, for example `deal.won`."),
  externalId: field.string("The key under which the source system knows it."),
  on: field.date("The day that it counts for."),
  until: field.date("Of a certification: the day from which it no longer counts.").nullable(),
  amount: field
    .of(() => Money, "In the program's currency; of a shared fact the partner's part of it. Null where it has none.")
    .nullable(),
  quantity: field
    .decimal("A whole number, such as seats, or an answer from 0 to 10. Null where it has none.")
    .nullable(),
  customer: field.string("Name of the customer, as it was recorded; null where it names none.").nullable(),
  product: field.string("Name of the product, as it was recorded; null where it names none.").nullable(),
  person: field.of(() => Person, "Of a certification: who holds it.").nullable(),
  attributes: field
    .of(
      () => Attribute,
      "Its other named values; those of its kind that a program declares are checked when it is recorded.",
    )
    .list(),
  happenedOn: field
    .date("The day on which it happened, where its period was closed when it came and it counts for a later one.")
    .nullable(),
  reversedOn: field
    .date("The day from which it counts against itself: it was taken back when its period was closed.")
    .nullable(),
  credit: field.of(() => FactCredit, "The partner's part of it; null where all of it is.").nullable(),
  conversion: field.of(() => FactConversion, "Null where it was recorded in the program's currency.").nullable(),
});
export type Fact = InstanceType<typeof Fact>;
