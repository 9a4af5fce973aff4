import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType } from "@tiergraph/kit/values/declared-type.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Authorized, refusalType } from "../values.graphql.js";
import type { OnboardingActions } from "./actions.js";
import { OnboardingStep, stepOf } from "./onboarding.graphql.js";
import { stepRefusals } from "./onboarding.refusals.js";

type Context = RequestContext<unknown, OnboardingActions>;

const CompleteStepInput = inputType("CompleteStepInput", "A step of a plan that is done.", {
  planId: field.id("The plan."),
  step: field.string("Slug of a step of the plan that is not done."),
  evidence: field.string("A text or an address that shows it; 1 to 200 characters.").nullable(),
});
type CompleteStepInput = InstanceType<typeof CompleteStepInput>;

const BlockStepInput = inputType("BlockStepInput", "What is in the way of a step of a plan.", {
  planId: field.id("The plan."),
  step: field.string("Slug of a step of the plan that is not done."),
  reason: field.string("What is in the way, 1 to 200 characters; cleared if omitted.").nullable(),
});
type BlockStepInput = InstanceType<typeof BlockStepInput>;
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
