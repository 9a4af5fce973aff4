import { isText } from "@tiergraph/kit/values/text";
import type { FactKind } from "@tiergraph/program/document/measure";
import { minorOf } from "@tiergraph/program/exact/money";
import type { FactRow } from "./fact.store.js";

export const MAX_FACTS_PER_BATCH = 1_000;
const MAX_TEXT = 200;
const MAX_ATTRIBUTES = 50;

/** A fact as it is told. */
export interface FactReport {
  readonly kind: FactKind;
  readonly externalId: string;
  readonly partnerId: string;
  /** The day that counts: of a won or lost deal the day it closed, of an open one the day it was last seen, or opened. */
  readonly on?: string | null;
  readonly openedOn?: string | null;
  /** Decimal text in major units. */
  readonly amount?: string | null;
  readonly currency?: string | null;
  readonly quantity?: number | null;
  readonly customer?: string | null;
  readonly product?: string | null;
  readonly attributes?: readonly { readonly name: string; readonly value: string }[] | null;
}

export type FactProblemCode =
  | "PARTNER_UNKNOWN"
  | "TEXT_INVALID"
  | "DAY_MISSING"
  | "DAY_IN_FUTURE"
  | "AMOUNT_MISSING"
  | "AMOUNT_INVALID"
  | "AMOUNT_NEGATIVE"
  | "CURRENCY_UNSUPPORTED"
  | "QUANTITY_MISSING"
  | "CONTENT_DIFFERS"
  | "RECORDED_FOR_ANOTHER_PARTNER";

export interface FactProblem {
  readonly code: FactProblemCode;
  readonly field: string;
  readonly message: string;
}

export interface FactBounds {
  readonly currency: string;
  readonly today: string;
  readonly knownPartnerIds: ReadonlySet<string>;
}

/** What a fact says, once it is known to be sound: all of a row but its place in the table. */
export type FactContent = Omit<FactRow, "factId" | "revision">;

export type CheckedFact =
  | { readonly kind: "Sound"; readonly content: FactContent }
  | { readonly kind: "Refused"; readonly problem: FactProblem };

/** Checks one reported fact by itself; the first problem is told. */
export function checkFact(report: FactReport, bounds: FactBounds): CheckedFact {
  const problem =
    textProblem(report) ??
    partnerProblem(report, bounds) ??
    dayProblem(report, bounds) ??
    amountProblem(report, bounds);
  return problem === null ? { kind: "Sound", content: contentOf(report, bounds) } : { kind: "Refused", problem };
}

function textProblem(report: FactReport): FactProblem | null {
  const texts = { externalId: report.externalId, customer: report.customer, product: report.product };
  for (const [field, text] of Object.entries(texts))
    if (text != null && !isText(text))
      return { code: "TEXT_INVALID", field, message: `${field} must be 1 to ${MAX_TEXT} characters.` };
  const attributes = report.attributes ?? [];
  const names = new Set(attributes.map(({ name }) => name));
  if (attributes.length > MAX_ATTRIBUTES || names.size < attributes.length)
    return {
      code: "TEXT_INVALID",
      field: "attributes",
      message: `At most ${MAX_ATTRIBUTES} attributes, each name once.`,
    };
  for (const { name, value } of attributes)
    if (!isText(name) || (value !== "" && !isText(value)))
      return {
        code: "TEXT_INVALID",
        field: "attributes",
        message: `Attribute ${name.slice(0, 50)} has a name or value that is not 1 to ${MAX_TEXT} characters of text; a value may be empty.`,
      };
  return null;
}

function partnerProblem({ partnerId }: FactReport, { knownPartnerIds }: FactBounds): FactProblem | null {
  return knownPartnerIds.has(partnerId)
    ? null
    : { code: "PARTNER_UNKNOWN", field: "partnerId", message: "There is no such partner." };
}

function dayProblem({ kind, on, openedOn }: FactReport, { today }: FactBounds): FactProblem | null {
  if (kind !== "deal.open" && on == null)
    return { code: "DAY_MISSING", field: "on", message: `A ${kind} fact needs the day that it counts for.` };
  for (const [field, day] of Object.entries({ on, openedOn }))
    if (day != null && day > today)
      return { code: "DAY_IN_FUTURE", field, message: `${day} is after today, ${today}.` };
  return null;
}

function amountProblem({ kind, amount, currency, quantity }: FactReport, bounds: FactBounds): FactProblem | null {
  if (currency != null && currency !== bounds.currency)
    return {
      code: "CURRENCY_UNSUPPORTED",
      field: "currency",
      message: `The program counts in ${bounds.currency}, not ${currency}.`,
    };
  if (kind === "deal.won" && amount == null)
    return { code: "AMOUNT_MISSING", field: "amount", message: "A won deal needs its amount." };
  if (kind === "seats" && quantity == null)
    return { code: "QUANTITY_MISSING", field: "quantity", message: "Seats need their quantity." };
  if (amount == null) return null;
  const minor = minorOf(amount, bounds.currency);
  if (minor === null)
    return {
      code: "AMOUNT_INVALID",
      field: "amount",
      message: `${amount} is no amount in ${bounds.currency}, to its smallest unit.`,
    };
  return minor < 0n ? { code: "AMOUNT_NEGATIVE", field: "amount", message: `${amount} is negative.` } : null;
}

function contentOf(report: FactReport, { currency, today }: FactBounds): FactContent {
  const amountMinor = report.amount == null ? null : minorOf(report.amount, currency);
  return {
    partnerId: report.partnerId,
    family: familyOf(report.kind),
    kind: report.kind,
    externalId: report.externalId,
    // An open deal has no day of its own before it closes: it stands on the day that it was opened.
    occurredOn: report.on ?? report.openedOn ?? today,
    openedOn: report.openedOn ?? null,
    untilOn: null,
    amountMinor,
    currency: amountMinor === null ? null : currency,
    quantity: report.quantity == null ? null : BigInt(report.quantity),
    customer: report.customer ?? null,
    personId: null,
    product: report.product ?? null,
    attributes: Object.fromEntries((report.attributes ?? []).map(({ name, value }) => [name, value])),
  };
}

/** Facts of one family tell of the same thing over its life: a deal is open before it is won or lost. */
export const familyOf = (kind: FactKind): string => kind.split(".")[0] ?? kind;
