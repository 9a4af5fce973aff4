import { Field, Int, ObjectType } from "type-graphql";
import type { Assessment as AssessmentRow } from "./assessment.js";

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

export const assessmentOf = ({ pools, passPercent, attempts, coolDownDays }: AssessmentRow): Assessment => ({
  questions: pools.reduce((sum, { draw }) => sum + draw, 0),
  passPercent,
  attempts,
  coolDownDays,
});
