import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { Certification, certificationOf } from "../certification/index.js";
import { Enrollment, enrollmentOf } from "../enrollment/index.js";
import { countOutcomes, refusalOf, TrainingOutcome, TrainingRefusalCode } from "../report/index.js";
import { Authorized } from "../values.graphql.js";
import type { CompletionActions } from "./actions.js";
import { completionRefusals } from "./completion.refusals.js";
import type { CompletionRecording } from "./record-completions.action.js";
import type { CompletionOutcome } from "./settle-completions.js";

type Context = RequestContext<unknown, CompletionActions>;

@InputType({ description: "A course that a person completed." })
class CompletionInput {
  @Field(() => ID, { description: "Who completed it." })
  personId: string;

  @Field(() => String, { description: "Name of a course of the program in force." })
  course: string;

  @Field(() => DateScalar, { description: "Not after today (UTC)." })
  completedOn: string;
}

@InputType({ description: "Completions to record." })
class RecordCompletionsInput {
  @Field(() => [CompletionInput], { description: "At most 1,000." })
  completions: CompletionInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Answers the result for each completion, and records nothing.",
  })
  dryRun: boolean;
}

@ObjectType({ description: "The result for one completion of the batch." })
class CompletionResult {
  @Field(() => Int, { description: "Its position in the batch, from 0." })
  index: number;

  @Field(() => TrainingOutcome, { description: "What was done; in a dry run, what would be." })
  outcome: TrainingOutcome;

  @Field(() => Enrollment, { nullable: true, description: "Null when refused." })
  enrollment: Enrollment | null;

  @Field(() => Certification, {
    nullable: true,
    description:
      "The certification that this completion gave; null where nothing is new, or the course certifies no one.",
  })
  certification: Certification | null;

  @Field(() => TrainingRefusalCode, { nullable: true, description: "Null where it was not refused." })
  code: TrainingRefusalCode | null;

  @Field(() => String, { nullable: true, description: "The part of the completion that is at fault." })
  field: string | null;

  @Field(() => String, { nullable: true, description: "What is wrong, in a sentence; null where nothing is." })
  message: string | null;
}

const RecordCompletionsUserError = refusalType("RecordCompletions", completionRefusals, {
  description: "A refusal of the whole batch.",
});

@ObjectType({ description: "What the mutation did, or why it did nothing." })
class RecordCompletionsPayload {
  @Field(() => Int, { description: "How many are new." })
  recorded: number;

  @Field(() => Int, { description: "Completed on that day or later before." })
  unchanged: number;

  @Field(() => Int, { description: "How many were not taken." })
  refused: number;

  @Field(() => [CompletionResult], { description: "One for each completion, in the order of the batch." })
  results: CompletionResult[];

  @Field(() => [RecordCompletionsUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

@Resolver()
export class CompletionResolver {
  @Authorized("record training")
  @Mutation(() => RecordCompletionsPayload, {
    nullable: true,
    description:
      "Records completed courses, enrols people who are not enrolled yet, and certifies people by the program in force. Each completion is accepted or refused separately. Completing a course again on a later day renews its certification. Safe to repeat.",
  })
  recordCompletions(
    @Arg("input", () => RecordCompletionsInput) input: RecordCompletionsInput,
    @Ctx() { actions }: Context,
  ): Promise<RecordCompletionsPayload> {
    return actions.recordCompletions(input).then(toPayload);
  }
}

const toPayload = (recording: CompletionRecording): RecordCompletionsPayload =>
  recording.kind === "CompletionsRecorded"
    ? { ...countOutcomes(recording.outcomes), results: recording.outcomes.map(resultOf), userErrors: [] }
    : { ...countOutcomes([]), results: [], userErrors: [userErrorOf(completionRefusals, recording)] };

function resultOf(outcome: CompletionOutcome, index: number): CompletionResult {
  const result = { index, outcome: outcome.kind as TrainingOutcome }; // The same three words.
  if (outcome.kind === "Refused")
    return { ...result, enrollment: null, certification: null, ...refusalOf(outcome.problem) };
  const given = outcome.kind === "Recorded" ? outcome.certification : null;
  return {
    ...result,
    enrollment: enrollmentOf(outcome.enrollment),
    certification: given === null ? null : certificationOf(given),
    code: null,
    field: null,
    message: null,
  };
}
