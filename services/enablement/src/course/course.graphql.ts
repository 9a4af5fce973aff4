import { titleFromName } from "@tiergraph/program/document/name";
import type { Course as ProgramCourse } from "@tiergraph/program/document/program";
import { Authorized, Ctx, Field, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../context.js";

export enum CourseRole {
  SALES = "sales",
  ENGINEERING = "engineering",
  CUSTOMER_SUCCESS = "customer-success",
}
registerEnumType(CourseRole, { name: "CourseRole", description: "Whose work a course is for." });

@ObjectType({ description: "What completing a course gives a person." })
export class CourseCertification {
  @Field(() => String, { description: "For example `professional`; measures may count by it." })
  level!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Months from the completion to the expiry; null where it holds for good.",
  })
  validMonths!: number | null;
}

@ObjectType({ description: "A course of the program." })
export class Course {
  @Field(() => String, { description: "Slug, unique in the program: what mutations name it by." })
  name!: string;

  @Field(() => String)
  title!: string;

  @Field(() => CourseRole, { nullable: true, description: "Null where it is for everyone." })
  role!: CourseRole | null;

  @Field(() => CourseCertification, { nullable: true, description: "Null where completing it certifies nobody." })
  certifies!: CourseCertification | null;

  @Field(() => Boolean, {
    description: "False once the program in force no longer has it: then its name is all that is known.",
  })
  isOffered!: boolean;
}

/** The course of that name, as the program in force has it. */
export function courseOf(courses: readonly ProgramCourse[], name: string): Course {
  const course = courses.find((candidate) => candidate.name === name);
  if (course === undefined) return { name, title: titleFromName(name), role: null, certifies: null, isOffered: false };
  return {
    name,
    title: course.title,
    role: course.role as CourseRole | null, // The same three words.
    certifies: course.certifies,
    isOffered: true,
  };
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
