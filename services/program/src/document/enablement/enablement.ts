import type { CalendarDate } from "../../exact/index.js";

/** What a program says about training, and about partners who get ready to sell. */
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

/** How far a partner has come with the product, by the tiers in which it is so far. No tier is in two. */
export interface Maturity {
  readonly name: string;
  readonly title: string;
  readonly tiers: readonly string[];
}

/** A course that the program knows; completing one that certifies gives the person a certification. */
export interface Course {
  readonly name: string;
  readonly title: string;
  readonly role: Role | null;
  /** Rises when what is taught has changed so much that who learned it before does not know it. */
  readonly version: number;
  readonly modules: readonly CourseModule[];
  /** Courses that have to be completed before. */
  readonly requires: readonly string[];
  /** Null where completing the course certifies nobody. */
  readonly certifies: CourseCertification | null;
}
export interface CourseModule {
  readonly name: string;
  readonly title: string;
}
export interface CourseCertification {
  readonly level: string;
  /** Months from the completion to the expiry; null where it holds for good. */
  readonly validMonths: number | null;
  /** Days before the expiry from which it can be renewed without losing any of them; null where renewal counts anew. */
  readonly renewalDays: number | null;
  /** Days after a new version of the course came into force until which those of earlier versions hold; null for their own term. */
  readonly recertifyDays: number | null;
}

/** Courses in the order in which whom they are for takes them. */
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

/** How partners get ready: plans that are made when they join, and when they are promoted. */
export interface Onboarding {
  /** Days on which nobody works, weekends apart. */
  readonly holidays: readonly CalendarDate[];
  /** The kind of fact whose first one is a partner's first value; null where none is. */
  readonly firstValue: string | null;
  readonly plans: readonly PlanTemplate[];
}
export interface PlanTemplate {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  /** `joining`: made once, on the day that a partner is first placed; `promotion`: once, when one of `tiers` is reached from below. */
  readonly at: "joining" | "promotion";
  /** Names of tiers; empty for all of them. */
  readonly tiers: readonly string[];
  /** Names of tracks; empty for all of them. */
  readonly tracks: readonly string[];
  /** Each after those that it waits for. */
  readonly steps: readonly PlanStep[];
}
export interface PlanStep {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly owner: "partner" | "vendor";
  /** Business days from the day that the plan is made. */
  readonly dueDays: number;
  /** Names of earlier steps that have to be done before. */
  readonly after: readonly string[];
  /** What completes it without anybody saying so; null where somebody says so. */
  readonly doneBy:
    | { readonly kind: "course"; readonly course: string }
    | { readonly kind: "fact"; readonly fact: string }
    | { readonly kind: "validation"; readonly validation: string }
    | null;
  /** Whether a text or an address that shows it is asked for. */
  readonly needsEvidence: boolean;
}

/** Whether what is for some tracks, or for all where there are none, is for a partner on these. */
export const isForTracks = (tracks: readonly string[], held: readonly string[]): boolean =>
  tracks.length === 0 || tracks.some((track) => held.includes(track));

/** Kinds of facts that plans wait for, or that are value. */
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
      /** Path that is asked of the partner's declared endpoint, such as `/health`. */
      readonly path: string;
      readonly status: number;
      /** What the answer holds, by JSON Pointer (RFC 6901). */
      readonly json: ReadonlyMap<string, string>;
    }
  /** Somebody looks, and says what was seen. */
  | { readonly kind: "manual"; readonly ask: string }
);

/** How partners get sandboxes of their own. */
export interface SandboxTerms {
  /** The benefit whose quantity at the partner's tier is how many it may have at once. */
  readonly benefit: string;
  readonly lastsDays: number;
  readonly extension: { readonly days: number; readonly times: number } | null;
}
