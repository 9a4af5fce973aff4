import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { userErrorType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import { WaitingFact, waitingFactOf, waitingKeyOf } from "../waiting-fact/index.js";
import type { ReleaseActions } from "./actions.js";
import type { WaitingDecided } from "./decide-waiting.action.js";

type Context = RequestContext<unknown, ReleaseActions>;

export const WaitingDecisionName = graphEnum(
  "WaitingFactDecision",
  ["DISCARD", "TRY_AGAIN", "USE_KNOWN_TOTAL", "USE_THIS_TOTAL"],
  {
    description:
      "`DISCARD`: it never counts. `TRY_AGAIN`: record it now. `USE_KNOWN_TOTAL`: record this share of the total that other shares have. `USE_THIS_TOTAL`: bring the other shares to its total, and record it.",
  },
);
export type WaitingDecisionName = (typeof WaitingDecisionName)[string];

export const DecideWaitingErrorCode = graphEnum("DecideWaitingFactErrorCode", [
  "WAITING_FACT_UNKNOWN",
  "ALREADY_ENDED",
  "NOTE_INVALID",
  "DECISION_INVALID",
  "STILL_NOT_RECORDED",
]);
export type DecideWaitingErrorCode = (typeof DecideWaitingErrorCode)[string];

@ObjectType()
export class DecideWaitingUserError extends userErrorType("DecideWaitingFactRefusal", DecideWaitingErrorCode) {}

@InputType()
export class DecideWaitingFactInput {
  @Field(() => ID)
  id: string;

  @Field(() => WaitingDecisionName)
  decision: WaitingDecisionName;

  @Field(() => String, { description: "Why; kept with the fact. 1 to 200 characters." })
  note: string;
}

@ObjectType()
export class DecideWaitingFactPayload {
  @Field(() => WaitingFact, { nullable: true })
  waitingFact: WaitingFact | null;

  @Field(() => [DecideWaitingUserError])
  userErrors: DecideWaitingUserError[];
}

@Resolver()
export class DecideWaitingResolver {
  @Authorized("decide waiting facts")
  @Mutation(() => DecideWaitingFactPayload, {
    nullable: true,
    description: "Decides what becomes of a fact that waits: it is recorded, or it never counts.",
  })
  decideWaitingFact(
    @Arg("input", () => DecideWaitingFactInput) { id, ...request }: DecideWaitingFactInput,
    @Ctx() { actions }: Context,
  ): Promise<DecideWaitingFactPayload> {
    const key = waitingKeyOf(id);
    return key === null
      ? Promise.resolve(payloadOf({ kind: "WaitingUnknown" }))
      : actions.decideWaiting({ ...request, ...key }).then(payloadOf);
  }
}

function payloadOf(decided: WaitingDecided): DecideWaitingFactPayload {
  const refusal = (code: DecideWaitingErrorCode, field: string, message: string) => ({
    waitingFact: null,
    userErrors: [{ code, field: ["input", field], message }],
  });
  switch (decided.kind) {
    case "WaitingDecided":
      return { waitingFact: waitingFactOf(decided.fact), userErrors: [] };
    case "WaitingUnknown":
      return refusal("WAITING_FACT_UNKNOWN", "id", "There is no such waiting fact.");
    case "AlreadyEnded":
      return refusal("ALREADY_ENDED", "id", `It no longer waits: ${decided.fact.state}.`);
    case "NoteInvalid":
      return refusal("NOTE_INVALID", "note", "A note is 1 to 200 characters.");
    case "DecisionInvalid":
      return refusal(
        "DECISION_INVALID",
        "decision",
        "Totals are decided where a total differs: discard this fact, or try again.",
      );
    case "StillNotRecorded":
      return refusal("STILL_NOT_RECORDED", "decision", decided.problem.message);
  }
}
