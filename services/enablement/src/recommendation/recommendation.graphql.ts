import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Course } from "../course/index.js";
import { Person } from "../entities.graphql.js";
import type { RecommendationReads } from "./recommendation.reads.js";

type Context = RequestContext<RecommendationReads>;

const NextStepKind = graphEnum("NextStepKind", ["RENEW", "CONTINUE", "START"], {
  description: "Why something is recommended.",
  valuesConfig: {
    RENEW: { description: "A certification expires soon." },
    CONTINUE: { description: "The course was begun and not completed." },
    START: { description: "The course is the next one of a learning path." },
  },
});
type NextStepKind = (typeof NextStepKind)[string];

@Directive('@key(fields: "id")')
@ObjectType({ description: "What a person would learn next." })
export class NextStep {
  @Field(() => ID)
  id: string;

  @Field(() => NextStepKind, { description: "Why it is recommended." })
  kind: NextStepKind;

  @Field(() => Course, { description: "What to take." })
  course: Course;

  @Field(() => String, { description: "The reason in a sentence." })
  because: string;
}

@ObjectType({ description: "A person, and the courses that it would complete, in order." })
class TrainingAssignment {
  @Field(() => Person, { description: "Who would learn." })
  person: Person;

  @Field(() => [Course], { description: "In the order in which they are taken." })
  courses: Course[];
}

@ObjectType({ description: "What training closes of one gap on the way to a tier." })
class TrainingForGap {
  @Field(() => String, { description: "Name of the measure." })
  measure: string;

  @Field(() => String, { description: "The measure's name for people." })
  title: string;

  @Field(() => Int, { description: "By how much the measure has to rise." })
  needed: number;

  @Field(() => Int, {
    description: "How much of it the people named close: less where too few of the partner's are left.",
  })
  closes: number;

  @Field(() => [TrainingAssignment], { description: "The nearest first, each by the shortest way; at most 100." })
  assignments: TrainingAssignment[];
}

@Directive('@key(fields: "id")')
@ObjectType()
export class TierPath {
  @Field(() => ID)
  id: string;

  @Directive("@external")
  @Field(() => [String])
  measureGaps: readonly string[];
}

@Resolver(() => TierPath)
export class TierTrainingResolver {
  @Directive('@requires(fields: "measureGaps")')
  @FieldResolver(() => [TrainingForGap], {
    nullable: true,
    description: "The training that closes the gaps which placement found, where certifications are what is counted.",
  })
  training(@Root() { id, measureGaps }: TierPath, @Ctx() { load }: Context): Promise<TrainingForGap[] | null> {
    return load.trainingForTier(id, measureGaps);
  }
}

@Resolver(() => Person)
export class RecommendedPersonResolver {
  @FieldResolver(() => [NextStep], {
    nullable: true,
    description:
      "Up to three recommendations: expiring certifications first, then courses in progress, then the person's paths. Null for a person whom the viewer may not read.",
  })
  nextSteps(@Root() { id }: Person, @Ctx() { load }: Context): Promise<NextStep[]> | null {
    return load.nextSteps(id);
  }
}
