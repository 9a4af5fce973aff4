import type { FactKind } from "../document/facts/index.js";
import type { CalendarDate } from "../exact/index.js";

/** Something that happened at a partner, as the engine sees it. Facts are never changed by being judged. */
export interface Fact {
  readonly id: string;
  readonly kind: FactKind;
  /** The day it counts on: when the deal closed, when the certification was earned. */
  readonly on: CalendarDate;
  /** First day on which a certification no longer holds; null where it holds for ever. Of no meaning for other kinds. */
  readonly until: CalendarDate | null;
  /** In minor units of the program's currency. */
  readonly amountMinor: bigint | null;
  /** For example how many seats were added; below zero where they were given back. */
  readonly quantity: bigint | null;
  readonly customer: string | null;
  readonly person: string | null;
  readonly product: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** The day on which it happened, where its period was closed when it came and `on` is that later day. */
  readonly happenedOn?: CalendarDate | null;
  /**
   * The day on which it was taken off again, since its own was closed by then: it counts on its day, and against it on
   * this one. Left out where it stands.
   */
  readonly reversedOn?: CalendarDate | null;
}
