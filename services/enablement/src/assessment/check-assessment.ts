import { isLine, isTextOf } from "@tiergraph/kit/values/text";
import { isName, NAME_RULE } from "@tiergraph/program/document/notation";
import type { Assessment } from "./assessment.entity.js";
import { type Question, questionsOf } from "./assessment.js";
import { assessmentRefusals } from "./assessment.refusals.js";

const MAX_QUESTIONS = 1_000;
const MAX_OPTIONS = 20;
const MAX_TEXT = 2_000;
type AssessmentProblem = ReturnType<typeof assessmentRefusals.AssessmentInvalid>;

/** The first thing that is wrong with an assessment, where it stands; null where nothing is. */
export function assessmentProblem(assessment: Omit<Assessment, "revision">): AssessmentProblem | null {
  const { pools, passPercent, attempts, coolDownDays } = assessment;
  const questions = questionsOf(assessment);
  if (passPercent < 1 || passPercent > 100) return problem(["passPercent"], "The pass mark is 1 to 100 percent.");
  if (attempts < 1 || attempts > 100) return problem(["attempts"], "Allow 1 to 100 attempts in a row.");
  if (coolDownDays < 0 || coolDownDays > 365) return problem(["coolDownDays"], "The cool-down has 0 to 365 days.");
  if (questions.length === 0 || questions.length > MAX_QUESTIONS)
    return problem(["pools"], `An assessment has 1 to ${MAX_QUESTIONS} questions.`);
  const seen = new Set<string>();
  for (const [i, pool] of pools.entries()) {
    const at = ["pools", String(i)];
    if (!isName(pool.name)) return problem([...at, "name"], NAME_RULE);
    if (pool.draw < 1 || pool.draw > pool.questions.length)
      return problem([...at, "draw"], `Of ${pool.questions.length} questions, 1 to as many are drawn.`);
    for (const [j, question] of pool.questions.entries()) {
      const found = questionProblem(question, [...at, "questions", String(j)]);
      if (found !== null) return found;
      if (seen.has(question.name))
        return problem([...at, "questions", String(j), "name"], `Question ${question.name} is there twice.`);
      seen.add(question.name);
    }
  }
  return null;
}

function questionProblem({ name, text, options }: Question, at: readonly string[]): AssessmentProblem | null {
  if (!isName(name)) return problem([...at, "name"], NAME_RULE);
  if (!isTextOf(text, MAX_TEXT)) return problem([...at, "text"], `A question has 1 to ${MAX_TEXT} characters.`);
  if (options.length < 2 || options.length > MAX_OPTIONS)
    return problem([...at, "options"], `A question has 2 to ${MAX_OPTIONS} options.`);
  if (new Set(options.map((option) => option.name)).size < options.length)
    return problem([...at, "options"], "Two options have the same name.");
  const unsound = options.findIndex((option) => !isName(option.name) || !isLine(option.text));
  if (unsound >= 0)
    return problem([...at, "options", String(unsound)], `An option has 1 to 200 characters, and ${NAME_RULE}.`);
  return options.some(({ isRight }) => isRight) ? null : problem([...at, "options"], "None of the options is right.");
}

const problem = (path: readonly string[], because: string): AssessmentProblem =>
  assessmentRefusals.AssessmentInvalid({ path, because });
