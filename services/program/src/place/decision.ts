import type { CalendarDate } from "../exact/index.js";
import type { Safeguard } from "./govern.js";
import type { GovernanceState } from "./governance-state.js";

/**
 * What was decided about a partner on a day, and everything that it was decided from: replaying the inputs by the same
 * version gives the same record to the byte, and the whole explanation follows from it. Plain data, every number as
 * exact text; it is stored in the canonical form of `serializeRecord`.
 */
export interface DecisionRecord {
  /** Of this shape; 1 was a decision that carried its explanation along. */
  readonly format: 2;
  readonly program: string;
  readonly version: string;
  readonly asOf: CalendarDate;
  readonly inputs: DecisionInputs;
  /** What governance remembered; null for a first placement. */
  readonly before: GovernanceState | null;
  /** One mark a requirement, in the order of the document, tier after tier: met `1`, not met `0`, not asked `-`. */
  readonly trace: readonly string[];
  /** One mark a tier, lowest first: whether it was reached, and whether a partner that holds it would keep it. */
  readonly reached: string;
  readonly kept: string;
  readonly tier: string;
  readonly outcome: PlacementOutcome;
  /** From which day on the tier holds. */
  readonly effectiveOn: CalendarDate;
  readonly safeguards: readonly Safeguard[];
  /** What governance remembers from now on. */
  readonly after: GovernanceState;
}

/** `PLACED` where there is no earlier tier to compare with: none held, or one that the program no longer has. */
export type PlacementOutcome = "PLACED" | "PROMOTED" | "DEMOTED" | "KEPT";

export interface DecisionInputs {
  readonly tracks: readonly string[];
  readonly region: string | null;
  readonly country: string | null;
  readonly joinedOn: CalendarDate | null;
  readonly measures: readonly MeasureInput[];
  readonly approvals: readonly string[];
  readonly override: Override | null;
  readonly hold: Hold | null;
}

export interface MeasureInput {
  readonly measure: string;
  readonly value: string | null;
  /** Of a ratio only: what was divided, and by what. */
  readonly parts?: readonly [numerator: string, denominator: string];
  /** Of a measure that is told apart by an attribute. */
  readonly groups?: Readonly<Record<string, string>>;
  /** The adjustments that touched it. */
  readonly adjustments?: readonly AdjustmentInput[];
}

export interface AdjustmentInput {
  readonly id: string;
  readonly kind: "factor" | "excused";
  readonly from: CalendarDate;
  /** The day after its last. */
  readonly to: CalendarDate;
  readonly factor: string | null;
  readonly why: string;
  /** What the measure came to without any adjustment. */
  readonly unadjusted: string | null;
}

/** A tier that a person has put in place of what the rules give, until before the day. */
export interface Override {
  /** Left out in decisions from before there were floors, which knew `exactly` and no grace after it. */
  readonly bound?: "exactly" | "at-least";
  readonly id: string;
  readonly tier: string;
  readonly until: CalendarDate;
  readonly reason: string;
}
/** A person's word that the partner stays where it is, until before the day. */
export interface Hold {
  readonly id: string;
  readonly until: CalendarDate;
  readonly reason: string;
}

/** Canonical JSON: keys in the order of the alphabet, no spaces, so that equal decisions are equal text. */
export function serializeRecord(record: DecisionRecord): string {
  return JSON.stringify(record, (_key, value: unknown) => (isPlainObject(value) ? sortedByKey(value) : value));
}

/** Reads what `serializeRecord` wrote. */
export function recordOf(body: string): DecisionRecord {
  return JSON.parse(body) as DecisionRecord; // Nothing else is stored.
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortedByKey(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}
