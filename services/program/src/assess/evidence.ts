import type { Program } from "../document/program/index.js";
import type { CalendarDate, Rational } from "../exact/index.js";
import type { MeasureValue } from "../measure/index.js";
import type { Subject } from "./subject.js";

/** What a requirement is judged by. */
export interface Evidence {
  readonly program: Program;
  readonly asOf: CalendarDate;
  /** Every measure of the program, as of that day. */
  readonly measures: ReadonlyMap<string, MeasureValue>;
  readonly subject: Subject;
  /** Names of the approvals that the partner has on that day. */
  readonly approvals: ReadonlySet<string>;
  /** By tier, since when the partner holds it or a higher one without a break. */
  readonly heldSince: ReadonlyMap<string, CalendarDate>;
  /** By tier, when the partner held it or a higher one for the first time, where the program asks for that. */
  readonly firstHeld?: ReadonlyMap<string, CalendarDate>;
  /** Null where reaching is judged; where keeping is, the share of each bound that keeps, unless the bound says otherwise. */
  readonly keepsAt: Rational | null;
  /** Whether what the vendor keeps to itself is taken as met, to see what else is missing; judged where left out. */
  readonly isWithheldMet?: boolean;
  /** Inside `for-each` and `across`: the attribute and the value of it that is judged. */
  readonly group: { readonly by: string; readonly value: string } | null;
}
