import type { Program } from "../document/program/index.js";
import type { CalendarDate, Rational } from "../exact/index.js";
import type { MeasureValue } from "../measure/index.js";
import type { Subject } from "./subject.js";

/** What requirements are assessed with. */
export interface Evidence {
  readonly program: Program;
  readonly asOf: CalendarDate;
  /** Every measure of the program, as of that day. */
  readonly measures: ReadonlyMap<string, MeasureValue>;
  readonly subject: Subject;
  /** Names of the partner's approvals on that day. */
  readonly approvals: ReadonlySet<string>;
  /** By tier: when the partner took up it or a higher one, held without a break since. */
  readonly heldSince: ReadonlyMap<string, CalendarDate>;
  /** By tier: when the partner first held it or a higher one. Only where the program asks for that. */
  readonly firstHeld?: ReadonlyMap<string, CalendarDate>;
  /**
   * Null to assess reaching. To assess keeping: the share of each bound that keeps, unless the bound says otherwise.
   */
  readonly keepsAt: Rational | null;
  /** True to take withheld conditions as met, to see what else is missing; assessed where left out. */
  readonly isWithheldMet?: boolean;
  /** Inside `for-each` and `across`: the attribute and the current value. */
  readonly group: { readonly by: string; readonly value: string } | null;
}
