import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

interface Question {
  readonly question: string;
}

export const reviewRefusals = refusalTable({
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  NoProgramInForce: { at: [], message: "No program is in force: publish one first." },
  FormUnknown: {
    code: "REVIEW_UNKNOWN",
    at: ["review"],
    message: ({ known }: { known: readonly string[] }) =>
      known.length === 0 ? "The program has no reviews." : `The program has ${known.join(", ")}.`,
    meaning: "The program in force has no such review.",
  },
  DayInFuture: {
    at: ["heldOn"],
    message: ({ today }: { today: string }) => `The day is after today, ${today}.`,
    meaning: "The day is after today (UTC).",
  },
  QuestionRepeated: {
    code: "ANSWERS_INVALID",
    at: ["answers"],
    message: ({ question }: Question) => `Question ${question} is answered twice.`,
    meaning:
      "A question is answered twice or not at all, the form does not have it, or the answer is not from 0 to its `best`.",
  },
  QuestionUnknown: {
    code: "ANSWERS_INVALID",
    at: ["answers"],
    message: ({ question }: Question) => `The form has no question ${question}.`,
  },
  QuestionUnanswered: {
    code: "ANSWERS_INVALID",
    at: ["answers"],
    message: ({ question }: Question) => `Question ${question} is not answered.`,
  },
  AnswerOutOfRange: {
    code: "ANSWERS_INVALID",
    at: ["answers"],
    message: ({ question, best }: Question & { best: number }) =>
      `The answer to ${question} is a whole number from 0 to ${best}.`,
  },
});
export type ReviewRefusal = RefusalOf<typeof reviewRefusals>;
