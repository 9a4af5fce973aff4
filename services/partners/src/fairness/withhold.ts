/** Fewer partners than this in one cell could be recognised. */
export const MIN_GROUP_SIZE = 5;

interface Counted {
  readonly tier: string;
  readonly partners: number;
}
export interface Shown {
  readonly tier: string;
  /** Null where it is withheld. */
  readonly partners: number | null;
}

/**
 * The counts of one row as they may be shown: small ones withheld; and where that is a single one, the next smallest as
 * well, since the row's total would give the first away.
 */
export function withheld(row: readonly Counted[]): Shown[] {
  const bySize = [...row].sort((a, b) => a.partners - b.partners);
  const small = bySize.filter(({ partners }) => partners < MIN_GROUP_SIZE);
  const hidden = new Set(small.length === 1 ? bySize.slice(0, 2) : small);
  return row.map((cell) => ({ tier: cell.tier, partners: hidden.has(cell) ? null : cell.partners }));
}
