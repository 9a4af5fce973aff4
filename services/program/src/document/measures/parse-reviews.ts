import { readTitle, type YamlCursor } from "../notation/index.js";
import type { ReviewForm, ReviewQuestion } from "./review-form.js";

/** Reads the reviews with their questions, in the order of the document. */
export function readReviews(cursor: YamlCursor | null): ReviewForm[] {
  const entries = cursor?.mapping("reviews by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a review").only(["title", "every", "questions"]);
    return {
      name,
      title: readTitle(fields, name),
      every: fields.required("every").oneOf(["quarter", "half-year", "year"]),
      questions: readQuestions(fields.required("questions")),
    };
  });
}

const BEST_OR_WEIGHT = { min: 1, max: 100 };

function readQuestions(cursor: YamlCursor): ReviewQuestion[] {
  const questions = cursor.mapping("questions by name");
  if (cursor.isEmptyCollection) cursor.refuse("INVALID_VALUE", "a review asks at least one question");
  return questions.named().map(([name, field]) => {
    const fields = field.mapping("a question").only(["ask", "best", "weight"]);
    return {
      name,
      ask: fields.required("ask").text("what is asked"),
      best: fields.required("best").wholeNumber(BEST_OR_WEIGHT),
      weight: fields.optional("weight")?.wholeNumber(BEST_OR_WEIGHT) ?? 1,
    };
  });
}
