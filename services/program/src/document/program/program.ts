import type { Benefit } from "../benefits/index.js";
import type { EnablementSections } from "../enablement/index.js";
import type { DeclaredFactKind } from "../facts/index.js";
import type { Governance } from "../governance/index.js";
import type { Measure, ReviewForm } from "../measures/index.js";
import type { Closing, ProgramCalendar } from "../periods/index.js";
import type { RegistrationTerms } from "../registrations/index.js";
import type { Approval, Market, NamedRule, NamedTerm, Score } from "../requirements/index.js";
import type { RewardSections } from "../rewards/index.js";
import type { Expectation, Tier, Track } from "../tiers/index.js";
import type { WeightTable } from "../weights/index.js";
import type { Checks } from "./checks.js";

/**
 * A partner program, as one validated document. Plain data: everything that judges takes it as an argument.
 * Lists keep the order of the document; tiers are sorted by rank, lowest first.
 */
export interface Program extends EnablementSections, RewardSections {
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
  /** Null where partners cannot register deals. */
  readonly registrations: RegistrationTerms | null;
  readonly checks: Checks;
  /** On the program as partners read it: the program with what the vendor keeps to itself. */
  readonly whole?: Program;
}

/** `at` is the address of what changed, or of anything above it. */
export interface ChangeReason {
  readonly at: string;
  readonly because: string;
}
