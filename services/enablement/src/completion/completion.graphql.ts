import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Certification, certificationOf } from "../certification/index.js";
import { Enrollment, enrollmentOf } from "../enrollment/index.js";
import { countOutcomes, refusalOf, TrainingOutcome, TrainingRefusalCode } from "../report/index.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { CompletionActions } from "./actions.js";
import { completionRefusals } from "./completion.refusals.js";
import type { CompletionRecording } from "./record-completions.action.js";
import type { CompletionOutcome } from "./settle-completions.js";

type Context = RequestContext<unknown, CompletionActions>;

const CompletionInput = inputType("CompletionInput", "A course that a person completed.", {
  personId: field.id("Who completed it."),
  course: field.string("Name of a course of the program in force."),
  completedOn: field.date("Not after today (UTC)."),
});

const RecordCompletionsInput = inputType("RecordCompletionsInput", "Completions to record.", {
  completions: field.of(() => CompletionInput, "At most 1,000.").list(),
  dryRun: field.boolean("Answers the result for each completion, and records nothing.").default(false),
});
type RecordCompletionsInput = InstanceType<typeof RecordCompletionsInput>;

const CompletionResult = objectType("CompletionResult", "The result for one completion of the batch.", {
  index: field.int("Its position in the batch, from 0."),
  outcome: field.of(() => TrainingOutcome, "What was done; in a dry run, what would be."),
  enrollment: field.of(() => Enrollment, "Null when refused.").nullable(),
  certification: field
    .of(
      () => Certification,
      "The certification that this completion gave; null where nothing is new, or the course certifies no one.",
    )
    .nullable(),
  code: field.of(() => TrainingRefusalCode, "Null where it was not refused.").nullable(),
  field: field.string("The part of the completion that is at fault.").nullable(),
  message: field.string("What is wrong, in a sentence; null where nothing is.").nullable(),
});
type CompletionResult = InstanceType<typeof CompletionResult>;

const RecordCompletionsUserError = refusalType("RecordCompletions", completionRefusals, {
  description: "A refusal of the whole batch.",
});

const RecordCompletionsPayload = objectType(
  "RecordCompletionsPayload",
  "What the mutation did, or why it did nothing.",
  {
    recorded: field.int("How many are new."),
    unchanged: field.int("Completed on that day or later before."),
    refused: field.int("How many were not taken."),
    results: field.of(() => CompletionResult, "One for each completion, in the order of the batch.").list(),
    userErrors: field
      .of(() => RecordCompletionsUserError, "Empty where it was done.")
      .as<UserError>()
      .list(),
  },
);
type RecordCompletionsPayload = InstanceType<typeof RecordCompletionsPayload>;

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
