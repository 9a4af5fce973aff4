import { type CalendarDate, knownCalendarDate, minorOf } from "@tiergraph/program/exact";
import type { Fact } from "@tiergraph/program/measure";

export interface HypotheticalDeal {
  readonly amount?: string | null;
  readonly customer?: string | null;
  readonly product?: string | null;
  readonly attributes?: readonly { readonly name: string; readonly value: string }[] | null;
}
export interface HypotheticalCertification {
  readonly level: string;
  /** Whose it would be; someone who has none yet where left out. */
  readonly personId?: string | null;
  readonly product?: string | null;
  readonly course?: string | null;
  readonly role?: string | null;
}

/** A fact of any kind, as `recordFacts` would take it. */
export interface HypotheticalFact extends HypotheticalDeal {
  /** As program documents write it. */
  readonly kind: string;
  readonly quantity?: number | null;
  readonly until?: string | null;
}

interface HypothesisInput {
  readonly on: CalendarDate;
  readonly currency: string;
  readonly facts: readonly HypotheticalFact[];
  readonly deals: readonly HypotheticalDeal[];
  readonly certifications: readonly HypotheticalCertification[];
}

/** Each deal won, each certificate earned and each other fact on the day. Null where an amount is none of the currency. */
export function hypotheticalFacts({ on, currency, deals, facts, certifications }: HypothesisInput): Fact[] | null {
  const recorded = [...deals.map((deal): HypotheticalFact => ({ ...deal, kind: "deal.won" })), ...facts];
  const amounts = recorded.map(({ amount }) => (amount == null ? null : minorOf(amount, currency)));
  if (amounts.some((minor, i) => minor === null && recorded[i]?.amount != null)) return null;
  const blank = { on, until: null, amountMinor: null, quantity: null, customer: null, person: null, product: null };
  return [
    ...recorded.map(
      (fact, i): Fact => ({
        ...blank,
        id: `supposed fact ${i}`,
        kind: fact.kind,
        until: fact.until == null ? null : knownCalendarDate(fact.until),
        amountMinor: amounts[i] ?? null,
        quantity: fact.quantity == null ? null : BigInt(fact.quantity),
        customer: fact.customer ?? null,
        product: fact.product ?? null,
        attributes: Object.fromEntries((fact.attributes ?? []).map(({ name, value }) => [name, value])),
      }),
    ),
    ...certifications.map(
      (certification, i): Fact => ({
        ...blank,
        id: `supposed certification ${i}`,
        kind: "certification",
        person: certification.personId ?? `supposed person ${i}`,
        product: certification.product ?? null,
        attributes: {
          level: certification.level,
          ...(certification.course == null ? {} : { course: certification.course }),
          ...(certification.role == null ? {} : { role: certification.role }),
        },
      }),
    ),
  ];
}
