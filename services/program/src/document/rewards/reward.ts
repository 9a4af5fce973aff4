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

/** What every rule that pays has. Amounts of a rule are in major units of the program's currency. */
export interface RuleCommon {
  /** Unique among rebates, bonuses and spiffs: the ledger names the rule by it. */
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly source: FactSource;
  /** Partners that the rule pays; everyone where it says nothing. */
  readonly audience: Audience;
  /** Facts that take off the amount of the deal that they name by their attribute `deal`; of one that names none, nothing. */
  readonly netOf: readonly FactKind[];
  /** Months from a customer's first deal in which its facts are paid; null for all of them. */
  readonly monthsFromFirstDeal: number | null;
  /** What the partner's tiers have to have been on the day of a fact; null where nothing is asked. */
  readonly gate: Gate | null;
}

/** What is asked of a partner's tiers, up to the day of a fact. At least one part is not null. */
export interface Gate {
  /** This tier or a higher one is held. */
  readonly tier: string | null;
  /** It has been held for so many months without a break. */
  readonly heldMonths: number | null;
  /** It has been held from that day on at the latest, without a break. */
  readonly heldSince: CalendarDate | null;
  /** No lower tier followed a higher one in so many months. */
  readonly notDemotedMonths: number | null;
}

/** Pays a share of each qualifying fact's amount, at the tier held on the fact's date. */
export interface Rebate extends RuleCommon {
  /** Share by tier name, as a fraction (5% is 1/20); a tier that is not named earns nothing. Empty where there are bands. */
  readonly rateByTier: ReadonlyMap<string, Rational>;
  readonly bands: Bands | null;
  /** Lowest first; none where there are bands. */
  readonly accelerators: readonly Accelerator[];
  readonly caps: readonly RewardCap[];
  /** Only the first so many qualifying facts of a partner; null for all. */
  readonly first: FirstFacts | null;
}

/** Rates that rise with what the partner brought in a period. */
export interface Bands {
  /** `marginal`: each part at the rate of its own band. `whole-amount`: all of the period at the rate of the band that it reached. */
  readonly method: "marginal" | "whole-amount";
  readonly over: CountingPeriod;
  /** What a period adds up: amounts in the program's currency, or units sold. */
  readonly by: FactField;
  readonly byTier: ReadonlyMap<string, readonly Band[]>;
}
export interface Band {
  /** Where it begins, in what the bands add up; the first band begins at zero, and bands come lowest first. */
  readonly from: Rational;
  readonly rate: Rational;
}

/** What is above a bound in a period earns the tier's rate times a factor. */
export interface Accelerator {
  readonly above: Rational;
  readonly over: CountingPeriod;
  readonly times: Rational;
}

export interface RewardCap {
  readonly most: Rational;
  readonly per: "fact" | CountingPeriod;
  /** Apart for each value of this attribute, such as `subscription`; null for all together. */
  readonly by: string | null;
}

export interface FirstFacts {
  readonly count: number;
  readonly per: CountingPeriod;
}

/** Pays a sum once a partner has reached a target in a period: once for each target and period. */
export interface Bonus extends RuleCommon {
  readonly add: FactField | "count";
  readonly over: CountingPeriod;
  /** The same for everyone, or by the tier that is held on the day on which the target is reached. */
  readonly targets: readonly Target[] | ReadonlyMap<string, readonly Target[]>;
  /** `by-days`: where the tier changes within the period, targets and pays are those of the tiers held, weighted by days. */
  readonly prorate: "by-days" | null;
}
export interface Target {
  /** In the unit of what is added up. */
  readonly at: Rational;
  readonly pays: Rational;
}

/** Pays a fixed sum for each qualifying fact of a stretch of days: a sales incentive. */
export interface Spiff extends RuleCommon {
  /** Alike for every tier, or by tier. */
  readonly pays: Rational | ReadonlyMap<string, Rational>;
  readonly first: FirstFacts | null;
}

/** What nothing may be paid above. */
export interface Ceiling {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  /** `payouts` are redemptions; rules, funds and benefits are named by their address: `rebates.deal-rebate`. */
  readonly of: "everything" | "payouts" | readonly string[];
  /** Apart for each partner, or for the program as a whole. */
  readonly each: "partner" | "program";
  readonly over: CountingPeriod;
  /** In major units, or how often something is paid. */
  readonly most: { readonly unit: "money" | "times"; readonly value: Rational };
  /** `remainder` pays what is left, `refuse` nothing of what no longer fits, `alert` all of it and tells. */
  readonly beyond: "remainder" | "refuse" | "alert";
  /** Share of the ceiling from which on people are told; null for none. */
  readonly alertAt: Rational | null;
}

/** How rewards become money. */
export interface LedgerTerms {
  /** Days after the deal's own in which a reward is pending; 0 where it is earned at once. */
  readonly refundWindowDays: number;
  /** Months after the month in which it was earned at whose end a reward expires; null where it never does. */
  readonly expiresAfterMonths: number | null;
  readonly renewal: Renewal | null;
  /** Smallest redemption, in major units; null for any. */
  readonly minimumPayout: Rational | null;
  /**
   * Redemptions that bring what a partner redeemed in a calendar month to so much and more are approved by a person, in
   * major units; null where all are approved at once.
   */
  readonly approvalFrom: Rational | null;
  /** Codes of the vendor's own chart of accounts, by ours. */
  readonly accountCodes: ReadonlyMap<string, string>;
}
/** What would expire is kept for partners of some tiers. */
export interface Renewal {
  readonly tiers: readonly string[];
  readonly months: number;
  readonly times: number;
}

/** Money that partners may spend on marketing and claim back. */
export interface Fund {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly over: CountingPeriod;
  /** The most that all partners are given in a period, in major units. */
  readonly budget: Rational;
  readonly allocation: FundAllocation;
  /** Share of what was spent that is paid back. */
  readonly reimburses: Rational;
  /** Days after the period's end in which a claim may still be made. */
  readonly claimWithinDays: number;
}
export type FundAllocation =
  | { readonly kind: "by-tier"; readonly byTier: ReadonlyMap<string, Rational> }
  | { readonly kind: "discretion" }
  /** Co-op: a share of what the partner brings. */
  | { readonly kind: "accrual"; readonly source: FactSource; readonly rate: Rational };
