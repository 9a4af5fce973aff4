import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const stepRefusals = refusalTable("onboarding-step", {
  PlanUnknown: { code: "PLAN_NOT_FOUND", at: ["planId"], message: "There is no such plan." },
  StepUnknown: {
    at: ["step"],
    message: "The plan has no step {step}.",
    values: ({ step }: { step: string }) => ({ step: step.slice(0, 64) }),
    meaning: "The plan has no such step.",
  },
  StepWaits: {
    at: ["step"],
    message: "To be done before: {unmet}.",
    values: ({ unmet }: { unmet: readonly string[] }) => ({ unmet: unmet.join(", ") }),
    meaning: "Other steps have to be done before.",
  },
  StepDone: {
    at: ["step"],
    message: "{title} is done.",
    values: ({ title }: { title: string }) => ({ title }),
    meaning: "The step is done already.",
  },
  NotYours: {
    at: ["step"],
    message: "{title} is for the vendor to do.",
    values: ({ title }: { title: string }) => ({ title }),
    meaning: "The step is for the vendor to do.",
  },
  EvidenceMissing: {
    at: ["evidence"],
    message: "{title} asks for evidence.",
    values: ({ title }: { title: string }) => ({ title }),
    meaning: "The step asks for evidence.",
  },
  TextInvalid: {
    at: ({ field }: { field: "evidence" | "reason" }) => [field],
    message: "{field} must be 1 to 200 characters.",
    values: ({ field }: { field: "evidence" | "reason" }) => ({ field }),
    meaning: "The evidence or the reason is not 1 to 200 characters.",
  },
});
export type StepRefusal = RefusalOf<typeof stepRefusals>;
