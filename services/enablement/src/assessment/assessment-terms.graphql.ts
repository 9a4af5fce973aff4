import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "What a course asks at its end, without its questions." })
export class Assessment {
  @Field(() => Int, { description: "Questions that an attempt is asked." })
  questions: number;

  @Field(() => Int)
  passPercent: number;

  @Field(() => Int, { description: "Attempts that may fail in a row before the cool-down." })
  attempts: number;

  @Field(() => Int, { description: "Days after so many failures before the next attempt." })
  coolDownDays: number;
}
