/** A difference between two versions of a program, in the words of a partner manager. */
export interface Difference {
  /** Its address in the later document, or in the earlier one where it was removed. */
  readonly path: string;
  readonly kind: "added" | "removed" | "changed";
  /** What differs, for example `Gold: Won revenue`. */
  readonly subject: string;
  /** The earlier text; null where it was added. */
  readonly before: string | null;
  /** The later text; null where it was removed. */
  readonly after: string | null;
  /** Whether partners may gain or lose by it, so that the document must give a reason. */
  readonly needsReason: boolean;
  /** The reason in the later document; null for none. */
  readonly because: string | null;
}

/** A difference before its reason is looked up. */
export type UnexplainedDifference = Omit<Difference, "because">;

/** Empty where both are equal. */
export function compared(difference: Omit<UnexplainedDifference, "kind">): UnexplainedDifference[] {
  const { before, after } = difference;
  if (before === after) return [];
  return [{ ...difference, kind: before === null ? "added" : after === null ? "removed" : "changed" }];
}
