import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Course } from "../course/index.js";
import type { AssessmentReads } from "./assessment.reads.js";

type Context = RequestContext<AssessmentReads>;

export const Assessment = objectType("Assessment", "What a course asks at its end, without its questions.", {
  questions: field.int("Questions that an attempt is asked."),
  passPercent: field.int("The least score that passes, 1 to 100."),
  attempts: field.int("Attempts that may fail in a row before the cool-down."),
  coolDownDays: field.int("Days after so many failures before the next attempt."),
});
export type Assessment = InstanceType<typeof Assessment>;

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
