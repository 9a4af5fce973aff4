import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { RecordingActions } from "./actions.js";
import { FactInput, reportOf } from "./fact-input.graphql.js";
import { countOf, FactResult, resultOf } from "./fact-result.graphql.js";
import type { Recording } from "./record-facts.action.js";
import { recordingRefusals } from "./recording.refusals.js";

type Context = RequestContext<unknown, RecordingActions>;

const RecordFactsUserError = refusalType("RecordFacts", recordingRefusals, {
  description: "A refusal of the whole batch.",
});

@InputType({ description: "Facts to record." })
class RecordFactsInput {
  @Field(() => [FactInput], { description: "At most 1,000." })
  facts: FactInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Answers the result for each fact, and records nothing.",
  })
  dryRun: boolean;
}

@ObjectType({ description: "What the mutation did, or why it did nothing." })
class RecordFactsPayload {
  @Field(() => Int, { description: "How many are new, and count." })
  recorded: number;

  @Field(() => Int, { description: "Open deals that moved on." })
  updated: number;

  @Field(() => Int, { description: "Known word for word." })
  unchanged: number;

  @Field(() => Int, { description: "Kept until what they need is there, or a person decides; see `waitingFacts`." })
  waiting: number;

  @Field(() => Int, { description: "How many were not recorded." })
  refused: number;

  @Field(() => [FactResult], { description: "One for each fact, in the order of the batch." })
  results: FactResult[];

  @Field(() => [RecordFactsUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

@Resolver()
export class RecordFactsResolver {
  @Authorized("record facts")
  @Mutation(() => RecordFactsPayload, {
    nullable: true,
    description: "Records facts; each is accepted or refused separately. Safe to repeat.",
  })
  recordFacts(
    @Arg("input", () => RecordFactsInput) { facts, dryRun }: RecordFactsInput,
    @Ctx() { actions }: Context,
  ): Promise<RecordFactsPayload> {
    return actions.recordFacts({ facts: facts.map(reportOf), isDryRun: dryRun }).then(toPayload);
  }
}

function toPayload(recording: Recording): RecordFactsPayload {
  if (isRefusal(recordingRefusals, recording))
    return {
      recorded: 0,
      updated: 0,
      unchanged: 0,
      waiting: 0,
      refused: 0,
      results: [],
      userErrors: [userErrorOf(recordingRefusals, recording)],
    };
  const { outcomes } = recording;
  return {
    recorded: countOf(outcomes, "Recorded"),
    updated: countOf(outcomes, "Updated"),
    unchanged: countOf(outcomes, "Unchanged"),
    waiting: countOf(outcomes, "Waiting"),
    refused: countOf(outcomes, "Refused"),
    results: outcomes.map(resultOf),
    userErrors: [],
  };
}
