/** Why a line is refused. */
export interface LineProblem {
  /** In capitals: the graph's own code, or one that the import gives before it asks. */
  readonly code: string;
  /** The mapped field at fault; empty where it is the whole line. */
  readonly field: string;
  readonly message: string;
}

/** One record of a table. */
export interface TableLine {
  /** The line of the file on which the record starts, from 1; the header counts. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Null when the record is as long as the header and could be read. */
  readonly problem: LineProblem | null;
}

/** What a line says, or why it says nothing. */
export type LineReading<Report> =
  | { readonly kind: "Understood"; readonly report: Report }
  | { readonly kind: "Refused"; readonly externalId: string; readonly problem: LineProblem };

export interface Refusal {
  readonly line: TableLine;
  /** Empty where the line has none that can be read. */
  readonly externalId: string;
  readonly problem: LineProblem;
}
