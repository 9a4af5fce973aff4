import type { Program } from "@tiergraph/program/document/program";
import type { CalendarDate } from "@tiergraph/program/exact";

/** One partner on one day, by the rules of one version. */
export interface Measuring {
  readonly partnerId: string;
  readonly program: Program;
  readonly asOf: CalendarDate;
  /** Names of the measures that are asked for; all that are computed from facts where left out. */
  readonly names?: ReadonlySet<string>;
}
