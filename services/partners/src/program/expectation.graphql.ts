import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Field, ObjectType } from "type-graphql";

const ExpectedOf = graphEnum("ExpectedOf", ["partner", "vendor", "both"], {
  description: "Who does what a tier expects.",
  valuesConfig: {
    PARTNER: { description: "The partner does it." },
    VENDOR: { description: "The vendor does it." },
    BOTH: { description: "Partner and vendor do it together." },
  },
});

@ObjectType({
  description:
    "What partners in a tier do beside what reaching it asks, such as a joint business plan. Nothing is judged by it.",
})
export class Expectation {
  @Field(() => String, { description: "Slug, for example `joint-plan`." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "What is done, in the program's words; null where it does not say.",
  })
  description: string | null;

  @Field(() => String, { description: "Why the program expects it." })
  why: string;

  @Field(() => String, { nullable: true, description: "How often, such as `quarter` or `fiscal year`; null for once." })
  every: string | null;

  @Field(() => ExpectedOf, { description: "Who does it." })
  of: "partner" | "vendor" | "both";
}
