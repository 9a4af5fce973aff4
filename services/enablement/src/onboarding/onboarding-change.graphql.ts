import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { OnboardingActions } from "./actions.js";
import { OnboardingStep, stepOf } from "./onboarding.graphql.js";
import { stepRefusals } from "./onboarding.refusals.js";

type Context = RequestContext<unknown, OnboardingActions>;

@InputType({ description: "A step of a plan that is done." })
class CompleteStepInput {
  @Field(() => ID, { description: "The plan." })
  planId: string;

  @Field(() => String, { description: "Slug of a step of the plan that is not done." })
  step: string;

  @Field(() => String, { nullable: true, description: "A text or an address that shows it; 1 to 200 characters." })
  evidence?: string | null;
}

@InputType({ description: "What is in the way of a step of a plan." })
class BlockStepInput {
  @Field(() => ID, { description: "The plan." })
  planId: string;

  @Field(() => String, { description: "Slug of a step of the plan that is not done." })
  step: string;

  @Field(() => String, {
    nullable: true,
    description: "What is in the way, 1 to 200 characters; cleared if omitted.",
  })
  reason?: string | null;
}
const StepPayload = payloadType("OnboardingStep", {
  field: "step",
  type: () => OnboardingStep,
  userError: refusalType("OnboardingStep", stepRefusals),
});
type StepPayload = Payload<"step", ReturnType<typeof stepOf>>;

@Resolver()
export class OnboardingChangeResolver {
  @Authorized("work on onboarding")
  @Mutation(() => StepPayload, {
    nullable: true,
    description: "Completes a step, once those before it are done. Safe to repeat: the first day and evidence stay.",
  })
  async completeOnboardingStep(
    @Arg("input", () => CompleteStepInput) input: CompleteStepInput,
    @Ctx() { actions, today }: Context,
  ): Promise<StepPayload> {
    const outcome = await actions.completeStep({ ...input, evidence: input.evidence ?? null });
    return payloadOf(stepRefusals, outcome, "step", ({ step, steps }) => stepOf(step, steps, today));
  }

  @Authorized("work on onboarding")
  @Mutation(() => StepPayload, {
    nullable: true,
    description: "Says what is in the way of a step, or that nothing is.",
  })
  async blockOnboardingStep(
    @Arg("input", () => BlockStepInput) input: BlockStepInput,
    @Ctx() { actions, today }: Context,
  ): Promise<StepPayload> {
    const outcome = await actions.blockStep({ ...input, reason: input.reason ?? null });
    return payloadOf(stepRefusals, outcome, "step", ({ step, steps }) => stepOf(step, steps, today));
  }
}
