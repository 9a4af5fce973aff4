import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const stepRefusals = refusalTable({
  PlanUnknown: { code: "PLAN_NOT_FOUND", at: ["planId"], message: "There is no such plan." },
  StepUnknown: {
    at: ["step"],
    message: ({ step }: { step: string }) => `The plan has no step ${step.slice(0, 64)}.`,
    meaning: "The plan has no such step.",
  },
  StepWaits: {
    at: ["step"],
    message: ({ unmet }: { unmet: readonly string[] }) => `To be done before: ${unmet.join(", ")}.`,
    meaning: "Other steps have to be done before.",
  },
  StepDone: {
    at: ["step"],
    message: ({ title }: { title: string }) => `${title} is done.`,
    meaning: "The step is done already.",
  },
  NotYours: {
    at: ["step"],
    message: ({ title }: { title: string }) => `${title} is for the vendor to do.`,
    meaning: "The step is for the vendor to do.",
  },
  EvidenceMissing: {
    at: ["evidence"],
    message: ({ title }: { title: string }) => `${title} asks for evidence.`,
    meaning: "The step asks for evidence.",
  },
  TextInvalid: {
    at: ({ field }: { field: "evidence" | "reason" }) => [field],
    message: ({ field }: { field: "evidence" | "reason" }) => `${field} must be 1 to 200 characters.`,
    meaning: "The evidence or the reason is not 1 to 200 characters.",
  },
});
export type StepRefusal = RefusalOf<typeof stepRefusals>;
