import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Field, ObjectType } from "type-graphql";

const ExpectedOf = graphEnum("ExpectedOf", ["partner", "vendor", "both"], {
  description: "Who does what a tier expects.",
});

@ObjectType({
  description:
    "What partners in a tier do beside what reaching it asks, such as a joint business plan. Nothing is judged by it.",
})
export class Expectation {
  @Field(() => String, { description: "Slug, for example `joint-plan`." })
  name: string;

  @Field(() => String)
  title: string;

  @Field(() => String, { nullable: true })
  description: string | null;

  @Field(() => String, { description: "Why the program expects it." })
  why: string;

  @Field(() => String, { nullable: true, description: "How often, such as `quarter` or `fiscal year`; null for once." })
  every: string | null;

  @Field(() => ExpectedOf)
  of: "partner" | "vendor" | "both";
}
