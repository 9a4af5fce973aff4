import { addDays, addMonths, knownCalendarDate, startOfMonth } from "@tiergraph/program/exact";
import { type Credit, type CreditChange, type EntryLine, FOR_EVER, type LedgerAccount } from "./entry.js";

/** What an entry moves. */
export interface Movement {
  readonly lines: readonly EntryLine[];
  readonly credits: readonly CreditChange[];
}

/** How much of which credit a redemption took. */
export interface Taken {
  readonly onDay: string;
  readonly renewals: number;
  readonly amountMinor: bigint;
}

interface BookState {
  readonly credits: readonly Credit[];
  /** What the partner owes, above zero: taken back after it was paid out. */
  readonly debtMinor: bigint;
  /** Asked for and not paid yet. */
  readonly reservedMinor: bigint;
}

/**
 * What one partner has in one program and currency. Each method moves it and returns what to write; an amount that
 * is not there is never taken. Amounts in minor units, above zero; days are the vendor's, in UTC.
 */
export class Book {
  readonly #credits = new Map<string, Credit>();
  #debtMinor: bigint;
  #reservedMinor: bigint;

  constructor({ credits, debtMinor, reservedMinor }: BookState) {
    for (const credit of credits) this.#credits.set(keyOf(credit), credit);
    this.#debtMinor = debtMinor;
    this.#reservedMinor = reservedMinor;
  }

  get state(): BookState {
    const credits = [...this.#credits.values()].filter(({ amountMinor }) => amountMinor > 0n);
    return { credits, debtMinor: this.#debtMinor, reservedMinor: this.#reservedMinor };
  }
  /** What can be redeemed today. */
  availableOn(today: string): bigint {
    return this.#available(today).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  }

  /** Something is given by a rule: pending while it matures, earned at once where its day has come. */
  accrue(given: {
    readonly amountMinor: bigint;
    readonly from: LedgerAccount;
    /** Null where it is earned at once. */
    readonly maturesOn: string | null;
    readonly expiresOn: string;
  }): Movement {
    const { amountMinor, from, maturesOn, expiresOn } = given;
    if (maturesOn !== null) {
      const pending = this.#change({ state: "PENDING", onDay: maturesOn, renewals: 0, amountMinor });
      return moved([line(from, -amountMinor), line("partner:pending", amountMinor)], [pending]);
    }
    const earned = this.#earn({ amountMinor, expiresOn, renewals: 0 });
    return moved([line(from, -amountMinor), ...earned.lines], earned.credits);
  }

  /**
   * What a rule gave is taken back: while it is pending from there, then from the credit that it became, then from the
   * oldest; what was used already is owed, and the next rewards repay it.
   */
  takeBack(taken: {
    readonly amountMinor: bigint;
    readonly to: LedgerAccount;
    readonly maturesOn: string | null;
    readonly expiresOn: string | null;
    readonly today: string;
  }): Movement {
    const { amountMinor, to, maturesOn, expiresOn, today } = taken;
    const pending = maturesOn === null ? [] : this.#sorted("PENDING").filter(({ onDay }) => onDay === maturesOn);
    const fromPending = this.#take(pending, amountMinor);
    const available = this.#available(today);
    const own = available.filter(({ onDay }) => onDay === expiresOn);
    const others = available.filter(({ onDay }) => onDay !== expiresOn);
    const fromEarned = this.#take([...own, ...others], amountMinor - sumOf(fromPending));
    const owed = amountMinor - sumOf(fromPending) - sumOf(fromEarned);
    this.#debtMinor += owed;
    return moved(
      [
        line(to, amountMinor),
        line("partner:pending", -sumOf(fromPending)),
        line("partner:earned", -sumOf(fromEarned)),
        line("partner:debt", -owed),
      ],
      [...fromPending, ...fromEarned].map(less),
    );
  }

  /**
   * What has been pending long enough is earned; null where nothing has. `expiryOf`: when what matured on a day
   * expires.
   */
  mature(today: string, expiryOf: (maturedOn: string) => string): Movement | null {
    const due = this.#sorted("PENDING").filter(({ onDay, amountMinor }) => onDay <= today && amountMinor > 0n);
    if (due.length === 0) return null;
    const taken = this.#take(due, sumOf(due));
    const earned = due.map(({ onDay, amountMinor }) =>
      this.#earn({ amountMinor, expiresOn: expiryOf(onDay), renewals: 0 }),
    );
    return moved(
      [line("partner:pending", -sumOf(due)), ...earned.flatMap(({ lines }) => lines)],
      [...taken.map(less), ...earned.flatMap(({ credits }) => credits)],
    );
  }

  /** Sets a sum apart for a payout, what expires first first; how much is missing where it is not there. */
  redeem(
    amountMinor: bigint,
    today: string,
  ):
    | { kind: "Redeemed"; movement: Movement; taken: readonly Taken[] }
    | { kind: "InsufficientBalance"; missingMinor: bigint } {
    const missingMinor = amountMinor - this.availableOn(today);
    if (missingMinor > 0n) return { kind: "InsufficientBalance", missingMinor };
    const taken = this.#take(this.#available(today), amountMinor);
    this.#reservedMinor += amountMinor;
    return {
      kind: "Redeemed",
      movement: moved([line("partner:earned", -amountMinor), line("partner:reserved", amountMinor)], taken.map(less)),
      taken: taken.map(({ onDay, renewals, amountMinor: part }) => ({ onDay, renewals, amountMinor: part })),
    };
  }

  /** What was set apart has been paid. */
  payOut(amountMinor: bigint): Movement {
    this.#release(amountMinor);
    return moved([line("partner:reserved", -amountMinor), line("program:paid", amountMinor)], []);
  }

  /** What was set apart comes back into the credits that it was taken from, after a debt that arose meanwhile. */
  giveBack(taken: readonly Taken[]): Movement {
    const amountMinor = sumOf(taken);
    this.#release(amountMinor);
    const earned = taken.map(({ onDay, renewals, amountMinor: part }) =>
      this.#earn({ amountMinor: part, expiresOn: onDay, renewals }),
    );
    return moved(
      [line("partner:reserved", -amountMinor), ...earned.flatMap(({ lines }) => lines)],
      earned.flatMap(({ credits }) => credits),
    );
  }

  /** What can no longer be redeemed lapses; null where nothing does. */
  expire(today: string): Movement | null {
    const due = this.#expired(today);
    if (due.length === 0) return null;
    const taken = this.#take(due, sumOf(due));
    return moved([line("partner:earned", -sumOf(due)), line("program:expired", sumOf(due))], taken.map(less));
  }

  /** What would lapse and was not renewed too often is kept for longer; null where nothing is. */
  renew(today: string, { until, times }: { until: string; times: number }): Movement | null {
    const due = this.#expired(today).filter(({ renewals }) => renewals < times);
    if (due.length === 0) return null;
    const taken = this.#take(due, sumOf(due));
    const renewed = due.map(({ renewals, amountMinor }) =>
      this.#change({ state: "AVAILABLE", onDay: until, renewals: renewals + 1, amountMinor }),
    );
    return moved([], [...taken.map(less), ...renewed]);
  }

  #earn({ amountMinor, expiresOn, renewals }: { amountMinor: bigint; expiresOn: string; renewals: number }): Movement {
    const repaid = smaller(amountMinor, this.#debtMinor);
    this.#debtMinor -= repaid;
    const rest = amountMinor - repaid;
    return moved(
      [line("partner:debt", repaid), line("partner:earned", rest)],
      rest === 0n ? [] : [this.#change({ state: "AVAILABLE", onDay: expiresOn, renewals, amountMinor: rest })],
    );
  }

  #release(amountMinor: bigint): void {
    if (amountMinor > this.#reservedMinor)
      throw new Error(`Only ${this.#reservedMinor} of ${amountMinor} are set apart`);
    this.#reservedMinor -= amountMinor;
  }

  /** Takes from credits in their order, at most so much. */
  #take(credits: readonly Credit[], most: bigint): Credit[] {
    let left = most;
    return credits.flatMap((credit) => {
      const amountMinor = smaller(credit.amountMinor, left);
      if (amountMinor <= 0n) return [];
      left -= amountMinor;
      this.#change({ ...credit, amountMinor: -amountMinor });
      return { ...credit, amountMinor };
    });
  }

  #change(change: CreditChange): CreditChange {
    const known = this.#credits.get(keyOf(change))?.amountMinor ?? 0n;
    this.#credits.set(keyOf(change), { ...change, amountMinor: known + change.amountMinor });
    return change;
  }

  /** Oldest first. */
  #sorted(state: Credit["state"]): Credit[] {
    return [...this.#credits.values()]
      .filter((credit) => credit.state === state)
      .sort((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : a.renewals - b.renewals));
  }
  #available = (today: string): Credit[] => this.#sorted("AVAILABLE").filter(({ onDay }) => onDay >= today);
  #expired = (today: string): Credit[] =>
    this.#sorted("AVAILABLE").filter(({ onDay, amountMinor }) => onDay < today && amountMinor > 0n);
}

/** Last day of the month so many months after the one of a day; `FOR_EVER` for null. */
export function lastDayOfMonthAfter(day: string, months: number | null): string {
  if (months === null) return FOR_EVER;
  return addDays(addMonths(startOfMonth(knownCalendarDate(day)), months + 1), -1);
}

/** One line for each account, none of nothing. */
function moved(lines: readonly EntryLine[], credits: readonly CreditChange[]): Movement {
  const sums = new Map<LedgerAccount, bigint>();
  for (const { account, amountMinor } of lines) sums.set(account, (sums.get(account) ?? 0n) + amountMinor);
  return {
    lines: [...sums].flatMap(([account, amountMinor]) => (amountMinor === 0n ? [] : { account, amountMinor })),
    credits,
  };
}

const line = (account: LedgerAccount, amountMinor: bigint): EntryLine => ({ account, amountMinor });
const less = (credit: Credit): CreditChange => ({ ...credit, amountMinor: -credit.amountMinor });
const keyOf = ({ state, onDay, renewals }: Credit): string => `${state} ${onDay} ${renewals}`;
const sumOf = (parts: readonly { readonly amountMinor: bigint }[]): bigint =>
  parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
