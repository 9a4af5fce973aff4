/** How deals are registered and protected. */
export interface RegistrationTerms {
  /** Days of protection by tier; other tiers may not register. */
  readonly protectsDays: ReadonlyMap<string, number>;
  readonly extension: { readonly days: number; readonly times: number } | null;
  /** The most pending and protected registrations, by tier; `DEFAULT_CAPACITY` for other tiers. */
  readonly capacity: ReadonlyMap<string, number>;
  /** Product lines that are protected separately; any line where empty. */
  readonly productLines: readonly string[];
  /**
   * Days after a protection ended without a deal in which its partner may not register the same customer and line
   * again.
   */
  readonly againAfterDays: number;
  /** `automatic`: approved at once where nothing conflicts. */
  readonly approval: "automatic" | "manual";
  readonly why: string;
}

/** The default number of pending and protected registrations. */
export const DEFAULT_CAPACITY = 50;

export const DEFAULT_AGAIN_AFTER_DAYS = 30;
