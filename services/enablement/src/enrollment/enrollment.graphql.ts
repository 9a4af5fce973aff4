import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Course, type CourseReads } from "../course/index.js";
import { Person } from "../entities.graphql.js";
import type { EnrollmentRow } from "./enrollment.store.js";

type Context = RequestContext<CourseReads>;

export const EnrollmentStateName = graphEnum("EnrollmentState", ["ENROLLED", "IN_PROGRESS", "COMPLETED"]);
export type EnrollmentStateName = (typeof EnrollmentStateName)[string];

@ObjectType({ description: "One person in one course." })
export class Enrollment {
  @Field(() => Person)
  person: Person;

  @Field(() => DateScalar)
  enrolledOn: string;

  @Field(() => Int, { description: "Progress, 0 to 100. All of the course seen is not yet the course completed." })
  percent: number;

  @Field(() => EnrollmentStateName)
  state: EnrollmentStateName;

  @Field(() => DateScalar, { nullable: true, description: "The last completion; null before the first." })
  completedOn: string | null;

  row: EnrollmentRow;
}

@Resolver(() => Enrollment)
export class EnrollmentResolver {
  @FieldResolver(() => Course)
  course(@Root() { row }: Enrollment, @Ctx() { load }: Context): Promise<Course> {
    return load.course(row.course);
  }
}
