import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { asDay } from "@tiergraph/schema/messages";

interface Question {
  readonly question: string;
}

export const reviewRefusals = refusalTable("review", {
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  NoProgramInForce: { at: [], message: "No program is in force: publish one first." },
  FormUnknown: {
    code: "REVIEW_UNKNOWN",
    at: ["review"],
    message: "{count, plural, =0 {The program has no reviews.} other {The program has {known}.}}",
    values: ({ known }: { known: readonly string[] }) => ({ count: known.length, known }),
    meaning: "The program in force has no such review.",
  },
  DayInFuture: {
    at: ["heldOn"],
    message: "The day is after today, {today}.",
    values: ({ today }: { today: string }) => ({ today: asDay(today) }),
    meaning: "The day is after today (UTC).",
  },
  QuestionRepeated: {
    code: "ANSWERS_INVALID",
    at: ["answers"],
    message: "Question {question} is answered twice.",
    values: ({ question }: Question) => ({ question }),
    meaning:
      "A question is answered twice or not at all, the form does not have it, or the answer is not from 0 to its `best`.",
  },
  QuestionUnknown: {
    code: "ANSWERS_INVALID",
    at: ["answers"],
    message: "The form has no question {question}.",
    values: ({ question }: Question) => ({ question }),
  },
  QuestionUnanswered: {
    code: "ANSWERS_INVALID",
    at: ["answers"],
    message: "Question {question} is not answered.",
    values: ({ question }: Question) => ({ question }),
  },
  AnswerOutOfRange: {
    code: "ANSWERS_INVALID",
    at: ["answers"],
    message: "The answer to {question} is a whole number from 0 to {best}.",
    values: ({ question, best }: Question & { best: number }) => ({ question, best }),
  },
});
export type ReviewRefusal = RefusalOf<typeof reviewRefusals>;
