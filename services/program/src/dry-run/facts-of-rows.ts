import { shapeProblem } from "../document/facts/index.js";
import type { Program } from "../document/program/index.js";
import { type CalendarDate, minorOf, parseCalendarDate } from "../exact/index.js";
import type { Fact } from "../measure/index.js";

/** A row of a table, with its line in the file. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export type ReadFacts =
  | {
      readonly kind: "FactsRead";
      readonly facts: ReadonlyMap<string, readonly Fact[]>;
      /** The latest day of all facts; null without facts. */
      readonly latest: CalendarDate | null;
    }
  | { readonly kind: "FactsRefused"; readonly problems: readonly string[] };

export const MAX_ROW_PROBLEMS = 20;
const NEEDED = ["partner", "kind", "on"];
const KNOWN = [...NEEDED, "id", "until", "amount", "quantity", "customer", "person", "product"];

/** Reads facts by partner. Unknown columns are attributes; empty cells are ignored. */
export function factsOfRows(program: Program, header: readonly string[], rows: readonly Row[]): ReadFacts {
  const repeated = header.find((name, i) => name !== "" && header.indexOf(name) < i);
  if (repeated !== undefined) return refused([`line 1: the column ${repeated} is there twice.`]);
  const lacking = NEEDED.filter((name) => !header.includes(name));
  if (lacking.length > 0) return refused([`line 1: the columns ${lacking.join(", ")} are missing. ${COLUMNS}`]);

  const facts = new Map<string, Fact[]>();
  const problems: string[] = [];
  let latest: CalendarDate | null = null;
  for (const row of rows) {
    if (problems.length >= MAX_ROW_PROBLEMS) break;
    const read = factOfRow(program, header, row);
    if ("problem" in read) {
      problems.push(`line ${row.line}: ${read.problem}`);
      continue;
    }
    facts.set(read.partner, [...(facts.get(read.partner) ?? []), read.fact]);
    if (latest === null || read.fact.on > latest) latest = read.fact.on;
  }
  return problems.length > 0 ? refused(problems) : { kind: "FactsRead", facts, latest };
}

const COLUMNS = `Expected are ${NEEDED.join(", ")}, and, where known, id, until, amount, quantity, customer, person and product.`;
const refused = (problems: readonly string[]): ReadFacts => ({ kind: "FactsRefused", problems });

type FactOfRow = { readonly partner: string; readonly fact: Fact } | { readonly problem: string };

function factOfRow(program: Program, header: readonly string[], { line, cells }: Row): FactOfRow {
  const cell = (name: string): string | null => cells[header.indexOf(name)]?.trim() || null;
  const partner = cell("partner");
  if (partner === null) return { problem: "the partner is missing." };
  const kind = cell("kind") ?? "";
  const days = dayCells(cell("on"), cell("until"));
  if ("problem" in days) return days;
  const amount = cell("amount");
  const amountMinor = amount === null ? null : minorOf(amount, program.currency);
  if (amount !== null && amountMinor === null)
    return { problem: `${amount} is no amount in ${program.currency} such as 1250.50, without thousands separators.` };
  const quantity = cell("quantity");
  if (quantity !== null && !/^-?\d{1,15}$/.test(quantity)) return { problem: `${quantity} is no whole quantity.` };
  const named = header.filter((name) => name !== "" && !KNOWN.includes(name));
  const attributes = named.flatMap((name) => {
    const value = cell(name);
    return value === null ? [] : [{ name, value }];
  });
  const texts = { customer: cell("customer"), person: cell("person"), product: cell("product") };
  const shape = {
    kind,
    until: cell("until"),
    amount,
    quantity: quantity === null ? null : Number(quantity),
    attributes,
  };
  const misshapen = shapeProblem({ ...shape, ...texts }, program);
  if (misshapen !== null) return { problem: misshapen.message };
  return {
    partner,
    fact: {
      // Numbered in file order, so that the later of two lines on one day is the latest.
      id: cell("id") ?? `line-${String(line).padStart(9, "0")}`,
      kind,
      ...days,
      amountMinor,
      quantity: quantity === null ? null : BigInt(quantity),
      ...texts,
      attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    },
  };
}

function dayCells(
  onText: string | null,
  untilText: string | null,
): { readonly on: CalendarDate; readonly until: CalendarDate | null } | { readonly problem: string } {
  const on = parseCalendarDate(onText ?? "");
  if (on === null) return { problem: `${onText ?? "an empty cell"} is no day. Expected is YYYY-MM-DD.` };
  if (untilText === null) return { on, until: null };
  const until = parseCalendarDate(untilText);
  if (until === null) return { problem: `${untilText} is no day. Expected is YYYY-MM-DD.` };
  return until <= on ? { problem: `it ends on ${untilText}, not after ${onText}.` } : { on, until };
}
