/** How deals are registered and protected. */
export interface RegistrationTerms {
  /** Days by tier; a tier that is not named may not register. */
  readonly protectsDays: ReadonlyMap<string, number>;
  readonly extension: { readonly days: number; readonly times: number } | null;
  /** Most registrations that a partner has waiting or protected, by tier; `DEFAULT_CAPACITY` for a tier that is not named. */
  readonly capacity: ReadonlyMap<string, number>;
  /** The lines for which a customer is protected apart; any where the document names none. */
  readonly productLines: readonly string[];
  /** Days after a protection ended unconverted in which its partner may not register the same customer and line again. */
  readonly againAfterDays: number;
  /** `automatic`: approved at once where nothing conflicts. */
  readonly approval: "automatic" | "manual";
  readonly why: string;
}

/** Registrations that a partner of a tier without a capacity has waiting or protected at most. */
export const DEFAULT_CAPACITY = 50;

export const DEFAULT_AGAIN_AFTER_DAYS = 30;
