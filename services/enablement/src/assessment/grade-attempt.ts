import type { Assessment } from "./assessment.entity.js";
import { type QuestionPool, questionsOf } from "./assessment.js";

/** What was chosen for a question, by the names of its options. */
export interface Answer {
  readonly question: string;
  readonly options: readonly string[];
}

export interface Grade {
  /** Of the questions that were asked, the share that was answered right, rounded down. */
  readonly scorePercent: number;
  readonly hasPassed: boolean;
  /** Where to learn more, without giving away which answer was right. */
  readonly pools: readonly { readonly name: string; readonly asked: number; readonly right: number }[];
}

/** Grades an attempt: a question counts where just the right options were chosen; one without an answer does not. */
export function gradeAttempt(
  { pools, passPercent }: Pick<Assessment, "pools" | "passPercent">,
  asked: readonly string[],
  answers: readonly Answer[],
): Grade {
  const graded = pools.map((pool) => gradePool(pool, asked, answers));
  const right = graded.reduce((sum, pool) => sum + pool.right, 0);
  const scorePercent = Math.floor((right * 100) / asked.length);
  return { scorePercent, hasPassed: right * 100 >= passPercent * asked.length, pools: graded };
}

function gradePool({ name, questions }: QuestionPool, asked: readonly string[], answers: readonly Answer[]) {
  const ofPool = questions.filter((question) => asked.includes(question.name));
  const right = ofPool.filter((question) => {
    const chosen = new Set(answers.find((answer) => answer.question === question.name)?.options);
    return question.options.every((option) => chosen.has(option.name) === option.isRight);
  });
  return { name, asked: ofPool.length, right: right.length };
}

/** The first answer that names a question that was not asked, or an option that it has not; null where none does. */
export function strangeAnswer(
  assessment: Pick<Assessment, "pools">,
  asked: readonly string[],
  answers: readonly Answer[],
): number | null {
  const options = new Map(
    questionsOf(assessment)
      .filter(({ name }) => asked.includes(name))
      .map((question) => [question.name, new Set(question.options.map(({ name }) => name))]),
  );
  const seen = new Set<string>();
  const index = answers.findIndex(({ question, options: chosen }) => {
    const known = options.get(question);
    const isStrange = known === undefined || seen.has(question) || chosen.some((option) => !known.has(option));
    seen.add(question);
    return isStrange;
  });
  return index < 0 ? null : index;
}
