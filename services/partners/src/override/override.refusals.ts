import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const MAX_REASON_LENGTH = 2000;

export const overrideRefusals = refusalTable({
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  OverrideUnknown: { code: "OVERRIDE_NOT_FOUND", at: ["id"], message: "There is no such override." },
  NoProgramInForce: { at: [], message: "No program is in force: publish one first." },
  SubjectUnknown: {
    at: ["subject"],
    message: ({ known }: { known: readonly string[] }) =>
      known.length === 0 ? "The program knows none of these." : `The program knows ${known.join(", ")}.`,
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
    message: ({ from }: { from: string }) => `It has to end after it begins, on ${from}.`,
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
    message: ({ today }: { today: string }) => `It would be over by today, ${today}.`,
  },
  ReasonMissing: {
    at: ["reason"],
    message: `A reason of 1 to ${MAX_REASON_LENGTH} characters is needed: the partner reads it.`,
  },
  SamePerson: {
    at: ["id"],
    message: "The person who asked for it cannot approve it: a second person has to.",
  },
  NotOpen: {
    at: ["id"],
    message: ({ state }: { state: string }) => `It is ${state.toLowerCase()}.`,
    meaning: "It was refused or ended, it is decided already, or its last day is over.",
  },
  Over: { code: "NOT_OPEN", at: ["id"], message: ({ until }: { until: string }) => `It is over since ${until}.` },
  TierByHandAlready: {
    at: ["id"],
    message: ({ until }: { until: string }) => `Another tier by hand holds until ${until}: end that one first.`,
    data: ({ until }: { until: string }) => ({ until }),
    meaning: "Another tier by hand holds on some of these days: end that one first.",
  },
});
export type OverrideRefusal = RefusalOf<typeof overrideRefusals>;
