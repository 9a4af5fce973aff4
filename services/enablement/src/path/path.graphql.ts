import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Course, type CourseReads, CourseRole } from "../course/index.js";
import { Authorized } from "../values.graphql.js";
import type { PathReads } from "./path.reads.js";

type Context = RequestContext<CourseReads & PathReads>;

const Maturity = objectType("Maturity", "How far a partner has come, by the tiers in which it is so far.", {
  id: field.id(),
  name: field.string("By which learning paths and content name it."),
  title: field.string("Its name for people."),
  tiers: field.string("Names of tiers.").list(),
});
type Maturity = InstanceType<typeof Maturity>;

const LearningPath = objectType(
  "LearningPath",
  "Courses, in the order in which people take them.",
  {
    id: field.id(),
    name: field.string("Slug, unique in the program."),
    title: field.string("Its name for people."),
    why: field.string("Why the program has it."),
    role: field.of(() => CourseRole, "Null where it is for everyone.").nullable(),
    maturities: field.string("Names of maturities; empty for all of them.").list(),
    tracks: field.string("Names of tracks; empty for all of them.").list(),
    courseNames: field.hidden<readonly string[]>(),
  },
  { directives: ['@key(fields: "id")'] },
);
type LearningPath = InstanceType<typeof LearningPath>;

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
