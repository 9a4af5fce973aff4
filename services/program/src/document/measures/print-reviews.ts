import { byName, type Plain } from "../notation/index.js";
import type { ReviewForm } from "./review-form.js";

export function printReview({ title, every, questions }: ReviewForm): Plain {
  return { title, every, questions: byName(questions, ({ ask, best, weight }) => ({ ask, best, weight })) };
}
