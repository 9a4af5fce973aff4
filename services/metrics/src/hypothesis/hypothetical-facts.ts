import type { CalendarDate } from "@tiergraph/program/exact/calendar-date";
import { minorOf } from "@tiergraph/program/exact/money";
import type { Fact } from "@tiergraph/program/measure/fact";

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

export interface Supposition {
  readonly on: CalendarDate;
  readonly currency: string;
  readonly deals: readonly HypotheticalDeal[];
  readonly certifications: readonly HypotheticalCertification[];
}

/** Each deal won and each certificate earned on the day. Null where an amount is none of the currency. */
export function hypotheticalFacts({ on, currency, deals, certifications }: Supposition): Fact[] | null {
  const amounts = deals.map(({ amount }) => (amount == null ? null : minorOf(amount, currency)));
  if (amounts.some((minor, i) => minor === null && deals[i]?.amount != null)) return null;
  const blank = { on, until: null, amountMinor: null, quantity: null, customer: null, person: null, product: null };
  return [
    ...deals.map(
      (deal, i): Fact => ({
        ...blank,
        id: `supposed deal ${i}`,
        kind: "deal.won",
        amountMinor: amounts[i] ?? null,
        customer: deal.customer ?? null,
        product: deal.product ?? null,
        attributes: Object.fromEntries((deal.attributes ?? []).map(({ name, value }) => [name, value])),
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
