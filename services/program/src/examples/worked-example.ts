/** A requirement in numbers: a partner that just meets it and one that just misses it, one sentence each. */
export interface WorkedExample {
  readonly meets: string;
  /** Null where it cannot be missed. */
  readonly misses: string | null;
}
