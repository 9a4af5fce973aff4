import type { CalendarDate } from "../exact/index.js";
import type { Safeguard } from "./govern.js";
import type { GovernanceState } from "./governance-state.js";

/**
 * A decision about a partner on a day, with everything it was decided from. Replaying the inputs by the same version
 * gives the same record to the byte, and the explanation follows from it. Plain data, every number as exact text;
 * stored in the canonical form of `serializeRecord`.
 */
export interface DecisionRecord {
  /** The version of this format. Format 1 stored the explanation too. */
  readonly format: 2;
  readonly program: string;
  readonly version: string;
  readonly asOf: CalendarDate;
  readonly inputs: DecisionInputs;
  /** The state before the decision; null for a first placement. */
  readonly before: GovernanceState | null;
  /** One mark for each requirement, in document order, tier by tier: met `1`, not met `0`, not asked `-`. */
  readonly trace: readonly string[];
  /** One mark for each tier, lowest first: whether it was reached, and whether a holder would keep it. */
  readonly reached: string;
  readonly kept: string;
  readonly tier: string;
  readonly outcome: PlacementOutcome;
  /** The first day on which the tier holds. */
  readonly effectiveOn: CalendarDate;
  readonly safeguards: readonly Safeguard[];
  /** The state after the decision. */
  readonly after: GovernanceState;
}

/** `PLACED` without an earlier tier to compare with: none was held, or the program no longer has it. */
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
  /** Of a ratio only. */
  readonly parts?: readonly [numerator: string, denominator: string];
  /** Of a grouped measure only. */
  readonly groups?: Readonly<Record<string, string>>;
  /** The adjustments that affected the value. */
  readonly adjustments?: readonly AdjustmentInput[];
}

export interface AdjustmentInput {
  readonly id: string;
  readonly kind: "factor" | "excused";
  readonly from: CalendarDate;
  /** The first day after the period. */
  readonly to: CalendarDate;
  readonly factor: string | null;
  readonly why: string;
  /** The value without any adjustment. */
  readonly unadjusted: string | null;
}

/** A tier that a person set in place of the rules, until before the day. */
export interface Override {
  /** Absent in older decisions, which meant `exactly` without grace afterwards. */
  readonly bound?: "exactly" | "at-least";
  readonly id: string;
  readonly tier: string;
  readonly until: CalendarDate;
  readonly reason: string;
}
/** A person's decision that the partner stays where it is, until before the day. */
export interface Hold {
  readonly id: string;
  readonly until: CalendarDate;
  readonly reason: string;
}

/** Canonical JSON: sorted keys, no spaces, so that equal decisions are equal text. */
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
