import { asDay, asList, DEFAULT_LANGUAGE, textOf } from "@tiergraph/schema/messages";
import type { Length } from "../document/governance/index.js";
import type { Program } from "../document/program/index.js";
import { type CalendarDate, formatForReading } from "../exact/index.js";
import { wordMessages } from "./words.messages.js";

export function titleOf(program: Program, tier: string): string {
  return program.tiers.find(({ name }) => name === tier)?.title ?? tier;
}

/** In English; in the language of a reader see `lengthInWords`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "30 days", "6 months". */
export const lengthInWords = ({ count, unit }: Length, language: string = DEFAULT_LANGUAGE): string =>
  wordMessages[unit](language, { count });

/** "30 June 2017". */
export const dayInWords = (day: CalendarDate, language: string): string =>
  language === DEFAULT_LANGUAGE ? formatForReading(day) : textOf(language, asDay(day));

/** "a, b and c". */
export function inWords(clauses: readonly string[], language: string = DEFAULT_LANGUAGE): string {
  if (language !== DEFAULT_LANGUAGE) return textOf(language, asList(clauses));
  const last = clauses.at(-1) ?? "";
  return clauses.length < 2 ? last : `${clauses.slice(0, -1).join(", ")} and ${last}`;
}

/** "a or b or c". */
export const orIn = (names: readonly string[], language: string): string =>
  names.reduce((said, name) => (said === "" ? name : wordMessages.or(language, { one: said, other: name })), "");

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
