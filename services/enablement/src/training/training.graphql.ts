import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { selects } from "@tiergraph/kit/subgraph/selects";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import {
  Certification,
  CertificationConnection,
  type CertificationNodes,
  type CertificationReads,
} from "../certification/index.js";
import { Course } from "../course/index.js";
import { Enrollment } from "../enrollment/index.js";
import { Partner, Person } from "../entities.graphql.js";
import { PageArgs } from "../values.graphql.js";
import type { TrainingReads } from "./training.reads.js";

type Context = RequestContext<CertificationReads & TrainingReads>;

const CourseProgress = objectType("CourseProgress", "How far a partner's people are in one course.", {
  course: field.of(() => Course, "The course."),
  enrolled: field.int("People who enrolled, those who completed it included."),
  completed: field.int("Those of them who completed it."),
  averagePercent: field
    .int("Mean progress of enrolled people, rounded down; null while no one is enrolled.")
    .nullable(),
});
type CourseProgress = InstanceType<typeof CourseProgress>;

/** Fields that are counted, where one of them is asked for. */
const COUNTS = ["people", "enrolled", "completed", "certifiedPeople"];

const Training = objectType("Training", "What a partner's people learn, and what they are certified for.", {
  people: field.int("The partner's people."),
  enrolled: field.int("Enrolments: one a person and course, completed ones included."),
  completed: field.int("Enrolments that led to a completion."),
  certifiedPeople: field.int("People, each once, who hold a certification that is valid today (UTC)."),
  partnerId: field.hidden<string>(),
});
type Training = InstanceType<typeof Training>;

@Resolver(() => Training)
export class TrainingResolver {
  @FieldResolver(() => [CourseProgress], {
    description: "Every course of the program in its order, then those that it no longer has but people are in.",
  })
  courses(@Root() { partnerId }: Training, @Ctx() { load }: Context): Promise<CourseProgress[]> {
    return load.courseProgress(partnerId);
  }

  @FieldResolver(() => [Certification], {
    description:
      "Certifications that hold today and expire within so many days, soonest first, at most 100: those that no later one outlasts.",
  })
  expiring(
    @Root() { partnerId }: Training,
    @Arg("withinDays", () => Int, { defaultValue: 90, description: "1 to 730." }) withinDays: number,
    @Ctx() { load }: Context,
  ): Promise<Certification[]> {
    return load.expiring(partnerId, withinDays);
  }

  @FieldResolver(() => CertificationConnection, { description: "Latest first, expired ones included." })
  certifications(
    @Root() { partnerId }: Training,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: Context,
  ): Promise<CertificationNodes> {
    return load.certifications(partnerId, page);
  }
}

@Resolver(() => Partner)
export class TrainedPartnerResolver {
  @FieldResolver(() => Training, {
    nullable: true,
    description: "What the partner's people learn, and what they are certified for.",
  })
  training(
    @Root() { id }: Partner,
    @Ctx() { load }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Training> | Training | null {
    return load.training(id, { counts: selects(info, COUNTS), courses: selects(info, ["courses"]) });
  }
}

const PersonTraining = objectType("PersonTraining", "How far a person is trained.", {
  enrolled: field.int("Courses that the person enrolled in, completed ones included."),
  completed: field.int("Those of them that the person completed."),
  held: field.of(() => Certification, "Those that hold today (UTC), latest first.").list(),
});
type PersonTraining = InstanceType<typeof PersonTraining>;

@Resolver(() => Person)
export class TrainedPersonResolver {
  @FieldResolver(() => PersonTraining, {
    nullable: true,
    description: "Null for a person whom the viewer may not read.",
  })
  training(@Root() { id }: Person, @Ctx() { load }: Context): Promise<PersonTraining | null> {
    return load.personTraining(id);
  }

  @FieldResolver(() => [Enrollment], { nullable: true, description: "Latest first, at most 100." })
  enrollments(@Root() { id }: Person, @Ctx() { load }: Context): Promise<Enrollment[]> | null {
    return load.enrollments(id);
  }

  @FieldResolver(() => [Certification], {
    nullable: true,
    description: "Latest first, expired ones included, at most 100.",
  })
  certifications(@Root() { id }: Person, @Ctx() { load }: Context): Promise<Certification[]> | null {
    return load.personCertifications(id);
  }
}
