import type { FactRow } from "./fact.store.js";
import type { Part } from "./fact-key.entity.js";
import { keyOf } from "./fact-key.js";
import type { FactKeyRow } from "./fact-key.store.js";
import { shareOf, WHOLE } from "./fact-origin.js";

/** A fact that comes or goes. */
export interface FactMovement {
  readonly fact: FactRow;
  /** A retired fact is taken off again. */
  readonly sign: 1n | -1n;
  /** Where it is not the fact's own day: a fact of a closed period is taken off on a later one. */
  readonly on?: string;
}

/** What is known of the deal that a refund names. */
export interface DealBehind {
  /** The latest revision of the partner's part of it; null where the partner has none. */
  readonly deal: FactRow | null;
  /** Null where nothing is known under the deal's external id. */
  readonly key: Pick<FactKeyRow, "credited"> | null;
  /** The partner's other refunds of it that stand. */
  readonly refunds: readonly FactRow[];
}

/** A key, and how much of its whole was credited before the batch: nothing where it is new with it. */
export interface HeldKey extends FactKeyRow {
  readonly creditedBefore: number;
}

/** What settling a batch changes in what is known. */
export interface FactChanges {
  readonly added: readonly FactRow[];
  readonly retired: readonly FactRow[];
  /** Keys of which another part of the whole is credited than is kept, or to others. */
  readonly credited: readonly FactKeyRow[];
  /** What the rollups have to follow. */
  readonly movements: readonly FactMovement[];
  /** Facts of closed periods in whose place others stand: they stay, and count against themselves from a day on. */
  readonly reversed: readonly ReversedFact[];
}

interface ReversedFact {
  readonly fact: FactRow;
  readonly reversedOn: string;
  readonly isVoid: false;
}

/** Where a fact stands: partners who share a deal have a fact each, under one key. */
export interface FactPlace {
  readonly partnerId: string;
  readonly family: string;
  readonly externalId: string;
}

/**
 * The facts that a batch touches, as they are known at each moment of settling it: the batch is settled report by report,
 * and each sees what those before it changed.
 */
export class KnownFacts {
  readonly #stored: ReadonlySet<FactRow>;
  readonly #latest: Map<string, FactRow>;
  readonly #keys: ReadonlyMap<string, HeldKey>;
  readonly #credited: Map<string, number>;
  readonly #parts: Map<string, readonly Part[]>;
  readonly #refunds = new Map<string, Map<string, FactRow>>();
  readonly #added = new Map<string, FactRow>();
  readonly #retired: FactRow[] = [];
  readonly #reversed: ReversedFact[] = [];

  /**
   * @param rows the latest revision of each fact
   * @param keys of all external ids that the batch has or names
   */
  constructor(rows: readonly FactRow[], keys: readonly HeldKey[]) {
    this.#stored = new Set(rows);
    this.#latest = new Map(rows.map((row) => [placeOf(row), row]));
    this.#keys = new Map(keys.map((key) => [keyOf(key), key]));
    this.#credited = new Map(keys.map((key) => [keyOf(key), key.creditedBefore]));
    this.#parts = new Map(keys.map((key) => [keyOf(key), key.parts]));
    for (const row of rows) this.#noteRefund(row);
  }

  latest(place: FactPlace): FactRow | null {
    return this.#latest.get(placeOf(place)) ?? null;
  }

  /** The id of a fact under a key that the batch holds. */
  factIdOf(key: Pick<FactPlace, "family" | "externalId">): string {
    const held = this.#keys.get(keyOf(key));
    if (held === undefined) throw new Error(`No fact is known under ${keyOf(key)} and no id was made for it`);
    return held.factId;
  }

  /** What partners other than one are credited with, in hundredths of a percent. */
  creditedToOthers(place: FactPlace): number {
    const own = this.latest(place);
    const isCounted = own !== null && !own.isVoid;
    return (this.#credited.get(keyOf(place)) ?? 0) - (isCounted ? shareOf(own) : 0);
  }

  /** The facts of the partners that share a key, its own partner's left out, that stand. */
  othersSharing(place: FactPlace): FactRow[] {
    return this.partsOf(place).flatMap(({ partnerId }) => {
      const row = partnerId === place.partnerId ? null : this.latest({ ...place, partnerId });
      return row === null || row.isVoid ? [] : [row];
    });
  }

  partsOf(key: Pick<FactPlace, "family" | "externalId">): readonly Part[] {
    return this.#parts.get(keyOf(key)) ?? [];
  }

  /** Refunds of a partner's deal that stand. */
  refundsOf(deal: { partnerId: string; externalId: string }): FactRow[] {
    return [...(this.#refunds.get(refundKey(deal.partnerId, deal.externalId))?.values() ?? [])];
  }

  /** The deal that a refund names, and what else was refunded of it. */
  behind(refund: FactPlace & { readonly refundsDeal: string | null }): DealBehind {
    const externalId = refund.refundsDeal ?? "";
    const dealKey = { family: "deal", externalId };
    const key = this.#keys.get(keyOf(dealKey));
    return {
      deal: this.latest({ ...dealKey, partnerId: refund.partnerId }),
      key: key === undefined ? null : { credited: this.#credited.get(keyOf(dealKey)) ?? 0 },
      refunds: this.refundsOf({ partnerId: refund.partnerId, externalId }).filter(
        (row) => placeOf(row) !== placeOf(refund),
      ),
    };
  }

  /** Puts a fact in its place; `before` is what stood there and retires. What came earlier in this very batch was never stored. */
  put(row: FactRow, before: FactRow | null): void {
    if (before !== null && this.#stored.has(before)) this.#retired.push(before);
    this.#credit(row, before === null || before.isVoid ? 0 : shareOf(before), shareOf(row));
    this.#added.set(placeOf(row), row);
    this.#stand(row);
  }

  /** What came earlier in this very batch was never stored: its place is taken. */
  revisionAfter(before: FactRow | null): number {
    return before === null ? 1 : before.revision + (this.#stored.has(before) ? 1 : 0);
  }

  /** Puts another in the place of a stored fact of a closed period, which both count from a day on: one, and one against. */
  post(row: FactRow, before: FactRow, on: string): void {
    this.#reversed.push({ fact: before, reversedOn: on, isVoid: false });
    this.takeBack(before);
    const happenedOn = before.origin?.happenedOn ?? before.occurredOn;
    this.put({ ...row, revision: before.revision + 1, occurredOn: on, origin: { ...row.origin, happenedOn } }, null);
  }

  /** A stored fact that is taken back: none of it is credited any longer. */
  takeBack(row: FactRow): void {
    this.#credit(row, row.isVoid ? 0 : shareOf(row), 0);
    this.#stand({ ...row, isVoid: true });
  }

  #credit(row: FactRow, before: number, now: number): void {
    const key = keyOf(row);
    this.#credited.set(key, (this.#credited.get(key) ?? 0) - before + now);
    const others = this.partsOf(row).filter(({ partnerId }) => partnerId !== row.partnerId);
    const own = now === 0 || now === WHOLE ? [] : [{ partnerId: row.partnerId, share: now }];
    this.#parts.set(key, [...others, ...own]);
  }

  #stand(row: FactRow): void {
    const before = this.#latest.get(placeOf(row));
    if (before !== undefined) this.#forgetRefund(before);
    this.#latest.set(placeOf(row), row);
    this.#noteRefund(row);
  }

  #noteRefund(row: FactRow): void {
    if (row.refundsDeal === null || row.refundsDeal === undefined || row.isVoid || row.reversedOn !== null) return;
    const key = refundKey(row.partnerId, row.refundsDeal);
    const known = this.#refunds.get(key) ?? new Map<string, FactRow>();
    this.#refunds.set(key, known.set(placeOf(row), row));
  }

  #forgetRefund(row: FactRow): void {
    if (row.refundsDeal !== null) this.#refunds.get(refundKey(row.partnerId, row.refundsDeal))?.delete(placeOf(row));
  }

  /** The outcome of settling so far. */
  changes(): FactChanges {
    const added = [...this.#added.values()];
    return {
      added,
      retired: this.#retired,
      reversed: this.#reversed,
      credited: [...this.#keys.values()].flatMap((key) => {
        const credited = this.#credited.get(keyOf(key)) ?? key.credited;
        const parts = this.partsOf(key);
        const { creditedBefore: _, ...kept } = key;
        return credited === key.credited && isSame(parts, key.parts) ? [] : [{ ...kept, credited, parts }];
      }),
      movements: [
        ...added.map((fact) => ({ fact, sign: 1n as const })),
        ...this.#retired.map((fact) => ({ fact, sign: -1n as const })),
        ...this.#reversed.map(({ fact, reversedOn: on }) => ({ fact, sign: -1n as const, on })),
      ],
    };
  }
}

export const placeOf = (place: FactPlace): string => `${place.partnerId} ${keyOf(place)}`;
const refundKey = (partnerId: string, deal: string): string => `${partnerId} ${deal}`;
const isSame = (parts: readonly Part[], others: readonly Part[]): boolean =>
  parts.length === others.length &&
  parts.every(({ partnerId, share }) => others.some((one) => one.partnerId === partnerId && one.share === share));
