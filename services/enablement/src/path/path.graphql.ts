import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Course, type CourseReads, CourseRole } from "../course/index.js";
import { Authorized } from "../values.graphql.js";
import type { PathReads } from "./path.reads.js";

type Context = RequestContext<CourseReads & PathReads>;

@ObjectType({ description: "How far a partner has come, by the tiers in which it is so far." })
class Maturity {
  @Field(() => String, { description: "By which learning paths and content name it." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => [String], { description: "Names of tiers." })
  tiers: string[];
}

@ObjectType({ description: "Courses, in the order in which people take them." })
class LearningPath {
  @Field(() => String, { description: "Slug, unique in the program." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { description: "Why the program has it." })
  why: string;

  @Field(() => CourseRole, { nullable: true, description: "Null where it is for everyone." })
  role: CourseRole | null;

  @Field(() => [String], { description: "Names of maturities; empty for all of them." })
  maturities: string[];

  @Field(() => [String], { description: "Names of tracks; empty for all of them." })
  tracks: string[];

  courseNames: readonly string[];
}

@Resolver(() => LearningPath)
export class LearningPathResolver {
  @FieldResolver(() => [Course], { description: "In the order in which they are taken." })
  courses(@Root() { courseNames }: LearningPath, @Ctx() { load }: Context): Promise<Course[]> {
    return Promise.all(courseNames.map((name) => load.course(name)));
  }

  @Authorized("read courses")
  @Query(() => [LearningPath], {
    nullable: true,
    description: "The learning paths of the program in force, in its order.",
  })
  learningPaths(@Ctx() { load }: Context): Promise<LearningPath[]> {
    return load.learningPaths();
  }

  @Authorized("read courses")
  @Query(() => [Maturity], { nullable: true, description: "How far partners can have come, in the program's order." })
  maturities(@Ctx() { load }: Context): Promise<Maturity[]> {
    return load.maturities();
  }
}
