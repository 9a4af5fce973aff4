import type { FactKind } from "@tiergraph/program/document/facts";
import type { FactRow } from "./fact.store.js";

export const MAX_FACTS_PER_BATCH = 1_000;

/** A fact as it is reported. */
export interface FactReport {
  readonly kind: FactKind;
  readonly externalId: string;
  readonly partnerId: string;
  /** The day that counts: of a won or lost deal the day it closed, of an open one the day it was last seen, or opened. */
  readonly on?: string | null;
  readonly openedOn?: string | null;
  /** The first day on which it no longer holds, after `on`. */
  readonly until?: string | null;
  /** Decimal text in major units, not negative. */
  readonly amount?: string | null;
  /** ISO 4217; the program's where left out. */
  readonly currency?: string | null;
  readonly quantity?: number | null;
  readonly customer?: string | null;
  readonly product?: string | null;
  /** What part of it is the partner's; all of it where left out. */
  readonly credit?: Credit | null;
  readonly attributes?: readonly { readonly name: string; readonly value: string }[] | null;
}

interface Credit {
  readonly role: CreditRole;
  /** Decimal text in percent, above 0 and at most 100, two digits after the point. */
  readonly share: string;
}
const CREDIT_ROLES = ["sourced", "influenced", "managed"] as const;
type CreditRole = (typeof CREDIT_ROLES)[number];
/** The attribute by which measures distinguish roles. */
export const CREDIT_ATTRIBUTE = "credit";
/** The attribute by which a refund names its deal, by the deal's external id. */
export const DEAL_ATTRIBUTE = "deal";

export const FACT_PROBLEM_CODES = [
  "PARTNER_UNKNOWN",
  "TEXT_INVALID",
  "KIND_UNKNOWN",
  "FIELD_MISSING",
  "ATTRIBUTE_INVALID",
  "DAY_MISSING",
  "DAY_IN_FUTURE",
  "DAY_INVALID",
  "PERIOD_CLOSED",
  "AMOUNT_MISSING",
  "AMOUNT_INVALID",
  "AMOUNT_NEGATIVE",
  "CURRENCY_UNSUPPORTED",
  "RATE_MISSING",
  "QUANTITY_MISSING",
  "QUANTITY_INVALID",
  "CREDIT_INVALID",
  "SHARES_EXCEED_WHOLE",
  "CONTENT_DIFFERS",
  "RECORDED_FOR_ANOTHER_PARTNER",
  "DEAL_UNKNOWN",
  "DEAL_NOT_WON",
  "DEAL_TAKEN_BACK",
  "DEAL_OF_ANOTHER_PARTNER",
  "REFUND_EXCEEDS_DEAL",
  "SHARE_DIFFERS",
  "TOTAL_DIFFERS",
  "HAS_REFUNDS",
  "FACT_UNKNOWN",
  "FACT_VOID",
  "FACT_NAMED_TWICE",
] as const;
export type FactProblemCode = (typeof FACT_PROBLEM_CODES)[number];

export interface FactProblem {
  readonly code: FactProblemCode;
  /** The part of the report that is at fault. */
  readonly field: string;
  readonly message: string;
}

/** What a fact says, once it is known to be sound: all of a row but its place in the table and its later history. */
export type FactContent = Omit<FactRow, "factId" | "revision" | "reversedOn" | "isVoid" | "correctedBecause">;

/**
 * Facts of one family share their external ids, since they report one thing over its life: a deal is open
 * before it is won or lost. A registration and a refund are things of their own.
 */
export const familyOf = (kind: FactKind): string => (LIFE_OF_A_DEAL.has(kind) ? "deal" : kind);
const LIFE_OF_A_DEAL: ReadonlySet<FactKind> = new Set(["deal.open", "deal.won", "deal.lost"]);
