import type { Program } from "../document/program/index.js";
import type { CalendarDate } from "../exact/index.js";
import type { Fact } from "../measure/index.js";

/** What one rule owes for one fact, or for one target in a period. Amounts in minor units of the program's currency. */
export interface Accrual {
  /** Name of the rule in the program. */
  readonly rule: string;
  readonly section: "rebates" | "bonuses" | "spiffs";
  /** What is paid once: the fact's id, or the period and number of a target, such as `2026-01-01 1`. */
  readonly subject: string;
  /** The fact that earned it or reached the target. */
  readonly fact: Fact;
  /** The version that settles it. */
  readonly program: Program;
  readonly tier: string;
  /** The day it is earned. */
  readonly on: CalendarDate;
  /** The share of the base as exact text: `0.05` is 5%; null where a sum is paid. */
  readonly rate: string | null;
  readonly baseMinor: bigint;
  /** Above zero. */
  readonly amountMinor: bigint;
  /** For a partner, in a sentence. */
  readonly explanation: string;
}
