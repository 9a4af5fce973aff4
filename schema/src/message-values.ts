/** What a placeholder of a message stands for: a text, a number to choose a plural by, or what each language writes its own way. */
export type InWords = string | number | boolean | readonly string[] | Money | Quantity | Day | List;

export interface Money {
  /** In major units, with the decimals that are to be shown. */
  readonly amount: string;
  readonly currency: string;
}
export interface Quantity {
  readonly kind: "count" | "percent";
  readonly number: string;
}
export interface Day {
  readonly kind: "day";
  readonly day: string;
}
export interface List {
  readonly kind: "list";
  readonly of: readonly string[];
  readonly joined: "and" | "or";
}

/** A number that no plural depends on, such as `1234.5`. */
export const asCount = (number: string): Quantity => ({ kind: "count", number });
/** @param number in hundredths: `12.5` is 12.5% */
export const asPercent = (number: string): Quantity => ({ kind: "percent", number });
/** @param day `YYYY-MM-DD` */
export const asDay = (day: string): Day => ({ kind: "day", day });
/** Of a sentence: "a, b and c". A bare list of texts has commas only. */
export const asList = (of: readonly string[], joined: List["joined"] = "and"): List => ({ kind: "list", of, joined });

/** A value as a language writes it: `1,250.50 USD`, or in German `1.250,50 USD`. Numbers of any length stay exact. */
export function textOf(language: string, value: InWords): string {
  if (typeof value !== "object") return typeof value === "number" ? numberOf(language, String(value)) : String(value);
  if ("currency" in value) return `${numberOf(language, value.amount)} ${value.currency}`;
  if (!("kind" in value)) return value.join(", ");
  switch (value.kind) {
    case "count":
      return numberOf(language, value.number);
    case "percent":
      return `${numberOf(language, value.number)}${PERCENT[language] ?? "%"}`;
    case "day":
      return kept(days, language, dayFormat).format(new Date(value.day));
    case "list":
      return joinedBy(language, value);
  }
}

/** Sets a no-break space before the sign. */
const PERCENT: Readonly<Record<string, string>> = { de: "\u00a0%" };

/** English as it is written outside America: `30 June 2017`, `1, 2 and 3`. */
const localeOf = (language: string): string => (language === "en" ? "en-GB" : language);

function numberOf(language: string, decimal: string): string {
  const digits = decimal.split(".")[1]?.length ?? 0;
  const format = kept(numbers, `${language} ${digits}`, () => numberFormat(language, digits));
  return format.format(decimal as unknown as number); // A decimal text is formatted exactly: as a number it would be rounded.
}

const numbers = new Map<string, Intl.NumberFormat>();
const numberFormat = (language: string, digits: number) =>
  new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits });

const days = new Map<string, Intl.DateTimeFormat>();
const dayFormat = (language: string) =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: "UTC" });

const lists = new Map<string, Intl.ListFormat>();
function joinedBy(language: string, { of, joined }: List): string {
  const type = joined === "and" ? "conjunction" : "disjunction";
  return kept(lists, `${language} ${type}`, () => new Intl.ListFormat(localeOf(language), { type })).format(of);
}

/** Formats take longer to make than to use. */
function kept<Format>(formats: Map<string, Format>, key: string, make: (key: string) => Format): Format {
  const known = formats.get(key) ?? make(key);
  formats.set(key, known);
  return known;
}
