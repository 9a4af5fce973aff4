/** What was reported of a fact that counts otherwise than it was reported; what is left out counts as it came. */
export interface FactOrigin {
  /** The day on which it happened: its period was closed when it came. */
  readonly happenedOn?: string;
  /** The whole amount in the program's currency, of which the partner is credited with a share. */
  readonly wholeMinor?: string | null;
  /** In hundredths of a percent of the whole: 4000 is 40%. */
  readonly share?: number;
  /** The amount in minor units of the currency in which it was reported. */
  readonly toldMinor?: string;
  readonly toldCurrency?: string;
  /** Exact: one unit of that currency is so much of the program's. */
  readonly rate?: string;
  /** The day of which the rate is. */
  readonly rateOn?: string;
  /** The report did not say that the customer is the partner's own; it is known otherwise. */
  readonly isOwnCustomer?: true;
}

/** The whole, in hundredths of a percent. */
export const WHOLE = 10_000;

export const shareOf = ({ origin }: { readonly origin: FactOrigin | null }): number => origin?.share ?? WHOLE;
