/** A requirement in numbers: a partner that just meets it, and one that just misses it, each a sentence. */
export interface WorkedExample {
  readonly meets: string;
  /** Null where nobody can miss it. */
  readonly misses: string | null;
}
