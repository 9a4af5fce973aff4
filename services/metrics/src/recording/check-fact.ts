import { isText } from "@tiergraph/kit/values/text";
import { shapeProblem } from "@tiergraph/program/document/facts";
import { knownCalendarDate, minorOf } from "@tiergraph/program/exact";
import { type PostingDay, postingDay } from "@tiergraph/program/measure";
import { CREDIT_ATTRIBUTE, type FactContent, type FactProblem, type FactReport } from "../fact/index.js";
import { contentOf } from "./content-of-report.js";
import { shareText } from "./credited.js";
import { dayOfReport, type FactBounds, rateKey, takesFromDeal } from "./report-bounds.js";

const MAX_TEXT = 200;
const MAX_ATTRIBUTES = 50;

export type CheckedFact =
  | { readonly kind: "Sound"; readonly content: FactContent }
  | { readonly kind: "Refused"; readonly problem: FactProblem };

/** Checks one reported fact by itself and returns its first problem. */
export function checkFact(report: FactReport, bounds: FactBounds): CheckedFact {
  const problem =
    textProblem(report) ??
    dayProblem(report, bounds) ??
    shapeProblem(report, bounds.program) ??
    amountProblem(report, bounds) ??
    creditProblem(report);
  if (problem !== null) return { kind: "Refused", problem };
  const posting = postingOf(report, bounds);
  if (posting.kind === "Closed")
    return {
      kind: "Refused",
      problem: {
        code: "PERIOD_CLOSED",
        field: "on",
        message: `The period of ${dayOfReport(report, bounds)} was closed on ${posting.closedOn}, and the program records no more facts for it.`,
      },
    };
  // Last, so that a dry run reports everything else that is wrong with the facts of partners that are yet to come.
  const partnerFault = partnerProblem(report, bounds);
  if (partnerFault !== null) return { kind: "Refused", problem: partnerFault };
  return { kind: "Sound", content: contentOf(report, bounds, posting) };
}

/** Open deals describe the present: no period closes to them. */
function postingOf(report: FactReport, bounds: FactBounds): PostingDay {
  if (report.kind === "deal.open") return { kind: "Open" };
  const [day, today] = [dayOfReport(report, bounds), bounds.today].map(knownCalendarDate);
  if (day === undefined || today === undefined) throw new Error("Two days were made of two");
  return postingDay(bounds.program, day, today);
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

function dayProblem({ kind, on, openedOn, until }: FactReport, { today }: FactBounds): FactProblem | null {
  if (kind !== "deal.open" && on == null)
    return { code: "DAY_MISSING", field: "on", message: `A ${kind} fact needs the day that it counts for.` };
  for (const [field, day] of Object.entries({ on, openedOn }))
    if (day != null && day > today)
      return { code: "DAY_IN_FUTURE", field, message: `${day} is after today, ${today}.` };
  if (until != null && on != null && until <= on)
    return { code: "DAY_INVALID", field: "until", message: `It ends on ${until}, not after ${on}.` };
  return null;
}

function amountProblem(report: FactReport, bounds: FactBounds): FactProblem | null {
  const { amount } = report;
  const currency = report.currency ?? bounds.program.currency;
  if (!/^[A-Z]{3}$/.test(currency))
    return {
      code: "CURRENCY_UNSUPPORTED",
      field: "currency",
      message: `${currency} is not a three-letter currency code.`,
    };
  if (amount == null) return null;
  const minor = minorOf(amount, currency);
  if (minor === null)
    return {
      code: "AMOUNT_INVALID",
      field: "amount",
      message: `${amount} is no amount in ${currency}, to its smallest unit.`,
    };
  if (minor < 0n) return { code: "AMOUNT_NEGATIVE", field: "amount", message: `${amount} is negative.` };
  const day = dayOfReport(report, bounds);
  if (currency === bounds.program.currency || bounds.rates.has(rateKey(currency, day))) return null;
  // It goes at the rate of its deal, which is looked up once the deal is.
  if (takesFromDeal(report, bounds)) return null;
  return {
    code: "RATE_MISSING",
    field: "currency",
    message: `No exchange rate from ${currency} to ${bounds.program.currency} is known for ${day}: record one of that day, or of the 31 days before it.`,
  };
}

function creditProblem({ credit, attributes }: FactReport): FactProblem | null {
  if (credit == null) return null;
  if (shareText(credit.share) === null)
    return {
      code: "CREDIT_INVALID",
      field: "credit",
      message: `A share is above 0 and at most 100 percent, with at most two decimals, not ${credit.share}.`,
    };
  return attributes?.some(({ name }) => name === CREDIT_ATTRIBUTE)
    ? {
        code: "CREDIT_INVALID",
        field: "attributes",
        message: `The role of the credit is the attribute ${CREDIT_ATTRIBUTE}.`,
      }
    : null;
}
