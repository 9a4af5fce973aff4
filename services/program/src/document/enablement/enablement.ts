import type { CalendarDate } from "../../exact/index.js";

/** The sections on training and on partners' readiness. */
export interface EnablementSections {
  readonly courses: readonly Course[];
  readonly maturities: readonly Maturity[];
  readonly paths: readonly LearningPath[];
  readonly validations: readonly Validation[];
  /** Null where the program makes no plans. */
  readonly onboarding: Onboarding | null;
  /** Null where partners get no sandboxes. */
  readonly sandboxes: SandboxTerms | null;
}

export const ROLES = ["sales", "engineering", "customer-success"] as const;
export type Role = (typeof ROLES)[number];

/** A stage of partner maturity, by its tiers. No tier is in two. */
export interface Maturity {
  readonly name: string;
  readonly title: string;
  readonly tiers: readonly string[];
}

/** A course; completing one that certifies gives the person a certification. */
export interface Course {
  readonly name: string;
  readonly title: string;
  readonly role: Role | null;
  /** Rises when the content has changed so much that earlier knowledge is not enough. */
  readonly version: number;
  readonly modules: readonly CourseModule[];
  /** Courses that must be completed first. */
  readonly requires: readonly string[];
  /** Null where the course gives no certification. */
  readonly certifies: CourseCertification | null;
}
export interface CourseModule {
  readonly name: string;
  readonly title: string;
}
export interface CourseCertification {
  readonly level: string;
  /** Months from completion to expiry; null for no expiry. */
  readonly validMonths: number | null;
  /** Days before expiry in which renewal loses no time; null where renewal restarts the term. */
  readonly renewalDays: number | null;
  /** Days after a new course version takes effect until earlier certifications end; null where they keep their term. */
  readonly recertifyDays: number | null;
}

/** Courses in the order in which people take them. */
export interface LearningPath {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  /** Null where it is for everyone. */
  readonly role: Role | null;
  /** Names of maturities; empty for all of them. */
  readonly maturities: readonly string[];
  /** Names of tracks; empty for all of them. */
  readonly tracks: readonly string[];
  readonly courses: readonly string[];
}

/** Onboarding: plans that are made when partners join or are promoted. */
export interface Onboarding {
  /** Holidays, besides weekends. */
  readonly holidays: readonly CalendarDate[];
  /** The kind of fact whose first occurrence is a partner's first value; null for none. */
  readonly firstValue: string | null;
  readonly plans: readonly PlanTemplate[];
}
export interface PlanTemplate {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  /**
   * `joining`: made once, on the day of first placement. `promotion`: made once, when one of `tiers` is reached from
   * below.
   */
  readonly at: "joining" | "promotion";
  /** Names of tiers; empty for all of them. */
  readonly tiers: readonly string[];
  /** Names of tracks; empty for all of them. */
  readonly tracks: readonly string[];
  /** Each step after those that it depends on. */
  readonly steps: readonly PlanStep[];
}
export interface PlanStep {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly owner: "partner" | "vendor";
  /** Due so many business days after the plan is made. */
  readonly dueDays: number;
  /** Names of earlier steps that must be done first. */
  readonly after: readonly string[];
  /** What completes the step automatically; null where a person does. */
  readonly doneBy:
    | { readonly kind: "course"; readonly course: string }
    | { readonly kind: "fact"; readonly fact: string }
    | { readonly kind: "validation"; readonly validation: string }
    | null;
  /** Whether evidence, a text or a URL, is required. */
  readonly needsEvidence: boolean;
}

/** Whether something for these tracks (all where empty) applies to a partner on the held ones. */
export const isForTracks = (tracks: readonly string[], held: readonly string[]): boolean =>
  tracks.length === 0 || tracks.some((track) => held.includes(track));

/** Kinds of facts that plans depend on, or that count as first value. */
export const awaitedKinds = ({ firstValue, plans }: Onboarding): ReadonlySet<string> =>
  new Set([
    ...(firstValue === null ? [] : [firstValue]),
    ...plans.flatMap(({ steps }) => steps.flatMap(({ doneBy }) => (doneBy?.kind === "fact" ? [doneBy.fact] : []))),
  ]);

/** A list of checks that a partner's solution passes before customers meet it. */
export interface Validation {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  /** Names of tracks; empty for all of them. */
  readonly tracks: readonly string[];
  readonly checks: readonly ValidationCheck[];
}
export type ValidationCheck = { readonly name: string; readonly title: string } & (
  | {
      readonly kind: "probe";
      /** The path requested from the partner's declared endpoint, such as `/health`. */
      readonly path: string;
      readonly status: number;
      /** Expected values in the response, by JSON Pointer (RFC 6901). */
      readonly json: ReadonlyMap<string, string>;
    }
  /** A person checks and reports the result. */
  | { readonly kind: "manual"; readonly ask: string }
);

/** How partners get sandboxes. */
export interface SandboxTerms {
  /** The benefit whose quantity in the partner's tier limits its open sandboxes. */
  readonly benefit: string;
  readonly lastsDays: number;
  readonly extension: { readonly days: number; readonly times: number } | null;
}
