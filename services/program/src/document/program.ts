import type { Rational } from "../exact/rational.js";
import type { Closing } from "./closing.js";
import type { CountingPeriod } from "./counting-period.js";
import type { Course, LearningPath, Maturity, Onboarding, SandboxTerms, Validation } from "./enablement.js";
import type { DeclaredFactKind } from "./fact-shape.js";
import type { Cadence, Governance } from "./governance.js";
import type { Measure } from "./measure.js";
import type { KeepingBar, Requirement, Score, ScoreTerm } from "./requirement.js";
import type { Bonus, Ceiling, Fund, LedgerTerms, Rebate, RegistrationTerms, Spiff, Transition } from "./reward.js";
import type { NamedRule } from "./rules.js";
import type { WeightTable } from "./weights.js";
import type { Window } from "./window.js";

/**
 * A partner program, as one validated document. Plain data: everything that judges takes it as an argument.
 * Lists keep the order of the document; tiers are sorted by rank, lowest first.
 */
export interface Program {
  /** Stable slug of the program, for example `northwind-partners`. */
  readonly name: string;
  /** Label of this version, unique within the program, for example `2026.2`. */
  readonly version: string;
  /** What this version changes, and why, in words. */
  readonly why: string | null;
  /** Where the rules were published, where they are someone else's. */
  readonly source: string | null;
  /** Why each threshold and benefit that differs from the version before does so. */
  readonly changes: readonly ChangeReason[];
  /** ISO 4217 code; every amount in the document is in this currency. */
  readonly currency: string;
  readonly calendar: ProgramCalendar;
  /** Whether a tier also needs every tier below it, or stands on its own. */
  readonly ladder: "highest-own" | "cumulative";
  readonly tracks: readonly Track[];
  /**
   * What a partner on several chosen tracks is asked: all that addresses any of them (also where null), or the tracks one by
   * one, of which the best for each tier counts: a track more then takes no tier away.
   */
  readonly tracksJoin: "all" | "best-of" | null;
  readonly markets: readonly Market[];
  /** Kinds of facts beyond those that every installation knows. */
  readonly factKinds: readonly DeclaredFactKind[];
  readonly measures: readonly Measure[];
  /** Tables of factors, which terms of scores name. */
  readonly weights: readonly WeightTable[];
  /** Terms that several scores share: where they cite them, they have them in full. */
  readonly terms: readonly NamedTerm[];
  readonly scores: readonly Score[];
  /** Requirements with a name, which tiers and tracks cite: where they do, they have them in full. */
  readonly rules: readonly NamedRule[];
  readonly approvals: readonly Approval[];
  readonly reviews: readonly ReviewForm[];
  readonly tiers: readonly Tier[];
  /** Null where the document has no such section: partners are then moved at once. */
  readonly governance: Governance | null;
  /** When periods close to facts; null where they never do. */
  readonly closing: Closing | null;
  readonly benefits: readonly Benefit[];
  readonly expectations: readonly Expectation[];
  readonly rebates: readonly Rebate[];
  readonly bonuses: readonly Bonus[];
  readonly spiffs: readonly Spiff[];
  readonly ceilings: readonly Ceiling[];
  readonly ledger: LedgerTerms;
  readonly funds: readonly Fund[];
  /** Null where partners cannot register deals. */
  readonly registrations: RegistrationTerms | null;
  readonly courses: readonly Course[];
  readonly maturities: readonly Maturity[];
  readonly paths: readonly LearningPath[];
  readonly validations: readonly Validation[];
  /** Null where the program makes no plans. */
  readonly onboarding: Onboarding | null;
  /** Null where partners get no sandboxes. */
  readonly sandboxes: SandboxTerms | null;
  readonly checks: Checks;
}

/** A term of scores that is written once. */
export interface NamedTerm {
  readonly name: string;
  readonly term: ScoreTerm;
}

/** `at` is the address of what changed, or of anything above it. */
export interface ChangeReason {
  readonly at: string;
  readonly because: string;
}

export interface ProgramCalendar {
  /** Month (1 to 12) in which the fiscal year starts. */
  readonly fiscalYearStartsIn: number;
}

export interface Track {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  /**
   * Null for a track that partners choose. Otherwise the program puts a partner on the first track, in the order of the
   * document, whose rule holds; `otherwise` takes whoever is left. Classified tracks exclude each other.
   */
  readonly classified: Requirement | "otherwise" | null;
}

/** Countries or regions in which thresholds that are `scale-by: market` are multiplied by a factor. */
export interface Market {
  readonly name: string;
  readonly title: string;
  readonly factor: Rational;
  readonly regions: readonly string[];
  readonly countries: readonly string[];
  readonly why: string;
}

/** Something that a person grants to a partner: an invitation, an account review. */
export interface Approval {
  readonly name: string;
  readonly title: string;
  readonly why: string;
}

/** A set of questions that someone answers about a partner for a period, and that a measure takes the score of. */
export interface ReviewForm {
  readonly name: string;
  readonly title: string;
  readonly every: "quarter" | "half-year" | "year";
  readonly questions: readonly ReviewQuestion[];
}
export interface ReviewQuestion {
  readonly name: string;
  readonly ask: string;
  /** Answers run from 0 to this. */
  readonly best: number;
  readonly weight: number;
}

export interface Tier {
  /** Slug, for example `gold`. */
  readonly name: string;
  readonly title: string;
  readonly rank: number;
  /** Why the tier asks what it asks: shown to partners. */
  readonly why: string;
  /** Always met where null: the tier that everyone starts in. */
  readonly requires: Requirement | null;
  /** A tier whose requirement is asked as well; null where this one stands on its own. */
  readonly inherits: string | null;
  /** What keeps the tier once it is held: a share of what reaching asks, or a requirement of its own. Null for the program's. */
  readonly keeps: KeepingBar | Requirement | null;
  /** Met on any one day inside this window is met; null where only the day of judgement counts. */
  readonly metOnAnyDayIn: Window | null;
  /** When promotions to the tier are decided; null where the program's cadence says so. */
  readonly up: Cadence | null;
  /** When falling from the tier is decided; null where the program's cadence says so. */
  readonly down: Cadence | null;
  /** Benefit names that the tier gives, with quantities. */
  readonly benefits: readonly TierBenefit[];
  /** Names of what partners in the tier are expected to do: nothing is judged by it. */
  readonly expects: readonly string[];
}

export const EXPECTED_OF = ["partner", "vendor", "both"] as const;
export const EXPECTED_EVERY = ["month", "quarter", "year", "fiscal quarter", "fiscal year"] as const;
export type ExpectedEvery = (typeof EXPECTED_EVERY)[number];

/** What partners in a tier do beside what reaching it asks: a review each quarter, a joint business plan. */
export interface Expectation {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly why: string;
  /** How often; null for once. */
  readonly every: ExpectedEvery | null;
  /** Who does it. */
  readonly of: (typeof EXPECTED_OF)[number];
}

export const DIMENSIONS = ["financial", "technical-enablement", "go-to-market"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Benefit {
  readonly name: string;
  readonly title: string;
  readonly dimension: Dimension;
  readonly description: string | null;
  readonly why: string;
  /** What one of it is worth to a partner a year, in major units; null where the document does not say. */
  readonly value: Rational | null;
  /** What one of it costs the vendor a year, in major units; null where the document does not say. */
  readonly cost: Rational | null;
  /** What the quantity is counted over, and `cost` and `value` with it; null for a calendar year. */
  readonly per: CountingPeriod | null;
  /** Who answers for it at the vendor. */
  readonly owner: string | null;
  /** How a partner claims it; null where it is simply there. */
  readonly claim: string | null;
  /** Service level: days from an approved claim to its fulfilment. */
  readonly fulfilledWithinDays: number | null;
  readonly transition: Transition;
  /** A person of the vendor who is assigned to each partner that has it; null where none is. */
  readonly assigns: AssignedRole | null;
}

export const ASSIGNED_ROLES = ["success-manager", "technical-account-manager"] as const;
export type AssignedRole = (typeof ASSIGNED_ROLES)[number];
export interface TierBenefit {
  readonly benefit: string;
  /** How many a period the tier gives; null where the benefit is not counted. */
  readonly quantity: number | null;
}

/** What the program check holds the document to. */
export interface Checks {
  /** By how much the value of each dimension rises from a tier to the next, as a share; null for any rise at all. */
  readonly valueRisesBy: Rational | null;
  /** The most that all rewards of one tier may take of qualifying revenue together. */
  readonly marginCeiling: Rational | null;
  /** The most that the benefits of a tier may cost the vendor a year and partner, in major units. */
  readonly costCeiling: Rational | null;
}
