import type { Benefit } from "../benefits/index.js";
import type { EnablementSections } from "../enablement/index.js";
import type { DeclaredFactKind } from "../facts/index.js";
import type { Governance } from "../governance/index.js";
import type { Measure, ReviewForm } from "../measures/index.js";
import type { Translations } from "../notation/index.js";
import type { Closing, ProgramCalendar } from "../periods/index.js";
import type { RegistrationTerms } from "../registrations/index.js";
import type { Approval, Market, NamedRule, NamedTerm, Score } from "../requirements/index.js";
import type { RewardSections } from "../rewards/index.js";
import type { Expectation, Tier, Track } from "../tiers/index.js";
import type { WeightTable } from "../weights/index.js";
import type { Checks } from "./checks.js";

/**
 * A partner program: a validated document as plain data. Lists keep document order; tiers are sorted by rank, lowest
 * first.
 */
export interface Program extends EnablementSections, RewardSections {
  /** Stable slug of the program, for example `northwind-partners`. */
  readonly name: string;
  /** Label of this version, unique within the program, for example `2026.2`. */
  readonly version: string;
  /** The language of its texts and of sentences about it, as BCP 47 names it. */
  readonly language: string;
  /** What the document gives in several languages, by path. */
  readonly translations: ReadonlyMap<string, Translations>;
  /** What this version changes, and why, in words. */
  readonly why: string | null;
  /** Where the rules were published, if by someone else. */
  readonly source: string | null;
  /** Reasons for differences from the version before. */
  readonly changes: readonly ChangeReason[];
  /** ISO 4217 code of every amount in the document. */
  readonly currency: string;
  readonly calendar: ProgramCalendar;
  /** Whether a tier also requires every tier below it. */
  readonly ladder: "highest-own" | "cumulative";
  readonly tracks: readonly Track[];
  /**
   * How several chosen tracks combine. `all` (the default): everything that addresses any of them is asked. `best-of`:
   * each track is assessed alone and the best counts for each tier, so that another track never costs a tier.
   */
  readonly tracksJoin: "all" | "best-of" | null;
  readonly markets: readonly Market[];
  /** Declared kinds of facts, beyond the built-in ones. */
  readonly factKinds: readonly DeclaredFactKind[];
  readonly measures: readonly Measure[];
  /** Tables of factors that terms of scores use. */
  readonly weights: readonly WeightTable[];
  /** Terms that scores share; citing scores contain a copy. */
  readonly terms: readonly NamedTerm[];
  readonly scores: readonly Score[];
  /** Named requirements; citing tiers and tracks contain a copy. */
  readonly rules: readonly NamedRule[];
  readonly approvals: readonly Approval[];
  readonly reviews: readonly ReviewForm[];
  readonly tiers: readonly Tier[];
  /** Null where the section is left out: partners then move at once. */
  readonly governance: Governance | null;
  /** When periods close; null for never. */
  readonly closing: Closing | null;
  readonly benefits: readonly Benefit[];
  readonly expectations: readonly Expectation[];
  /** Null where partners cannot register deals. */
  readonly registrations: RegistrationTerms | null;
  readonly checks: Checks;
  /** Set on the program as partners see it: the whole program. */
  readonly whole?: Program;
}

/** `at` is the address of the change, or of a part above it. */
export interface ChangeReason {
  readonly at: string;
  readonly because: string;
}
