import { addDays, knownCalendarDate, rational } from "@tiergraph/program/exact";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Headroom, type Held } from "../ceiling/headroom.js";
import { PlainLedger } from "../fixtures/plain-ledger.js";
import { Book, lastDayOfMonthAfter, type Taken } from "./book.js";
import { type CreditChange, type EntryLine, FOR_EVER } from "./entry.js";

const emptyBook = () => new Book({ credits: [], debtMinor: 0n, reservedMinor: 0n });
const moved = (lines: readonly EntryLine[]) =>
  Object.fromEntries(lines.map(({ account, amountMinor }) => [account, amountMinor]));
const earned = (book: Book, amountMinor: bigint, expiresOn = FOR_EVER) =>
  book.accrue({ amountMinor, from: "program:rebates", maturesOn: null, expiresOn });

test("what is given before its deals can no longer be refunded is pending, and cannot be redeemed", () => {
  const book = emptyBook();
  const { lines } = book.accrue({
    amountMinor: 100n,
    from: "program:rebates",
    maturesOn: "2026-02-01",
    expiresOn: FOR_EVER,
  });
  expect(moved(lines)).toEqual({ "program:rebates": -100n, "partner:pending": 100n });
  expect(book.redeem(1n, "2026-01-31")).toEqual({ kind: "InsufficientBalance", missingMinor: 1n });
  expect(book.mature("2026-01-31", () => FOR_EVER)).toBeNull();
  expect(moved(book.mature("2026-02-01", () => FOR_EVER)?.lines ?? [])).toEqual({
    "partner:pending": -100n,
    "partner:earned": 100n,
  });
  expect(book.redeem(100n, "2026-02-01").kind).toBe("Redeemed");
});

test("what expires first is redeemed first", () => {
  const book = emptyBook();
  earned(book, 50n, "2027-01-31");
  earned(book, 30n, "2026-06-30");
  const redeemed = book.redeem(40n, "2026-01-01");
  expect(redeemed.kind === "Redeemed" && redeemed.taken).toEqual([
    { onDay: "2026-06-30", renewals: 0, amountMinor: 30n },
    { onDay: "2027-01-31", renewals: 0, amountMinor: 10n },
  ]);
});

test("what is taken back after it was paid out is owed, and the next rewards repay it", () => {
  const book = emptyBook();
  earned(book, 100n);
  book.redeem(100n, "2026-01-01");
  book.payOut(100n);
  const { lines } = book.takeBack({
    amountMinor: 100n,
    to: "program:rebates",
    maturesOn: null,
    expiresOn: FOR_EVER,
    today: "2026-01-02",
  });
  expect(moved(lines)).toEqual({ "program:rebates": 100n, "partner:debt": -100n });
  expect(moved(earned(book, 60n).lines)).toEqual({ "program:rebates": -60n, "partner:debt": 60n });
  expect(moved(earned(book, 60n).lines)).toEqual({
    "program:rebates": -60n,
    "partner:debt": 40n,
    "partner:earned": 20n,
  });
});

test("a payment that failed goes back to where it was taken from", () => {
  const book = emptyBook();
  earned(book, 50n, "2027-01-31");
  earned(book, 30n, "2026-06-30");
  const before = book.state;
  const redeemed = book.redeem(40n, "2026-01-01");
  book.giveBack(redeemed.kind === "Redeemed" ? redeemed.taken : []);
  expect(book.state).toEqual(before);
});

test("what would lapse is renewed as often as the program says", () => {
  const book = emptyBook();
  earned(book, 50n, "2026-06-30");
  expect(book.renew("2026-06-30", { until: "2026-12-31", times: 1 })).toBeNull();
  expect(book.renew("2026-07-01", { until: "2026-12-31", times: 1 })?.lines).toEqual([]);
  expect(book.expire("2026-07-01")).toBeNull();
  expect(book.renew("2027-01-01", { until: "2027-06-30", times: 1 })).toBeNull();
  expect(moved(book.expire("2027-01-01")?.lines ?? [])).toEqual({ "partner:earned": -50n, "program:expired": 50n });
});

test("rewards expire with the month", () => {
  expect(lastDayOfMonthAfter("2025-11-26", 12)).toBe("2026-11-30");
  expect(lastDayOfMonthAfter("2024-01-31", 1)).toBe("2024-02-29");
  expect(lastDayOfMonthAfter("2025-11-26", null)).toBe(FOR_EVER);
});

type Command =
  | { readonly do: "accrue"; readonly amount: number; readonly isPending: boolean }
  | { readonly do: "takeBack"; readonly which: number; readonly share: number }
  | { readonly do: "redeem"; readonly amount: number }
  | { readonly do: "pay" | "giveBack"; readonly which: number }
  | { readonly do: "pass"; readonly days: number }
  | { readonly do: "cap"; readonly most: number };

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant("accrue" as const), amount: fc.integer({ min: 1, max: 500 }), isPending: fc.boolean() }),
  fc.record({ do: fc.constant("takeBack" as const), which: fc.nat(), share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ do: fc.constant("redeem" as const), amount: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ do: fc.constantFrom("pay" as const, "giveBack" as const), which: fc.nat() }),
  fc.record({ do: fc.constant("pass" as const), days: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ do: fc.constant("cap" as const), most: fc.integer({ min: 0, max: 900 }) }),
);

const RUNS = 10_000;
const SEED = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const EXPIRES_AFTER = 2;
const WINDOW_DAYS = 30;

test("no matter what is given, redeemed, returned, lapsed and taken back, under ceilings that move, the book is what a plain list comes to", {
  timeout: 120_000,
}, () => {
  console.log(`books and ceilings against a plain list: seed ${SEED}, ${RUNS} runs`);
  let [redeemedOften, refusedByCap, indebted] = [0, 0, 0];
  fc.assert(
    fc.property(fc.array(command, { minLength: 10, maxLength: 50 }), (commands) => {
      const [book, plain] = [emptyBook(), new PlainLedger()];
      const written: { lines: EntryLine[]; credits: CreditChange[] } = { lines: [], credits: [] };
      const write = (movement: { lines: readonly EntryLine[]; credits: readonly CreditChange[] } | null) => {
        if (movement === null) return;
        expect(movement.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
        written.lines.push(...movement.lines);
        written.credits.push(...movement.credits);
      };
      let today = knownCalendarDate("2026-01-01");
      let [most, used] = [300, 0];
      const rewards: { left: number; maturesOn: string | null; expiresOn: string }[] = [];
      const redemptions: { id: number; amount: number; taken: readonly Taken[] }[] = [];
      for (const [id, step] of commands.entries()) {
        if (step.do === "accrue") {
          const maturesOn = step.isPending ? addDays(today, WINDOW_DAYS) : null;
          const expiresOn = lastDayOfMonthAfter(maturesOn ?? today, EXPIRES_AFTER);
          write(book.accrue({ amountMinor: BigInt(step.amount), from: "program:rebates", maturesOn, expiresOn }));
          plain.accrue(step.amount, maturesOn, expiresOn);
          rewards.push({ left: step.amount, maturesOn, expiresOn });
        }
        if (step.do === "takeBack" && rewards.length > 0) {
          const reward = rewards[step.which % rewards.length] ?? { left: 0, maturesOn: null, expiresOn: "" };
          const amount = Math.ceil((reward.left * step.share) / 100);
          if (amount === 0) continue;
          const { maturesOn, expiresOn } = reward;
          write(book.takeBack({ amountMinor: BigInt(amount), to: "program:rebates", maturesOn, expiresOn, today }));
          plain.takeBack(amount, maturesOn, expiresOn, today);
          reward.left -= amount;
          if (plain.debt > 0) indebted++;
        }
        if (step.do === "redeem") {
          const headroom = roomOf(used, most);
          const granted = headroom.grant(PAYOUTS, BigInt(step.amount));
          const mayPay = used + step.amount <= most;
          expect(granted.by === null).toBe(mayPay);
          if (!mayPay) {
            refusedByCap++;
            continue;
          }
          const redeemed = book.redeem(BigInt(step.amount), today);
          expect(redeemed.kind === "Redeemed").toBe(plain.redeem(id, step.amount, today));
          if (redeemed.kind !== "Redeemed") continue;
          write(redeemed.movement);
          redemptions.push({ id, amount: step.amount, taken: redeemed.taken });
          used += step.amount;
          redeemedOften++;
        }
        if ((step.do === "pay" || step.do === "giveBack") && redemptions.length > 0) {
          const [one] = redemptions.splice(step.which % redemptions.length, 1);
          if (one === undefined) continue;
          if (step.do === "pay") {
            write(book.payOut(BigInt(one.amount)));
            plain.pay(one.id);
          } else {
            write(book.giveBack(one.taken));
            plain.giveBack(one.id);
            used -= one.amount;
          }
        }
        if (step.do === "pass") {
          today = addDays(today, step.days);
          const expiryOf = (day: string) => lastDayOfMonthAfter(day, EXPIRES_AFTER);
          write(book.mature(today, expiryOf));
          plain.mature(today, expiryOf);
          write(book.expire(today));
          plain.expire(today);
        }
        // A ceiling that is lowered below what was paid stays at what was paid.
        if (step.do === "cap") most = Math.max(step.most, used);
        expect(used).toBeLessThanOrEqual(most);
        const posted = (account: string) =>
          written.lines.reduce((sum, line) => (line.account === account ? sum + line.amountMinor : sum), 0n);
        expect({
          pending: posted("partner:pending"),
          earned: posted("partner:earned"),
          reserved: posted("partner:reserved"),
          debt: -posted("partner:debt"),
          paid: posted("program:paid"),
          expired: posted("program:expired"),
          given: -posted("program:rebates"),
          available: book.availableOn(today),
        }).toEqual({
          pending: BigInt(plain.pending),
          earned: BigInt(plain.earned),
          reserved: BigInt(plain.setApart),
          debt: BigInt(plain.debt),
          paid: BigInt(plain.paid),
          expired: BigInt(plain.expired),
          given: BigInt(plain.given),
          available: BigInt(plain.availableOn(today)),
        });
        expect(book.availableOn(today) >= 0n).toBe(true);
      }
      // What was written comes to what the book holds, by day.
      const sums = new Map<string, bigint>();
      for (const { state, onDay, renewals, amountMinor } of written.credits)
        sums.set(`${state} ${onDay} ${renewals}`, (sums.get(`${state} ${onDay} ${renewals}`) ?? 0n) + amountMinor);
      const kept = book.state.credits.map(({ state, onDay, renewals, amountMinor }) => [
        `${state} ${onDay} ${renewals}`,
        amountMinor,
      ]);
      expect([...sums].filter(([, amount]) => amount !== 0n).sort()).toEqual(kept.sort());
    }),
    { numRuns: RUNS, seed: SEED },
  );
  // Guards against trying nothing: each of these happens thousands of times in so many runs.
  expect(redeemedOften).toBeGreaterThan(1_000);
  expect(refusedByCap).toBeGreaterThan(1_000);
  expect(indebted).toBeGreaterThan(1_000);
});

const KEY = { program: "p", ceiling: "payouts", periodFrom: "" };
const PAYOUTS: readonly Held[] = [
  {
    key: KEY,
    most: 0n,
    ceiling: {
      name: "payouts",
      title: "Payouts",
      why: "Cash.",
      most: { unit: "money", value: rational(0) },
      alertAt: null,
      ...({ of: "payouts", each: "program", over: "lifetime", beyond: "refuse" } as const),
    },
  },
];
const roomOf = (used: number, most: number): Headroom =>
  new Headroom([{ ...KEY, used: BigInt(used), most: BigInt(most), isHard: true, alertedAt: null }]);
