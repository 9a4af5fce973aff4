import type { Program } from "@tiergraph/program/document/program";
import type { Ceiling } from "@tiergraph/program/document/rewards";
import { type CalendarDate, compare, multiply, rational } from "@tiergraph/program/exact";
import { mostOf, periodKey } from "@tiergraph/program/reward";
import type { CeilingKey } from "./ceiling.store.js";
import type { CeilingUseRow } from "./ceiling-use.entity.js";

/** A ceiling of the whole program, in the period of a day. */
export interface Held {
  readonly key: CeilingKey;
  readonly ceiling: Ceiling;
  readonly most: bigint;
}

export const heldOn = (ceiling: Ceiling, program: Program, day: string): Held => ({
  ceiling,
  key: {
    program: program.name,
    ceiling: ceiling.name,
    periodFrom: periodKey(ceiling.over, day as CalendarDate, program.calendar), // From a fact or the clock.
  },
  most: mostOf(ceiling, program),
});

export const textOf = ({ program, ceiling, periodFrom }: CeilingKey): string => `${ceiling} ${periodFrom} ${program}`;

/** What is used of ceilings, while they are held. */
export class Headroom {
  readonly #uses: Map<string, CeilingUseRow>;
  readonly #moved = new Set<string>();

  constructor(uses: readonly CeilingUseRow[]) {
    this.#uses = new Map(uses.map((use) => [textOf(use), use]));
  }

  /**
   * How much of an amount, in minor units, each of the ceilings lets through: the least, with the ceiling that holds it.
   * `times` is how often it is paid; 0 for more of what was paid before.
   */
  grant(held: readonly Held[], amountMinor: bigint, times = 1n): { amountMinor: bigint; by: Ceiling | null } {
    let [granted, by]: [bigint, Ceiling | null] = [amountMinor, null];
    for (const { ceiling, key } of held) {
      if (ceiling.beyond === "alert") continue;
      // The ceiling that held all of it back is the one to name.
      if (granted === 0n) break;
      const { used, most } = this.#use(key);
      const headroom = most - used;
      const wanted = ceiling.most.unit === "money" ? granted : times;
      if (wanted <= headroom) continue;
      const left = ceiling.beyond === "remainder" && ceiling.most.unit === "money" && headroom > 0n ? headroom : 0n;
      [granted, by] = [left, ceiling];
    }
    if (granted > 0n) this.take(held, granted, times);
    return { amountMinor: granted, by };
  }

  /** The least that any hard ceiling in money has left; null where none bounds it. */
  left(held: readonly Held[]): bigint | null {
    const rooms = held
      .filter(({ ceiling }) => ceiling.beyond !== "alert" && ceiling.most.unit === "money")
      .map(({ key }) => this.#use(key).most - this.#use(key).used);
    return rooms.reduce<bigint | null>(
      (least, headroom) => (least === null || headroom < least ? headroom : least),
      null,
    );
  }

  /** Fills ceilings by what is paid; gives headroom back where it is below zero. */
  take(held: readonly Held[], amountMinor: bigint, times = 1n): void {
    for (const { ceiling, key } of held) {
      const use = this.#use(key);
      const used = use.used + (ceiling.most.unit === "money" ? amountMinor : times);
      this.#uses.set(textOf(key), { ...use, used: used < 0n ? 0n : used });
      this.#moved.add(textOf(key));
    }
  }

  /** What moved; those that passed their mark are noted once. */
  moved(held: readonly Held[], now: Date): CeilingUseRow[] {
    const ceilings = new Map(held.map(({ key, ceiling }) => [textOf(key), ceiling]));
    return [...this.#moved].sort().flatMap((key) => {
      const use = this.#uses.get(key);
      if (use === undefined) return [];
      return [{ ...use, alertedAt: use.alertedAt ?? (isMarked(ceilings.get(key), use) ? now : null) }];
    });
  }

  #use(key: CeilingKey): CeilingUseRow {
    const use = this.#uses.get(textOf(key));
    if (use === undefined) throw new Error(`Ceiling ${key.ceiling} of ${key.program} is not held`);
    return use;
  }
}

/** People are notified from this share of the ceiling on; where the document names none, once it is reached. */
function isMarked(ceiling: Ceiling | undefined, { used, most }: CeilingUseRow): boolean {
  if (ceiling === undefined) return false;
  return compare(rational(used), multiply(ceiling.alertAt ?? rational(1), rational(most))) >= 0;
}
