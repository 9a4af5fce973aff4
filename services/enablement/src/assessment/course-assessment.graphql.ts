import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Course } from "../course/index.js";
import type { AssessmentReads } from "./assessment.reads.js";

type Context = RequestContext<AssessmentReads>;

@ObjectType({ description: "What a course asks at its end, without its questions." })
export class Assessment {
  @Field(() => Int, { description: "Questions that an attempt is asked." })
  questions: number;

  @Field(() => Int, { description: "The least score that passes, 1 to 100." })
  passPercent: number;

  @Field(() => Int, { description: "Attempts that may fail in a row before the cool-down." })
  attempts: number;

  @Field(() => Int, { description: "Days after so many failures before the next attempt." })
  coolDownDays: number;
}

@Resolver(() => Course)
export class CourseAssessmentResolver {
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: "The questions at its end; null where another system records its completion.",
  })
  assessment(@Root() { name }: Course, @Ctx() { load }: Context): Promise<Assessment | null> {
    return load.assessment(name);
  }
}
