import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";

const ExpectedOf = graphEnum("ExpectedOf", ["partner", "vendor", "both"], {
  description: "Who does what a tier expects.",
  valuesConfig: {
    PARTNER: { description: "The partner does it." },
    VENDOR: { description: "The vendor does it." },
    BOTH: { description: "Partner and vendor do it together." },
  },
});

export const Expectation = objectType(
  "Expectation",
  "What partners in a tier do beside what reaching it asks, such as a joint business plan. Nothing is judged by it.",
  {
    name: field.string("Slug, for example `joint-plan`."),
    title: field.string("Its name for people."),
    description: field.string("What is done, in the program's words; null where it does not say.").nullable(),
    why: field.string("Why the program expects it."),
    every: field.string("How often, such as `quarter` or `fiscal year`; null for once.").nullable(),
    of: field.of(() => ExpectedOf, "Who does it.").as<"partner" | "vendor" | "both">(),
  },
);
export type Expectation = InstanceType<typeof Expectation>;
