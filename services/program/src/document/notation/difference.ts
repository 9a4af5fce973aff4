/** Something that one version of a program has otherwise than another, in the words of a partner manager. */
export interface Difference {
  /** Its address: in the later document, or in the earlier one where it was taken away. */
  readonly path: string;
  readonly kind: "added" | "removed" | "changed";
  /** What differs, for example `Gold: Won revenue`. */
  readonly subject: string;
  /** As it was; null where it was added. */
  readonly before: string | null;
  /** As it is; null where it was taken away. */
  readonly after: string | null;
  /** Whether a partner may lose or gain by it, so that the document has to say why. */
  readonly needsReason: boolean;
  /** The reason that the later document gives; null where it gives none. */
  readonly because: string | null;
}

/** A difference before its reason is looked up. */
export type UnexplainedDifference = Omit<Difference, "because">;

/** Nothing where both are the same. */
export function compared(difference: Omit<UnexplainedDifference, "kind">): UnexplainedDifference[] {
  const { before, after } = difference;
  if (before === after) return [];
  return [{ ...difference, kind: before === null ? "added" : after === null ? "removed" : "changed" }];
}
