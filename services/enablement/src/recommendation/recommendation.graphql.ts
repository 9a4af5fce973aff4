import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { entityStub, field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
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

export const NextStep = objectType(
  "NextStep",
  "What a person would learn next.",
  {
    id: field.id(),
    kind: field.of(() => NextStepKind, "Why it is recommended."),
    course: field.of(() => Course, "What to take."),
    because: field.string("The reason in a sentence."),
  },
  { directives: ['@key(fields: "id")'] },
);
export type NextStep = InstanceType<typeof NextStep>;

const TrainingAssignment = objectType(
  "TrainingAssignment",
  "A person, and the courses that it would complete, in order.",
  {
    person: field.of(() => Person, "Who would learn."),
    courses: field.of(() => Course, "In the order in which they are taken.").list(),
  },
);

const TrainingForGap = objectType("TrainingForGap", "What training closes of one gap on the way to a tier.", {
  measure: field.string("Name of the measure."),
  title: field.string("The measure's name for people."),
  needed: field.int("By how much the measure has to rise."),
  closes: field.int("How much of it the people named close: less where too few of the partner's are left."),
  assignments: field.of(() => TrainingAssignment, "The nearest first, each by the shortest way; at most 100.").list(),
});
type TrainingForGap = InstanceType<typeof TrainingForGap>;

export const TierPath = entityStub("TierPath", {
  id: field.id(),
  measureGaps: field.string().list().directive("@external"),
});
export type TierPath = InstanceType<typeof TierPath>;

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
