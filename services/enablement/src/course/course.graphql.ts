import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Ctx, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { CourseReads } from "./course.reads.js";

type Context = RequestContext<CourseReads>;

export const CourseRole = graphEnum("CourseRole", ["sales", "engineering", "customer-success"], {
  description: "Whose work a course is for.",
  valuesConfig: {
    SALES: { description: "People who sell." },
    ENGINEERING: { description: "People who build and integrate." },
    CUSTOMER_SUCCESS: { description: "People who look after customers." },
  },
});
export type CourseRole = (typeof CourseRole)[string];

const CourseCertification = objectType("CourseCertification", "What completing a course gives a person.", {
  level: field.string("For example `professional`; measures may count by it."),
  validMonths: field.int("Months from the completion to the expiry; null where it holds for good.").nullable(),
  renewalDays: field
    .int(
      "Days before expiry in which a renewal extends the old expiry date; null where a renewal counts from its own day.",
    )
    .nullable(),
  recertifyDays: field
    .int(
      "Days for which certifications of earlier versions stay valid after a new version; null where they stay valid for their term.",
    )
    .nullable(),
});

const CourseModule = objectType("CourseModule", "A part of a course.", {
  name: field.string("Slug, unique in the course."),
  title: field.string("Its name for people."),
});

export const Course = objectType(
  "Course",
  "A course of the program.",
  {
    id: field.id(),
    name: field.string("Slug, unique in the program: what mutations name it by."),
    title: field.string("Its name for people."),
    role: field.of(() => CourseRole, "Null where it is for everyone.").nullable(),
    version: field.int("Rises when what is taught has changed."),
    modules: field.of(() => CourseModule, "Its parts, in order.").list(),
    requires: field.string("Names of courses that have to be completed before.").list(),
    certifies: field.of(() => CourseCertification, "Null where completing it certifies no one.").nullable(),
    isOffered: field.boolean("False once the program in force no longer has it: then its name is all that is known."),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Course = InstanceType<typeof Course>;

@Resolver()
export class CourseResolver {
  @Authorized("read courses")
  @Query(() => [Course], {
    nullable: true,
    description: "The courses of the program in force, in its order; empty before its publication.",
  })
  courses(@Ctx() { load }: Context): Promise<Course[]> {
    return load.courses();
  }
}
