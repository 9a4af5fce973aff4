/** What a person is asked to show that a course was understood. Answers never leave the service. */
export interface Assessment {
  readonly course: string;
  /** Rises with each publication; an attempt is graded by the one that it began with. */
  readonly revision: number;
  readonly pools: readonly QuestionPool[];
  /** 1 to 100: the least score that passes. */
  readonly passPercent: number;
  /** How many attempts may fail in a row before the cool-down. */
  readonly attempts: number;
  /** Days that pass after so many failures before the next attempt. */
  readonly coolDownDays: number;
}

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
export interface QuestionOption {
  readonly name: string;
  readonly text: string;
  readonly isRight: boolean;
}

export const questionsOf = ({ pools }: Pick<Assessment, "pools">): Question[] =>
  pools.flatMap(({ questions }) => questions);
