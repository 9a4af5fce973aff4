import { multiply, type Rational, rational, toExactString } from "../../exact/index.js";

/** Plain data to write as YAML. */
export type Plain = Record<string, unknown>;

// A map keeps the order; an object would put a name such as `2026` first.
export function byName<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  print: (thing: Thing) => Plain,
): Map<string, Plain> {
  return new Map(things.map((thing) => [thing.name, print(thing)]));
}

/** Leaves out null, false, and empty lists and maps. */
export function withoutEmpty(fields: Plain): Plain {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => saysSomething(value)));
}

function saysSomething(value: unknown): boolean {
  if (value instanceof Map) return value.size > 0;
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false && value !== undefined;
}

export function printPercent(share: Rational): string {
  return `${toExactString(multiply(share, rational(100)))}%`;
}

/** A bare number where YAML reads it exactly; otherwise a text, which the parser reads exactly. */
export function printNumber(number: Rational): number | bigint | string {
  if (number.den === 1n) return number.num;
  const text = toExactString(number);
  return String(Number(text)) === text ? Number(text) : text;
}

/** A factor; as a fraction where it has more decimals than the parser reads. */
export function printFactor(factor: Rational): number | bigint | string {
  const isDecimal = /^-?\d{1,30}(\.\d{1,18})?$/.test(toExactString(factor));
  return isDecimal ? printNumber(factor) : `${factor.num}/${factor.den}`;
}

export const days = (count: number): string => `${count} days`;

export const months = (count: number): string => `${count} months`;

/** Compares plain data with equal key order and without bigints. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
