/** A format that reads texts to values that can be compared. */
export interface Candidate {
  readonly notation: string;
  /** Null where it cannot read the text. */
  read(text: string): string | null;
}

export type Finding =
  | { readonly kind: "Found"; readonly notation: string; readonly isOnlyOne: boolean }
  /** Several read the same texts to different values: a person must say which. */
  | { readonly kind: "Ambiguous"; readonly notations: readonly string[]; readonly example: string }
  | { readonly kind: "NothingFits" };

/**
 * Finds the format of each column by what it holds. Those that read most of a column's texts are left; where they differ
 * in what they read, the format of a column that is certain decides for one that is not.
 *
 * @param candidates the likeliest first
 */
export function findFormats<Column>(
  columns: ReadonlyMap<Column, ReadonlySet<string>>,
  candidates: readonly Candidate[],
): Map<Column, Finding> {
  const findings = new Map(
    [...columns].map(([column, texts]) => [column, findFormat([...texts], candidates)] as const),
  );
  const certain = new Set(
    [...findings.values()].flatMap((finding) =>
      finding.kind === "Found" && finding.isOnlyOne ? [finding.notation] : [],
    ),
  );
  for (const [column, finding] of findings) {
    if (finding.kind !== "Ambiguous") continue;
    const shared = finding.notations.filter((notation) => certain.has(notation));
    const [only] = shared;
    if (only !== undefined && shared.length === 1)
      findings.set(column, { kind: "Found", notation: only, isOnlyOne: false });
  }
  return findings;
}

function findFormat(texts: readonly string[], candidates: readonly Candidate[]): Finding {
  const readings = candidates.map(({ notation, read }) => ({ notation, values: texts.map(read) }));
  const readBy = ({ values }: { values: readonly unknown[] }) => values.filter((value) => value !== null).length;
  const most = Math.max(...readings.map(readBy));
  if (most <= 0) return { kind: "NothingFits" };
  const best = readings.filter((reading) => readBy(reading) === most);
  const [first] = best;
  if (first === undefined) return { kind: "NothingFits" };
  const differing = texts.findIndex((_text, i) => new Set(best.map(({ values }) => values[i])).size > 1);
  return differing === -1
    ? { kind: "Found", notation: first.notation, isOnlyOne: best.length === 1 }
    : { kind: "Ambiguous", notations: best.map(({ notation }) => notation), example: texts[differing] ?? "" };
}
