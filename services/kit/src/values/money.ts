/** An amount in minor units (cents), as it is stored and added. */
export interface MinorAmount {
  readonly minor: bigint;
  readonly currency: string;
}

// ISO 4217: every other currency has two digits.
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries([
  ...["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"].map((code) => [code, 0]),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((code) => [code, 3]),
  ...["CLF", "UYW"].map((code) => [code, 4]),
]);

/** How many decimal digits the currency's minor unit has. */
export const minorDigitsOf = (currency: string): number => DIGITS[currency] ?? 2;

/** `{ minor: 125050n, currency: "USD" }` -> `{ amount: "1250.50", currency: "USD" }`, the graph's `Money`. */
export function moneyOf({ minor, currency }: MinorAmount): { amount: string; currency: string } {
  const digits = minorDigitsOf(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const amount = digits === 0 ? whole : `${whole}.${text.slice(-digits)}`;
  return { amount: minor < 0n ? `-${amount}` : amount, currency };
}

/** Minor units of a decimal text; null where it has more digits than the currency, or is no number of 15 digits at most. */
export function minorOf(amount: string, currency: string): bigint | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(amount);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = minorDigitsOf(currency);
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  return sign === "-" ? -minor : minor;
}
