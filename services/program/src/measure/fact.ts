import type { FactKind } from "../document/facts/index.js";
import type { CalendarDate } from "../exact/index.js";

/** An event at a partner, as the engine sees it. Immutable. */
export interface Fact {
  readonly id: string;
  readonly kind: FactKind;
  /** The day it counts on: when the deal closed, when the certification was earned. */
  readonly on: CalendarDate;
  /** First day on which a certification no longer holds; null for no end. Unused for other kinds. */
  readonly until: CalendarDate | null;
  /** In minor units of the program's currency. */
  readonly amountMinor: bigint | null;
  /** For example seats added; negative where they were given back. */
  readonly quantity: bigint | null;
  readonly customer: string | null;
  readonly person: string | null;
  readonly product: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** The day on which it happened, where its period was closed on arrival and `on` is a later day. */
  readonly happenedOn?: CalendarDate | null;
  /**
   * The day on which it was voided after its own period had closed: it adds on its day and subtracts on this one.
   * Absent where it stands.
   */
  readonly reversedOn?: CalendarDate | null;
}
