import type { CalendarDate, Rational } from "../../exact/index.js";
import type { FactField, FactKind, FactSource } from "../facts/index.js";
import type { CountingPeriod } from "../periods/index.js";
import type { Audience } from "../requirements/index.js";

/** The sections of a program that pay partners, and what bounds them. */
export interface RewardSections {
  readonly rebates: readonly Rebate[];
  readonly bonuses: readonly Bonus[];
  readonly spiffs: readonly Spiff[];
  readonly ceilings: readonly Ceiling[];
  readonly ledger: LedgerTerms;
  readonly funds: readonly Fund[];
}

/** The common part of reward rules. Amounts are in major units of the program's currency. */
export interface RuleCommon {
  /** Unique among rebates, bonuses and spiffs: the ledger uses it. */
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly source: FactSource;
  /** Partners that the rule pays; everyone by default. */
  readonly audience: Audience;
  /** Kinds that reduce the deal named by their attribute `deal`; without it they reduce nothing. */
  readonly netOf: readonly FactKind[];
  /** Months from a customer's first deal in which its facts are paid; null for no limit. */
  readonly monthsFromFirstDeal: number | null;
  /** What the partner's tiers must have been on the day of a fact; null for no condition. */
  readonly gate: Gate | null;
}

/** Conditions on a partner's tiers up to the day of a fact. At least one part is set. */
export interface Gate {
  /** This tier or a higher one is held. */
  readonly tier: string | null;
  /** Held for so many months without a break. */
  readonly heldMonths: number | null;
  /** Held since that day or earlier, without a break. */
  readonly heldSince: CalendarDate | null;
  /** No demotion in so many months. */
  readonly notDemotedMonths: number | null;
}

/** Pays a share of each qualifying fact's amount, at the tier held on the fact's date. */
export interface Rebate extends RuleCommon {
  /** Share by tier, as a fraction (5% is 1/20); other tiers earn nothing. Empty where there are bands. */
  readonly rateByTier: ReadonlyMap<string, Rational>;
  readonly bands: Bands | null;
  /** Lowest first; none where there are bands. */
  readonly accelerators: readonly Accelerator[];
  readonly caps: readonly RewardCap[];
  /** The number of facts that are paid; null for all. */
  readonly first: FirstFacts | null;
}

/** Rates that rise with the total of a period. */
export interface Bands {
  /**
   * `marginal`: each part at the rate of its own band. `whole-amount`: the whole period at the rate of the band that it
   * reaches.
   */
  readonly method: "marginal" | "whole-amount";
  readonly over: CountingPeriod;
  /** What is added up: amounts in the program's currency, or units sold. */
  readonly by: FactField;
  readonly byTier: ReadonlyMap<string, readonly Band[]>;
}
export interface Band {
  /** Lower bound, in what is added up. The first band starts at zero; bands are sorted. */
  readonly from: Rational;
  readonly rate: Rational;
}

/** Above a bound in a period, the tier's rate is multiplied by a factor. */
export interface Accelerator {
  readonly above: Rational;
  readonly over: CountingPeriod;
  readonly times: Rational;
}

export interface RewardCap {
  readonly most: Rational;
  readonly per: "fact" | CountingPeriod;
  /** Separate for each value of this attribute, such as `subscription`; null for all together. */
  readonly by: string | null;
}

export interface FirstFacts {
  readonly count: number;
  readonly per: CountingPeriod;
}

/** Pays a sum when a target is reached: once for each target and period. */
export interface Bonus extends RuleCommon {
  readonly add: FactField | "count";
  readonly over: CountingPeriod;
  /** The same for all tiers, or by the tier held on the day the target is reached. */
  readonly targets: readonly Target[] | ReadonlyMap<string, readonly Target[]>;
  /**
   * `by-days`: where the tier changes within the period, targets and payments are averaged over the tiers held,
   * weighted by days.
   */
  readonly prorate: "by-days" | null;
}
export interface Target {
  /** In the unit that is added up. */
  readonly at: Rational;
  readonly pays: Rational;
}

/** A sales incentive: pays a fixed sum for each qualifying fact in a range of days. */
export interface Spiff extends RuleCommon {
  /** The same for all tiers, or by tier. */
  readonly pays: Rational | ReadonlyMap<string, Rational>;
  readonly first: FirstFacts | null;
}

/** A limit on payments. */
export interface Ceiling {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  /** `payouts` are redemptions; rules, funds and benefits are named by address: `rebates.deal-rebate`. */
  readonly of: "everything" | "payouts" | readonly string[];
  /** Separate for each partner, or one for the program. */
  readonly each: "partner" | "program";
  readonly over: CountingPeriod;
  /** In major units, or a number of payments. */
  readonly most: { readonly unit: "money" | "times"; readonly value: Rational };
  /**
   * Above the limit, `remainder` pays what is left, `refuse` pays nothing, `alert` pays everything and raises an alert.
   */
  readonly beyond: "remainder" | "refuse" | "alert";
  /** The share of the ceiling at which people are alerted; null for none. */
  readonly alertAt: Rational | null;
}

/** How rewards become money. */
export interface LedgerTerms {
  /** Days after the deal in which a reward is pending; 0 where it is earned at once. */
  readonly refundWindowDays: number;
  /** A reward expires at the end of the month so many months after it was earned; null for never. */
  readonly expiresAfterMonths: number | null;
  readonly renewal: Renewal | null;
  /** Smallest redemption, in major units; null for any. */
  readonly minimumPayout: Rational | null;
  /**
   * Redemptions that take a partner's total of a calendar month to this amount or more need approval, in major units;
   * null for no approval.
   */
  readonly approvalFrom: Rational | null;
  /** Codes of the vendor's chart of accounts, by account. */
  readonly accountCodes: ReadonlyMap<string, string>;
}
/** Extends rewards that would expire, for partners of some tiers. */
export interface Renewal {
  readonly tiers: readonly string[];
  readonly months: number;
  readonly times: number;
}

/** Marketing money that partners spend and claim back. */
export interface Fund {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly over: CountingPeriod;
  /** The most that all partners are granted in a period, in major units. */
  readonly budget: Rational;
  readonly allocation: FundAllocation;
  /** The share of spending that is reimbursed. */
  readonly reimburses: Rational;
  /** Days after the end of the period in which claims are accepted. */
  readonly claimWithinDays: number;
}
export type FundAllocation =
  | { readonly kind: "by-tier"; readonly byTier: ReadonlyMap<string, Rational> }
  | { readonly kind: "discretion" }
  /** Co-op: a share of the partner's sales. */
  | { readonly kind: "accrual"; readonly source: FactSource; readonly rate: Rational };
