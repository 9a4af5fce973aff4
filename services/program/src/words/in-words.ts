import type { Length } from "../document/governance/index.js";
import type { Program } from "../document/program/index.js";

export function titleOf(program: Program, tier: string): string {
  return program.tiers.find(({ name }) => name === tier)?.title ?? tier;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "30 days", "6 months". */
export const lengthInWords = ({ count, unit }: Length): string => plural(count, unit);

export function inWords(clauses: readonly string[]): string {
  const last = clauses.at(-1) ?? "";
  return clauses.length < 2 ? last : `${clauses.slice(0, -1).join(", ")} and ${last}`;
}

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
