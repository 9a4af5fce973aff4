import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { asDay } from "@tiergraph/schema/messages";

export const MAX_REASON_LENGTH = 2000;

export const overrideRefusals = refusalTable("override", {
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  OverrideUnknown: { code: "OVERRIDE_NOT_FOUND", at: ["id"], message: "There is no such override." },
  NoProgramInForce: { at: [], message: "No program is in force: publish one first." },
  SubjectUnknown: {
    at: ["subject"],
    message: "{count, plural, =0 {The program knows none of these.} other {The program knows {known}.}}",
    values: ({ known }: { known: readonly string[] }) => ({ count: known.length, known }),
    meaning: "The program has no such tier or approval, or one was named for a hold, which has none.",
  },
  SubjectNotAsked: {
    code: "SUBJECT_UNKNOWN",
    at: ["subject"],
    message: "A hold has no subject: the partner stays where it is.",
  },
  SpanEmpty: {
    code: "SPAN_INVALID",
    at: ["until"],
    message: "It has to end after it begins, on {from}.",
    values: ({ from }: { from: string }) => ({ from: asDay(from) }),
    meaning:
      "The days are wrong: it has to end after its first day and after today (UTC), and at most two years after its first day.",
  },
  SpanTooLong: {
    code: "SPAN_INVALID",
    at: ["until"],
    message: "At most two years: what lasts longer is a rule and belongs in the program.",
  },
  SpanIsPast: {
    code: "SPAN_INVALID",
    at: ["until"],
    message: "It would be over by today, {today}.",
    values: ({ today }: { today: string }) => ({ today: asDay(today) }),
  },
  ReasonMissing: {
    at: ["reason"],
    message: "A reason of 1 to {maxReasonLength} characters is needed: the partner reads it.",
    values: { maxReasonLength: MAX_REASON_LENGTH },
  },
  SamePerson: {
    at: ["id"],
    message: "The person who asked for it cannot approve it: a second person has to.",
  },
  NotOpen: {
    at: ["id"],
    message: "It is {state, select, REQUESTED {requested} APPROVED {approved} REFUSED {refused} other {ended}}.",
    values: ({ state }: { state: string }) => ({ state }),
    meaning: "It was refused or ended, it is decided already, or its last day is over.",
  },
  Over: {
    code: "NOT_OPEN",
    at: ["id"],
    message: "It is over since {until}.",
    values: ({ until }: { until: string }) => ({ until: asDay(until) }),
  },
  TierByHandAlready: {
    at: ["id"],
    message: "Another tier by hand holds until {until}: end that one first.",
    values: ({ until }: { until: string }) => ({ until: asDay(until) }),
    data: ({ until }: { until: string }) => ({ until }),
    meaning: "Another tier by hand holds on some of these days: end that one first.",
  },
});
export type OverrideRefusal = RefusalOf<typeof overrideRefusals>;
