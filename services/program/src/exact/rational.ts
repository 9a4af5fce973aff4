/**
 * An exact fraction in lowest terms with a positive denominator, so that equal numbers are equal data. Everything that
 * decides a tier or a reward uses these: 7 × 15/7 is 15.
 */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };

/** `num / den` in lowest terms. Throws on a zero denominator: check with `isZero` first. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  const [n, d] = [BigInt(num), BigInt(den)];
  if (d === 1n) return { num: n, den: d };
  if (d === 0n) throw new Error(`Division of ${n} by zero`);
  const shared = greatestCommonDivisor(n, d);
  const sign = d < 0n ? -1n : 1n;
  return { num: (sign * n) / shared, den: (sign * d) / shared };
}

/**
 * Reads a plain decimal such as `100000`, `1.5` or `-3`, exactly. Null for anything else, including exponents,
 * thousands separators, and more than 30 digits before or 18 after the point.
 */
export function parseDecimal(text: string): Rational | null {
  return /^[+-]?\d{1,30}(\.\d{1,18})?$/.test(text) ? decimal(text) : null;
}

export function add(a: Rational, b: Rational): Rational {
  if (a.den === b.den) return rational(a.num + b.num, a.den);
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtract(a: Rational, b: Rational): Rational {
  if (a.den === b.den) return rational(a.num - b.num, a.den);
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function multiply(a: Rational, b: Rational): Rational {
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  return rational(a.num * b.num, a.den * b.den);
}

/** `dividend / divisor`. Throws where the divisor is zero. */
export function divide(dividend: Rational, divisor: Rational): Rational {
  return rational(dividend.num * divisor.den, dividend.den * divisor.num);
}

/** -1 where `a` is smaller, 1 where it is larger, 0 where they are equal. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export const larger = (a: Rational, b: Rational): Rational => (compare(b, a) > 0 ? b : a);

/** The value, or the cap where it is above it; null for no cap. */
export const atMost = (cap: Rational | null, value: Rational): Rational =>
  cap !== null && compare(value, cap) > 0 ? cap : value;

const isOne = ({ num, den }: Rational): boolean => num === 1n && den === 1n;

export function isZero(r: Rational): boolean {
  return r.num === 0n;
}

/** Converts minor units (cents) to major units (dollars): 10433250 with 2 digits is 104332.5. */
export function fromMinorUnits(minor: bigint, digits: number): Rational {
  return rational(minor, powerOfTen(digits));
}

/** The largest whole number of units of 10^-digits that does not exceed `r`. */
export function roundDown(r: Rational, digits: number): bigint {
  const scaled = r.num * powerOfTen(digits);
  const towardZero = scaled / r.den;
  return scaled < 0n && scaled % r.den !== 0n ? towardZero - 1n : towardZero;
}

/** The nearest whole number of units of 10^-digits; a half rounds away from zero, as on invoices. */
export function roundHalfUp(r: Rational, digits: number): bigint {
  const magnitude = (r.num < 0n ? -r.num : r.num) * powerOfTen(digits);
  const rounded = (2n * magnitude + r.den) / (2n * r.den);
  return r.num < 0n ? -rounded : rounded;
}

/** The shortest exact text: `12.5` where the decimal ends, `15/7` where it does not. `parseExact` reads it back. */
export function toExactString(r: Rational): string {
  const digits = decimalsOf(r.den);
  return digits === null ? `${r.num}/${r.den}` : scaledToText((r.num * powerOfTen(digits)) / r.den, digits);
}

/** Reads what `toExactString` wrote; null for any other text. */
export function parseExact(text: string): Rational | null {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction?.[1] !== undefined && fraction[2] !== undefined) {
    const den = BigInt(fraction[2]);
    return den === 0n ? null : rational(BigInt(fraction[1]), den);
  }
  return /^-?\d+(\.\d+)?$/.test(text) ? decimal(text) : null;
}

/** Reads what `toExactString` wrote. Throws on any other text. */
export function knownExact(text: string): Rational {
  const value = parseExact(text);
  if (value === null) throw new Error(`Not an exact number: ${text}`);
  return value;
}

/** For people: rounded to at most `maxDigits` decimals, without trailing zeros. Never used to decide. */
export function toDecimalString(r: Rational, maxDigits: number): string {
  if (r.den === 1n) return r.num.toString();
  // Cents and hundredths of a percent end after four digits: as much is worked out as is shown.
  const digits = maxDigits >= 4 && 10_000n % r.den === 0n ? 4 : maxDigits;
  const text = scaledToText(roundHalfUp(r, digits), digits);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A whole number of units of 10^-digits as a decimal with exactly that many digits: 150 with 2 is `1.50`. */
export function scaledToText(scaled: bigint, digits: number): string {
  const magnitude = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  const sign = scaled < 0n ? "-" : "";
  if (digits === 0) return sign + magnitude;
  return `${sign}${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`;
}

function decimal(text: string): Rational {
  const [whole = "", decimals = ""] = text.replace("+", "").split(".");
  return rational(BigInt(whole + decimals), powerOfTen(decimals.length));
}

/** Money has two digits, measures are shown with twelve: worked out once, a power costs more than the division by it. */
const POWERS_OF_TEN = Array.from({ length: 40 }, (_, digits) => 10n ** BigInt(digits));
const powerOfTen = (digits: number): bigint => POWERS_OF_TEN[digits] ?? 10n ** BigInt(digits);

/** How many decimals `1/den` needs; null where they never end. */
function decimalsOf(den: bigint): number | null {
  let [rest, twos, fives] = [den, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : null;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  // Small numbers divide some ten times as fast as large ones do.
  if (x <= SAFE && y <= SAFE) return BigInt(divisorOfSafe(Number(x), Number(y)));
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function divisorOfSafe(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
