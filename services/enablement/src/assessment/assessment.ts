/** Questions of which each attempt is asked some. */
export interface QuestionPool {
  readonly name: string;
  /** How many of them are asked. */
  readonly draw: number;
  readonly questions: readonly Question[];
}
export interface Question {
  /** Unique in the assessment. */
  readonly name: string;
  readonly text: string;
  /** One or more of them are right; a question counts where just those are chosen. */
  readonly options: readonly QuestionOption[];
}
interface QuestionOption {
  readonly name: string;
  readonly text: string;
  readonly isRight: boolean;
}

export const questionsOf = ({ pools }: { readonly pools: readonly QuestionPool[] }): Question[] =>
  pools.flatMap(({ questions }) => questions);
