import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Authorized, refusalType } from "../values.graphql.js";
import type { RecordingActions } from "./actions.js";
import { FactInput, reportOf } from "./fact-input.graphql.js";
import { countOf, FactResult, resultOf } from "./fact-result.graphql.js";
import type { Recording } from "./record-facts.action.js";
import { recordingRefusals } from "./recording.refusals.js";

type Context = RequestContext<unknown, RecordingActions>;

const RecordFactsUserError = refusalType("RecordFacts", recordingRefusals, {
  description: "A refusal of the whole batch.",
});

const RecordFactsInput = inputType("RecordFactsInput", "Facts to record.", {
  facts: field.of(() => FactInput, "At most 1,000.").list(),
  dryRun: field.boolean("Answers the result for each fact, and records nothing.").default(false),
});
type RecordFactsInput = InstanceType<typeof RecordFactsInput>;

const RecordFactsPayload = objectType("RecordFactsPayload", "What the mutation did, or why it did nothing.", {
  recorded: field.int("How many are new, and count."),
  updated: field.int("Open deals that moved on."),
  unchanged: field.int("Known word for word."),
  waiting: field.int("Kept until what they need is there, or a person decides; see `waitingFacts`."),
  refused: field.int("How many were not recorded."),
  results: field.of(() => FactResult, "One for each fact, in the order of the batch.").list(),
  userErrors: field
    .of(() => RecordFactsUserError, "Empty where it was done.")
    .as<UserError>()
    .list(),
});
type RecordFactsPayload = InstanceType<typeof RecordFactsPayload>;

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
