import { addDays, formatMinorUnits, knownCalendarDate, moneyOf } from "@tiergraph/program/exact";
import type { LedgerAccount } from "./entry.js";
import type { ChainedEntryRow } from "./ledger-transaction.entity.js";
import type { PostingRow } from "./posting.entity.js";
import type { AccountSumRow } from "./report.store.js";

/** What happened in a partner's ledger on some days, with what stood there before and after. */
export interface Statement {
  readonly partnerId: string;
  readonly from: string;
  /** The first day after. */
  readonly until: string;
  readonly opening: readonly AccountSumRow[];
  readonly closing: readonly AccountSumRow[];
  /** Oldest first. */
  readonly entries: readonly { readonly entry: ChainedEntryRow; readonly lines: readonly PostingRow[] }[];
}

/** Accounts that are the partner's own; the others are the vendor's side. */
const OWN_ACCOUNTS: readonly LedgerAccount[] = [
  "partner:pending",
  "partner:earned",
  "partner:reserved",
  "partner:debt",
];

/** The closing balances: what was there, with what was moved. */
export function closingOf(opening: readonly AccountSumRow[], lines: readonly PostingRow[]): AccountSumRow[] {
  const keyOf = ({ program, currency, account, fund }: Omit<AccountSumRow, "amountMinor">) =>
    `${program} ${currency} ${account} ${fund}`;
  const sums = new Map(opening.map((row) => [keyOf(row), row]));
  for (const { program, currency, account, fund, amountMinor } of lines) {
    const row = { program, currency, account, fund, amountMinor: 0n };
    const known = sums.get(keyOf(row)) ?? row;
    sums.set(keyOf(row), { ...known, amountMinor: known.amountMinor + amountMinor });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, row]) => (row.amountMinor === 0n ? [] : row));
}

/** A line for each movement of an account, with a byte order mark for spreadsheets; cells that could be formulas are quoted as text. */
export function statementAsCsv({ entries }: Statement): string {
  const head = [
    "entry",
    "recorded",
    "day",
    "kind",
    "account",
    "fund",
    "amount",
    "currency",
    "rule",
    "tier",
    "explanation",
  ];
  const rows = entries.flatMap(({ entry, lines }) =>
    lines.map(({ account, fund, amountMinor, currency }) => [
      entry.sequence.toString(),
      entry.recordedAt.toISOString(),
      entry.occurredOn,
      entry.kind,
      account,
      fund,
      moneyOf({ minor: amountMinor, currency }).amount,
      currency,
      entry.rule ?? "",
      entry.tier ?? "",
      entry.explanation,
    ]),
  );
  return `\uFEFF${[head, ...rows].map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

// Source: OWASP, CSV injection. Amounts below zero begin with a sign, too, and are numbers.
function csvCell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A page by itself, for printing: no script, no style from elsewhere. */
export function statementAsPage(statement: Statement): string {
  const { from, until, opening, closing, entries } = statement;
  const to = addDays(knownCalendarDate(until), -1); // People read the last day.
  const balances = (title: string, rows: readonly AccountSumRow[]) =>
    `<h2>${title}</h2><table>${rows
      .filter(({ account }) => OWN_ACCOUNTS.includes(account))
      .map(({ program, account, currency, amountMinor }) =>
        row([program, ACCOUNT_NAMES[account] ?? account, formatMinorUnits(amountMinor, currency)]),
      )
      .join("")}</table>`;
  const moved = entries.map(({ entry, lines }) => {
    const own = lines.filter(({ account }) => OWN_ACCOUNTS.includes(account));
    const amounts = own.map(
      ({ account, amountMinor, currency }) =>
        `${formatMinorUnits(amountMinor, currency)} ${ACCOUNT_NAMES[account] ?? account}`,
    );
    return row([
      String(entry.sequence),
      entry.recordedAt.toISOString().slice(0, 10),
      entry.explanation,
      amounts.join("; "),
    ]);
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reward statement ${escaped(from)} to ${escaped(to)}</title><style>body{font:14px/1.4 system-ui,sans-serif;margin:2rem auto;max-width:60rem}table{border-collapse:collapse;width:100%}td{border-bottom:1px solid #ccc;padding:.3rem .5rem;vertical-align:top}td:last-child{text-align:right}h1{font-size:1.4rem}h2{font-size:1.1rem}@media print{body{margin:0}}</style></head><body><h1>Reward statement, ${escaped(from)} to ${escaped(to)}</h1>${balances("Before", opening)}<h2>Entries</h2><table>${moved.join("")}</table>${balances("After", closing)}</body></html>`;
}

const ACCOUNT_NAMES: Readonly<Record<string, string>> = {
  "partner:pending": "pending",
  "partner:earned": "earned",
  "partner:reserved": "set apart for payout",
  "partner:debt": "owed",
};

const row = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
