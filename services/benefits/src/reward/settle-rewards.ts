import type { Program } from "@tiergraph/program/document/program";
import type { Ceiling } from "@tiergraph/program/document/rewards";
import {
  addDays,
  type CalendarDate,
  formatForReading,
  formatMinorUnits,
  formatMoney,
  knownCalendarDate,
} from "@tiergraph/program/exact";
import { type Accrual, holdsRule } from "@tiergraph/program/reward";
import { heldOn } from "../ceiling/index.js";
import {
  type AccruedRow,
  type Book,
  type EntryKind,
  type LedgerAccount,
  type LedgerEntry,
  lastDayOfMonthAfter,
} from "../ledger/index.js";

/** What a rule has given for a subject against what it owes: never equal. */
export interface Difference {
  readonly partnerId: string;
  readonly section: Accrual["section"];
  readonly rule: string;
  readonly subject: string;
  /** What is owed, and why; null where nothing is. */
  readonly accrual: Accrual | null;
  /** What was given; null where nothing was. */
  readonly given: AccruedRow | null;
  /** The version that settles it. */
  readonly program: Program;
  /** The day that it is earned for. */
  readonly on: string;
  readonly factId: string;
  /** Above zero where more is owed than was given. */
  readonly missingMinor: bigint;
  /** The ceiling of the program that holds back a part of what is missing. */
  readonly heldBy?: Ceiling;
  /** Where the same is given for another day, in another period of a ceiling: from which day to which. */
  readonly moved?: { readonly from: string; readonly to: string };
}

/**
 * Where what was given for some subjects differs from what they earn. None where they agree, so that settling again, or
 * in another order of events, changes nothing. `factOf` returns what is left of a subject that no longer earns
 * anything.
 */
export function differences({
  partnerId,
  accruals,
  given,
  factOf,
}: {
  readonly partnerId: string;
  readonly accruals: readonly Accrual[];
  readonly given: readonly AccruedRow[];
  readonly factOf: (row: AccruedRow) => Pick<Difference, "program" | "on" | "factId"> | null;
}): Difference[] {
  const keyOf = ({ rule, subject }: { rule: string; subject: string }) => `${rule} ${subject}`;
  const givenBy = new Map(given.map((row) => [keyOf(row), row]));
  const owed = accruals.flatMap((accrual): Difference[] => {
    const row = givenBy.get(keyOf(accrual)) ?? null;
    givenBy.delete(keyOf(accrual));
    const { section, rule, subject, program, on, fact } = accrual;
    if (row !== null && isOfAnotherPeriod(row, accrual)) return movedTo(accrual, row);
    const missingMinor = accrual.amountMinor - (row?.accruedMinor ?? 0n);
    if (missingMinor === 0n) return [];
    return [{ partnerId, section, rule, subject, accrual, given: row, program, on, factId: fact.id, missingMinor }];
  });
  const gone = [...givenBy.values()].flatMap((row): Difference[] => {
    const about = factOf(row);
    if (about === null || row.accruedMinor === 0n) return [];
    const { section, rule, subject } = row;
    return [
      { partnerId, section, rule, subject, accrual: null, given: row, ...about, missingMinor: -row.accruedMinor },
    ];
  });
  return [...owed, ...gone];
}

/**
 * Whether a ceiling of the program counts what was given in another period than the one it is earned in by now. A bonus is
 * of its period, on all days of its facts.
 */
function isOfAnotherPeriod(given: AccruedRow, { section, rule, program, on }: Accrual): boolean {
  if (section === "bonuses" || given.accruedMinor === 0n || given.on === on) return false;
  return program.ceilings.some((ceiling) => {
    if (ceiling.each !== "program" || !holdsRule(ceiling, { section, rule })) return false;
    const [before, now] = [given.on, on].map((day) => heldOn(ceiling, program, day).key.periodFrom);
    return before !== now;
  });
}

/** The period that it was given in gets its room back, before the other has it. */
function movedTo(accrual: Accrual, given: AccruedRow): Difference[] {
  const { section, rule, subject, program, on, fact } = accrual;
  const either = { partnerId: given.partnerId, section, rule, subject, program, factId: fact.id };
  const moved = { from: given.on, to: on };
  return [
    { ...either, accrual: null, given, on: given.on, missingMinor: -given.accruedMinor, moved },
    {
      ...either,
      accrual,
      given: { ...given, accruedMinor: 0n },
      on,
      missingMinor: accrual.amountMinor,
      moved,
    },
  ];
}

const ACCOUNT: Readonly<Record<Accrual["section"], LedgerAccount>> = {
  rebates: "program:rebates",
  bonuses: "program:bonuses",
  spiffs: "program:spiffs",
};
const KINDS: Readonly<Record<Accrual["section"], { first: EntryKind; again: EntryKind }>> = {
  rebates: { first: "REBATE_ACCRUED", again: "REBATE_CORRECTED" },
  bonuses: { first: "BONUS_ACCRUED", again: "BONUS_CORRECTED" },
  spiffs: { first: "SPIFF_ACCRUED", again: "SPIFF_CORRECTED" },
};

/** The entry that brings what was given to what is owed; moves the partner's book with it. */
export function entryOf(
  difference: Difference,
  { book, today, recordedAt, newId }: { book: Book; today: string; recordedAt: Date; newId: () => string },
): LedgerEntry {
  const { partnerId, section, rule, subject, accrual, given, program, on, factId, missingMinor } = difference;
  const { ledger: terms, currency } = program;
  const matures = terms.refundWindowDays === 0 ? on : addDays(on as CalendarDate, terms.refundWindowDays); // From a fact.
  const maturesOn = given === null ? (matures > today ? matures : null) : given.maturesOn;
  const isPending = maturesOn !== null && maturesOn > today;
  const fresh = lastDayOfMonthAfter(isPending ? maturesOn : today, terms.expiresAfterMonths);
  // What is due on top of something that has lapsed by now is not lapsed with it.
  const isLapsed = given?.expiresOn == null || (missingMinor > 0n && given.expiresOn < today);
  const expiresOn = isLapsed ? fresh : given.expiresOn;
  const account = ACCOUNT[section];
  const movement =
    missingMinor > 0n
      ? book.accrue({ amountMinor: missingMinor, from: account, maturesOn: isPending ? maturesOn : null, expiresOn })
      : book.takeBack({ amountMinor: -missingMinor, to: account, maturesOn, expiresOn, today });
  const isTaken = missingMinor < 0n && !movement.lines.some(({ account: moved }) => moved === "partner:pending");
  const kind = given === null ? KINDS[section].first : isTaken ? "CLAWED_BACK" : KINDS[section].again;
  return {
    partnerId,
    transactionId: newId(),
    kind,
    occurredOn: on,
    recordedAt,
    program: program.name,
    programVersion: program.version,
    currency,
    rule,
    subject,
    factId,
    tier: accrual?.tier ?? null,
    rate: accrual?.rate ?? null,
    baseMinor: accrual?.baseMinor ?? null,
    accruedMinor: missingMinor,
    maturesOn,
    expiresOn,
    actor: null,
    reference: null,
    explanation: explained(difference, { isTaken }),
    ...movement,
  };
}

function explained(difference: Difference, { isTaken }: { isTaken: boolean }): string {
  const { heldBy, program } = difference;
  if (heldBy === undefined) return explainedWhole(difference, { isTaken });
  const limit =
    heldBy.most.unit === "money" ? formatMoney(heldBy.most.value, program.currency) : `${heldBy.most.value.num} times`;
  return `${explainedWhole(difference, { isTaken })} Paid is what ${heldBy.title} leaves, ${limit} a ${heldBy.over} for all partners: ${formatMinorUnits(difference.missingMinor, program.currency)}.`;
}

function explainedWhole(
  { accrual, given, missingMinor, program, moved }: Difference,
  { isTaken }: { isTaken: boolean },
): string {
  if (given === null) return accrual?.explanation ?? "";
  const change = formatMinorUnits(missingMinor < 0n ? -missingMinor : missingMinor, program.currency);
  if (moved !== undefined) {
    const [from, to] = [moved.from, moved.to].map((day) => formatForReading(knownCalendarDate(day)));
    return accrual === null
      ? `${change} of ${from} is taken back: it is earned on ${to} instead.`
      : `${change} is earned on ${to} instead of ${from}. ${accrual.explanation}`;
  }
  const was = formatMinorUnits(given.accruedMinor, program.currency);
  const verb = missingMinor > 0n ? "more is due" : isTaken ? "is taken back after it was earned" : "is taken back";
  const now = accrual === null ? "It is no longer earned." : `It is now: ${accrual.explanation}`;
  return `${change} ${verb}: ${was} was given before. ${now}`;
}
