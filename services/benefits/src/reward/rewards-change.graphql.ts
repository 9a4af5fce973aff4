import { DateScalar } from "@tiergraph/kit/values/scalars";
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Money } from "../values.graphql.js";

@Directive('@key(fields: "source effectiveOn")')
@ObjectType()
export class RewardsChange {
  @Directive("@inaccessible")
  @Field(() => String)
  source: string;

  @Field(() => DateScalar)
  effectiveOn: string;

  @Field(() => Int, { nullable: true, description: "Partners that would be given another amount." })
  partners: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Deals, bonuses and spiffs whose payment would change.",
  })
  rewards: number | null;

  @Field(() => Money, { nullable: true, description: "What would be given on top of what was given." })
  more: Money | null;

  @Field(() => Money, { nullable: true, description: "What would be taken back of what was given." })
  less: Money | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "False where the figures leave something out: there are more facts than one answer works out, or the version pays for kinds of facts that no version paid for before.",
  })
  isComplete: boolean | null;
}
