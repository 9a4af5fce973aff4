/** How a file writes its days: parts and signs, for example `DD.MM.YYYY`. */
export interface DayFormat {
  /** As it is written in mappings. */
  readonly notation: string;
  /** The day as `YYYY-MM-DD`; null where the text is no day in this format. A time of day after it is dropped. */
  read(text: string): string | null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const TIME = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?`;
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +)?";
const PARTS: ReadonlyMap<string, string> = new Map([
  ["YYYY", String.raw`(?<year>[1-9]\d{3})`],
  ["YY", String.raw`(?<short>\d{2})`],
  ["MM", String.raw`(?<month>\d{1,2})`],
  ["DD", String.raw`(?<day>\d{1,2})`],
  ["Mon", String.raw`(?<name>[a-z]{3,9})\.?`],
]);
/** Two digits of a year above this are of the last century. */
const LAST_SHORT_YEAR = 79;
const MS_PER_DAY = 86_400_000;
/** Day 0 of spreadsheets; their 1900 is taken for a leap year, so that it holds from March 1900 on. */
const SPREADSHEET_EPOCH_MS = Date.UTC(1899, 11, 30);

/** Those that are found without being named, the likeliest first. */
export const FOUND_DAY_FORMATS = [
  "YYYY-MM-DD",
  "YYYY/MM/DD",
  "YYYY.MM.DD",
  "YYYYMMDD",
  "DD.MM.YYYY",
  "DD/MM/YYYY",
  "MM/DD/YYYY",
  "DD-MM-YYYY",
  "MM-DD-YYYY",
  "DD Mon YYYY",
  "DD-Mon-YYYY",
  "Mon DD, YYYY",
  "DD.MM.YY",
  "DD/MM/YY",
  "MM/DD/YY",
  "DD-Mon-YY",
];

/** Those that are no parts and signs, and must be named: `spreadsheet` counts days, `unix` seconds, `unix-ms` milliseconds. */
export const COUNTED_DAY_FORMATS = ["spreadsheet", "unix", "unix-ms"] as const;

/**
 * Reads a notation of days: `YYYY`, `YY`, `MM`, `DD` (one digit or two), `Mon` (an English month, short or long) and the
 * signs between them, each part once; or a counted format. Null where it is none.
 */
export function dayFormatOf(notation: string): DayFormat | null {
  if (notation === "spreadsheet") return counted(notation, (days) => SPREADSHEET_EPOCH_MS + days * MS_PER_DAY);
  if (notation === "unix") return counted(notation, (seconds) => seconds * 1000);
  if (notation === "unix-ms") return counted(notation, (ms) => ms);
  const words = notation.match(/YYYY|YY|MM|DD|Mon|[^A-Za-z0-9]/g) ?? [];
  if (words.join("") !== notation || !isWhole(words)) return null;
  const isPacked = words.every((word) => PARTS.has(word));
  const pattern = words.map((word) => partOf(word, isPacked)).join("");
  const expression = new RegExp(`^${WEEKDAY}${pattern}${TIME}$`, "i");
  return { notation, read: (text) => dayOf(expression.exec(text)?.groups) };
}

/** Parts that stand without a sign between them have all their digits. */
const partOf = (word: string, isPacked: boolean): string => {
  const part = PARTS.get(word);
  if (part === undefined) return word === " " ? " +" : `\\${word}`;
  return isPacked ? part.replace("{1,2}", "{2}") : part;
};

function isWhole(words: readonly string[]): boolean {
  const has = (...parts: string[]): boolean => words.filter((word) => parts.includes(word)).length === 1;
  return has("YYYY", "YY") && has("MM", "Mon") && has("DD");
}

function dayOf(parts: Readonly<Record<string, string | undefined>> | undefined): string | null {
  if (parts === undefined) return null;
  const year = parts.year ?? fullYear(Number(parts.short));
  const month = parts.month === undefined ? monthOf(parts.name ?? "") : Number(parts.month);
  return calendarDay(Number(year), month, Number(parts.day));
}

const fullYear = (short: number): number => (short > LAST_SHORT_YEAR ? 1900 + short : 2000 + short);

function monthOf(name: string): number {
  const short = name.toLowerCase().slice(0, 3);
  const full = new Date(Date.UTC(2000, MONTHS.indexOf(short), 1)).toLocaleString("en", {
    month: "long",
    timeZone: "UTC",
  });
  const isMeant = name.length === 3 || full.toLowerCase() === name.toLowerCase() || name.toLowerCase() === "sept";
  return isMeant ? MONTHS.indexOf(short) + 1 : 0;
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1000 ? date.toISOString().slice(0, 10) : null;
}

function counted(notation: string, msOf: (count: number) => number): DayFormat {
  return {
    notation,
    read: (text) => {
      if (!/^-?\d{1,15}(\.\d+)?$/.test(text)) return null;
      const ms = msOf(Number(text));
      const isNear = ms >= Date.UTC(1000, 0, 1) && ms < Date.UTC(10_000, 0, 1);
      return isNear ? new Date(ms).toISOString().slice(0, 10) : null;
    },
  };
}
