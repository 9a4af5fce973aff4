import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import {
  countOf,
  FactInput,
  FactReferenceInput,
  FactResult,
  referenceOf,
  reportOf,
  resultOf,
} from "../recording/index.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { CorrectionActions } from "./actions.js";
import type { Correction } from "./correct-facts.action.js";
import { correctionRefusals } from "./correction.refusals.js";

type Context = RequestContext<unknown, CorrectionActions>;

const CorrectFactsUserError = refusalType("CorrectFacts", correctionRefusals, {
  description: "A refusal of the whole batch.",
});

const VoidFactsInput = inputType("VoidFactsInput", "Facts to take back.", {
  facts: field.of(() => FactReferenceInput, "At most 1,000.").list(),
  reason: field.string("Why they never happened: kept with them. 1 to 200 characters."),
});
type VoidFactsInput = InstanceType<typeof VoidFactsInput>;

const ReplaceFactsInput = inputType("ReplaceFactsInput", "Facts to correct.", {
  facts: field.of(() => FactInput, "What is true instead, under the key that is known. At most 1,000.").list(),
  reason: field.string("Why it was wrong: kept with what was known before. 1 to 200 characters."),
});
type ReplaceFactsInput = InstanceType<typeof ReplaceFactsInput>;

const VoidFactsPayload = objectType("VoidFactsPayload", "What the mutation did, or why it did nothing.", {
  voided: field.int("How many were taken back."),
  refused: field.int("How many stay as they were."),
  results: field.of(() => FactResult, "One for each fact, in the order of the batch.").list(),
  userErrors: field
    .of(() => CorrectFactsUserError, "Empty where it was done.")
    .as<UserError>()
    .list(),
});
type VoidFactsPayload = InstanceType<typeof VoidFactsPayload>;

const ReplaceFactsPayload = objectType("ReplaceFactsPayload", "What the mutation did, or why it did nothing.", {
  replaced: field.int("How many have other content now."),
  refused: field.int("How many stay as they were."),
  results: field.of(() => FactResult, "One for each fact, in the order of the batch.").list(),
  userErrors: field
    .of(() => CorrectFactsUserError, "Empty where it was done.")
    .as<UserError>()
    .list(),
});
type ReplaceFactsPayload = InstanceType<typeof ReplaceFactsPayload>;

@Resolver()
export class CorrectFactsResolver {
  @Authorized("correct facts")
  @Mutation(() => VoidFactsPayload, {
    nullable: true,
    description:
      "Takes back facts that never happened, each separately. The record keeps what was known before; closed days stay as they were where the program says so.",
  })
  voidFacts(
    @Arg("input", () => VoidFactsInput) { facts, reason }: VoidFactsInput,
    @Ctx() { actions }: Context,
  ): Promise<VoidFactsPayload> {
    const corrections = facts.map((fact) => ({ reference: referenceOf(fact), replacement: null }));
    return actions
      .correctFacts({ corrections, reason })
      .then((correction) => ({ voided: countIn(correction, "Voided"), ...toPayload(correction) }));
  }

  @Authorized("correct facts")
  @Mutation(() => ReplaceFactsPayload, {
    nullable: true,
    description:
      "Replaces the content of facts that were recorded wrongly. Each correction is accepted or refused separately.",
  })
  replaceFacts(
    @Arg("input", () => ReplaceFactsInput) { facts, reason }: ReplaceFactsInput,
    @Ctx() { actions }: Context,
  ): Promise<ReplaceFactsPayload> {
    const corrections = facts.map((fact) => ({ reference: referenceOf(fact), replacement: reportOf(fact) }));
    return actions
      .correctFacts({ corrections, reason })
      .then((correction) => ({ replaced: countIn(correction, "Replaced"), ...toPayload(correction) }));
  }
}

const countIn = (correction: Correction, kind: "Voided" | "Replaced"): number =>
  correction.kind === "FactsCorrected" ? countOf(correction.outcomes, kind) : 0;

const toPayload = (correction: Correction): Omit<VoidFactsPayload, "voided"> =>
  isRefusal(correctionRefusals, correction)
    ? { refused: 0, results: [], userErrors: [userErrorOf(correctionRefusals, correction)] }
    : {
        refused: countOf(correction.outcomes, "Refused"),
        results: correction.outcomes.map(resultOf),
        userErrors: [],
      };
