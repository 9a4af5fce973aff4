/** How a file writes its numbers, by the example of `1,234.56`. */
export interface NumberFormat {
  /** As it is written in mappings. */
  readonly notation: string;
  /**
   * The number as plain decimal text, and the currency that its sign or code names; null where the text is no number in
   * this format. Parentheses, and a minus before or after it, make it negative.
   */
  read(text: string): { readonly decimal: string; readonly currency: string | null } | null;
}

/** Signs for thousands and before decimals, the likeliest first. */
const SIGNS: ReadonlyMap<string, { readonly group: string; readonly decimal: "." | "," }> = new Map([
  ["1234.56", { group: "", decimal: "." }],
  ["1,234.56", { group: ",", decimal: "." }],
  ["1234,56", { group: "", decimal: "," }],
  ["1.234,56", { group: ".", decimal: "," }],
  ["1 234,56", { group: " ", decimal: "," }],
  ["1 234.56", { group: " ", decimal: "." }],
  ["1'234.56", { group: "'", decimal: "." }],
]);

export const NUMBER_FORMATS: readonly string[] = [...SIGNS.keys()];

/** Signs that are of one currency alone; `$` and `¥` are of several, and only drop out. */
const CURRENCY_OF_SIGN: ReadonlyMap<string, string> = new Map([
  ["€", "EUR"],
  ["£", "GBP"],
  ["₹", "INR"],
  ["US$", "USD"],
  ["C$", "CAD"],
  ["CA$", "CAD"],
  ["A$", "AUD"],
  ["AU$", "AUD"],
]);
const MONEY = String.raw`(?<money>[A-Z]{3}|[A-Z]{1,2}\$|[€£₹$¥])?`;
/** Any blank, and the apostrophes, that stand for thousands in print. */
const BLANKS = "[ \\u00A0\\u202F\\u2009]";
const APOSTROPHES = "['\\u2019]";

/** Null where the notation is none of `NUMBER_FORMATS`. */
export function numberFormatOf(notation: string): NumberFormat | null {
  const signs = SIGNS.get(notation);
  if (signs === undefined) return null;
  const group = signs.group === " " ? BLANKS : signs.group === "'" ? APOSTROPHES : escaped(signs.group);
  // Two digits between signs are how lakhs are written.
  const whole = signs.group === "" ? String.raw`\d+` : String.raw`(?:\d{1,3}(?:${group}\d{2,3})*${group}\d{3}|\d+)`;
  const number = String.raw`(?<whole>${whole})?(?:${escaped(signs.decimal)}(?<part>\d+))?`;
  const before = new RegExp(`^(?<minus>-)? ?${MONEY} ?(?<minus2>-)?${number}(?<minus3>-)?$`);
  const after = new RegExp(`^(?<minus>-)?${number}(?<minus2>-)? ?${MONEY}$`);
  return { notation, read: (text) => numberOf(text, before) ?? numberOf(text, after) };
}

const escaped = (sign: string): string => (sign === "" ? "" : `\\${sign}`);

function numberOf(text: string, expression: RegExp): ReturnType<NumberFormat["read"]> {
  const bare = text.replace(/[\u00A0\u202F\u2009]/g, " ").replace("\u2212", "-");
  const inParentheses = /^\((?<inside>.+)\)$/.exec(bare)?.groups?.inside;
  const parts = expression.exec(inParentheses ?? bare)?.groups;
  if (parts === undefined || (parts.whole === undefined && parts.part === undefined)) return null;
  const minuses = [inParentheses, parts.minus, parts.minus2, parts.minus3].filter((minus) => minus !== undefined);
  if (minuses.length > 1) return null;
  const digits = (parts.whole ?? "0").replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  const decimal = `${minuses.length === 1 ? "-" : ""}${digits}${parts.part === undefined ? "" : `.${parts.part}`}`;
  return { decimal, currency: currencyOf(parts.money) };
}

const currencyOf = (money: string | undefined): string | null =>
  money === undefined ? null : (CURRENCY_OF_SIGN.get(money) ?? (/^[A-Z]{3}$/.test(money) ? money : null));
