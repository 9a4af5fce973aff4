import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
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

@ObjectType({ description: "What completing a course gives a person." })
class CourseCertification {
  @Field(() => String, { description: "For example `professional`; measures may count by it." })
  level: string;

  @Field(() => Int, {
    nullable: true,
    description: "Months from the completion to the expiry; null where it holds for good.",
  })
  validMonths: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Days before expiry in which a renewal extends the old expiry date; null where a renewal counts from its own day.",
  })
  renewalDays: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Days for which certifications of earlier versions stay valid after a new version; null where they stay valid for their term.",
  })
  recertifyDays: number | null;
}

@ObjectType({ description: "A part of a course." })
class CourseModule {
  @Field(() => String, { description: "Slug, unique in the course." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;
}

@ObjectType({ description: "A course of the program." })
export class Course {
  @Field(() => String, { description: "Slug, unique in the program: what mutations name it by." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => CourseRole, { nullable: true, description: "Null where it is for everyone." })
  role: CourseRole | null;

  @Field(() => Int, { description: "Rises when what is taught has changed." })
  version: number;

  @Field(() => [CourseModule], { description: "Its parts, in order." })
  modules: readonly CourseModule[];

  @Field(() => [String], { description: "Names of courses that have to be completed before." })
  requires: readonly string[];

  @Field(() => CourseCertification, { nullable: true, description: "Null where completing it certifies no one." })
  certifies: CourseCertification | null;

  @Field(() => Boolean, {
    description: "False once the program in force no longer has it: then its name is all that is known.",
  })
  isOffered: boolean;
}

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
