import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Course, type CourseReads } from "../course/index.js";
import { Person } from "../entities.graphql.js";
import type { EnrollmentRow } from "./enrollment.entity.js";

type Context = RequestContext<CourseReads>;

const EnrollmentStateName = graphEnum("EnrollmentState", ["ENROLLED", "IN_PROGRESS", "COMPLETED"], {
  description: "How far a person is in a course.",
  valuesConfig: {
    ENROLLED: { description: "Nothing of it was seen yet." },
    IN_PROGRESS: { description: "Some of it was seen." },
    COMPLETED: { description: "It was completed at least once." },
  },
});

export const Enrollment = objectType(
  "Enrollment",
  "One person in one course.",
  {
    id: field.id(),
    person: field.of(() => Person, "Who is enrolled."),
    enrolledOn: field.date("The day of enrolment."),
    percent: field.int("Progress, 0 to 100. All of the course seen is not yet the course completed."),
    state: field.of(() => EnrollmentStateName, "How far the person is."),
    completedOn: field.date("The last completion; null before the first.").nullable(),
    row: field.hidden<EnrollmentRow>(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Enrollment = InstanceType<typeof Enrollment>;

@Resolver(() => Enrollment)
export class EnrollmentResolver {
  @FieldResolver(() => Course, { description: "The course that the person is in." })
  course(@Root() { row }: Enrollment, @Ctx() { load }: Context): Promise<Course> {
    return load.course(row.course);
  }
}
