/** A set of questions that someone answers about a partner for a period; a measure takes its score. */
export interface ReviewForm {
  readonly name: string;
  readonly title: string;
  readonly every: "quarter" | "half-year" | "year";
  readonly questions: readonly ReviewQuestion[];
}

export interface ReviewQuestion {
  readonly name: string;
  readonly ask: string;
  /** Answers run from 0 to this. */
  readonly best: number;
  readonly weight: number;
}
