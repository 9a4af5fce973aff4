import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Authorized, refusalType } from "../values.graphql.js";
import { WaitingFact, waitingFactOf, waitingKeyOf } from "../waiting-fact/index.js";
import type { ReleaseActions } from "./actions.js";
import type { WaitingDecided } from "./decide-waiting.action.js";
import { decisionRefusals } from "./release.refusals.js";

type Context = RequestContext<unknown, ReleaseActions>;

const WaitingDecisionName = graphEnum(
  "WaitingFactDecision",
  ["DISCARD", "TRY_AGAIN", "USE_KNOWN_TOTAL", "USE_THIS_TOTAL"],
  {
    description: "A person's decision on a fact that waits.",
    valuesConfig: {
      DISCARD: { description: "It never counts." },
      TRY_AGAIN: { description: "It is recorded as it was reported, if that is possible now." },
      USE_KNOWN_TOTAL: { description: "It is recorded with the whole amount that the other shares have." },
      USE_THIS_TOTAL: { description: "The other shares are corrected to its whole amount, and it is recorded." },
    },
  },
);

const DecideWaitingFactInput = inputType("DecideWaitingFactInput", "A person's decision on a fact that waits.", {
  id: field.id("The waiting fact."),
  decision: field.of(() => WaitingDecisionName, "Whether it is recorded, and with which whole amount."),
  reason: field.string("Why; kept with the fact. 1 to 200 characters."),
});
type DecideWaitingFactInput = InstanceType<typeof DecideWaitingFactInput>;

const DecideWaitingFactPayload = payloadType("DecideWaitingFact", {
  field: "waitingFact",
  type: () => WaitingFact,
  userError: refusalType("DecideWaitingFact", decisionRefusals),
});

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
  ): Promise<Payload<"waitingFact", WaitingFact>> {
    const key = waitingKeyOf(id);
    return key === null
      ? Promise.resolve(toPayload(decisionRefusals.WaitingUnknown()))
      : actions.decideWaiting({ ...request, ...key }).then(toPayload);
  }
}

const toPayload = (outcome: WaitingDecided): Payload<"waitingFact", WaitingFact> =>
  payloadOf(decisionRefusals, outcome, "waitingFact", ({ fact }) => waitingFactOf(fact));
