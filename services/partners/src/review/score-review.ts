import type { ReviewForm } from "@tiergraph/program/document/measures";
import { type Rational, rational } from "@tiergraph/program/exact";

type ReviewScoring =
  | { readonly kind: "ReviewScored"; readonly score: Rational }
  | { readonly kind: "QuestionUnknown"; readonly question: string }
  | { readonly kind: "QuestionUnanswered"; readonly question: string }
  | { readonly kind: "AnswerOutOfRange"; readonly question: string; readonly best: number };

/** The weighted share of the best possible answers; every question of the form is answered once, by a whole number. */
export function scoreReview(form: ReviewForm, answers: ReadonlyMap<string, number>): ReviewScoring {
  const unknown = [...answers.keys()].find((name) => form.questions.every((question) => question.name !== name));
  if (unknown !== undefined) return { kind: "QuestionUnknown", question: unknown };
  let [given, best] = [0, 0];
  for (const { name, best: highest, weight } of form.questions) {
    const answer = answers.get(name);
    if (answer === undefined) return { kind: "QuestionUnanswered", question: name };
    if (!Number.isInteger(answer) || answer < 0 || answer > highest)
      return { kind: "AnswerOutOfRange", question: name, best: highest };
    given += answer * weight;
    best += highest * weight;
  }
  return { kind: "ReviewScored", score: rational(given, best) };
}
