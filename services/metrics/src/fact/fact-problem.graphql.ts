import { registerEnumType } from "type-graphql";
import { FACT_PROBLEM_CODES, type FactProblemCode } from "./fact-report.js";

export const FactRefusalCode = Object.fromEntries(FACT_PROBLEM_CODES.map((code) => [code, code])) as {
  readonly [Code in FactProblemCode]: Code; // Each code by its own name.
};
registerEnumType(FactRefusalCode, {
  name: "FactRefusalCode",
  description: "Why a fact was not recorded or corrected, or what it waits for.",
  valuesConfig: {
    PARTNER_UNKNOWN: { description: "There is no such partner." },
    TEXT_INVALID: {
      description:
        "A text is not 1 to 200 characters, there are more than 50 attributes, or an attribute is there twice.",
    },
    KIND_UNKNOWN: { description: "Its kind is neither a built-in one nor one that the program declares." },
    FIELD_MISSING: { description: "It lacks a part that its kind needs, such as a customer." },
    ATTRIBUTE_INVALID: {
      description:
        "It lacks an attribute that its kind needs, has one that its kind does not take, or one of another type.",
    },
    DAY_MISSING: { description: "It has no day that it counts for: only an open deal may have none." },
    DAY_IN_FUTURE: { description: "One of its days is after today (UTC)." },
    DAY_INVALID: { description: "It ends on the day that it counts for, or before." },
    PERIOD_CLOSED: {
      description: "The period of its day is closed, and the program takes no more facts or corrections for it.",
    },
    AMOUNT_MISSING: { description: "It has no amount, and its kind needs one." },
    AMOUNT_INVALID: { description: "Its amount is not a number, or is finer than its currency." },
    AMOUNT_NEGATIVE: { description: "Its amount is below zero." },
    CURRENCY_UNSUPPORTED: { description: "Its currency is not a code of three capital letters." },
    RATE_MISSING: {
      description: "No exchange rate into the program's currency is known for its day or the 31 days before.",
    },
    QUANTITY_MISSING: { description: "It has no quantity, and its kind needs one." },
    QUANTITY_INVALID: { description: "Its quantity is outside the range of its kind, such as 0 to 10." },
    CREDIT_INVALID: {
      description:
        "Its share is not above 0 and at most 100 percent with at most two decimals, or it has an attribute `credit` beside its credit.",
    },
    SHARES_EXCEED_WHOLE: { description: "With its share, partners would be credited with more than 100 percent." },
    CONTENT_DIFFERS: { description: "It is recorded with other content: correct it with `replaceFacts`." },
    RECORDED_FOR_ANOTHER_PARTNER: { description: "It is recorded for another partner, and this one claims all of it." },
    DEAL_UNKNOWN: {
      description:
        "The deal that the refund names is not recorded for the partner. A new refund waits until it is; a correction is refused.",
    },
    DEAL_NOT_WON: {
      description:
        "The deal that the refund names is not won yet. A new refund waits until it is; a correction is refused.",
    },
    DEAL_TAKEN_BACK: { description: "The deal that the refund names was taken back: nothing is left to refund." },
    DEAL_OF_ANOTHER_PARTNER: { description: "The deal that the refund names is recorded, but not for this partner." },
    REFUND_EXCEEDS_DEAL: {
      description: "With this refund, more would be refunded than the deal's amount or quantity.",
    },
    SHARE_DIFFERS: { description: "The refund's share is not the share that the partner has of the deal." },
    TOTAL_DIFFERS: {
      description:
        "Its whole amount is not the one that is recorded for another share of it. A new fact waits until a person decides; a correction is refused.",
    },
    HAS_REFUNDS: { description: "The deal has refunds that would no longer fit: take these back first." },
    FACT_UNKNOWN: { description: "No fact is recorded under its external id for the partner." },
    FACT_VOID: { description: "It was taken back before." },
    FACT_NAMED_TWICE: { description: "The batch corrects it already, in another line." },
  },
});
