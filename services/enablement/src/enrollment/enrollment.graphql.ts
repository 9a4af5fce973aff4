import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Course, type CourseReads } from "../course/index.js";
import { Person } from "../entities.graphql.js";
import { type EnrollmentRow } from "./enrollment.entity.js";

type Context = RequestContext<CourseReads>;

const EnrollmentStateName = graphEnum("EnrollmentState", ["ENROLLED", "IN_PROGRESS", "COMPLETED"], {
  description: "How far a person is in a course.",
  valuesConfig: {
    ENROLLED: { description: "Nothing of it was seen yet." },
    IN_PROGRESS: { description: "Some of it was seen." },
    COMPLETED: { description: "It was completed at least once." },
  },
});
type EnrollmentStateName = (typeof EnrollmentStateName)[string];

@ObjectType({ description: "One person in one course." })
export class Enrollment {
  @Field(() => Person, { description: "Who is enrolled." })
  person: Person;

  @Field(() => DateScalar, { description: "The day of enrolment." })
  enrolledOn: string;

  @Field(() => Int, { description: "Progress, 0 to 100. All of the course seen is not yet the course completed." })
  percent: number;

  @Field(() => EnrollmentStateName, { description: "How far the person is." })
  state: EnrollmentStateName;

  @Field(() => DateScalar, { nullable: true, description: "The last completion; null before the first." })
  completedOn: string | null;

  row: EnrollmentRow;
}

@Resolver(() => Enrollment)
export class EnrollmentResolver {
  @FieldResolver(() => Course, { description: "The course that the person is in." })
  course(@Root() { row }: Enrollment, @Ctx() { load }: Context): Promise<Course> {
    return load.course(row.course);
  }
}
