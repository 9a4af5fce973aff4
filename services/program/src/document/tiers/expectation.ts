export const EXPECTED_OF = ["partner", "vendor", "both"] as const;

export const EXPECTED_EVERY = ["month", "quarter", "year", "fiscal quarter", "fiscal year"] as const;

export type ExpectedEvery = (typeof EXPECTED_EVERY)[number];

/** What partners in a tier are expected to do: a review each quarter, a joint business plan. */
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
