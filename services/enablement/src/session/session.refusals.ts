import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const MAX_SEATS = 10_000;

export const sessionRefusals = refusalTable("session", {
  TextInvalid: {
    at: ({ field }: { field: "title" | "description" | "location" | "reason" }) => [field],
    message: "A title has 1 to 200 characters, other texts at most 4,000; a reason is needed.",
  },
  TimesInvalid: { at: ["endsAt"], message: "A session ends after it starts." },
  SeatsInvalid: { at: ["seats"], message: "1 to {maxSeats} seats.", values: { maxSeats: MAX_SEATS } },
  UrlInvalid: { at: ["url"], message: "Expected an address such as https://videos.example.com/17." },
  SessionUnknown: { code: "SESSION_NOT_FOUND", at: ["sessionId"], message: "There is no such session." },
  PersonUnknown: { code: "PERSON_NOT_FOUND", at: ["personId"], message: "There is no such person." },
  NoPlace: { at: ["personId"], message: "The person has no place in this session." },
  SessionCancelled: { at: ["sessionId"], message: "The session was called off." },
  SessionOver: { at: ["sessionId"], message: "The session is over." },
  TierNotInvited: {
    at: ["sessionId"],
    message: "It is for partners in {tiers}.",
    values: ({ tiers }: { tiers: readonly string[] }) => ({ tiers: tiers.join(", ") }),
    meaning: "The session is for partners in other tiers.",
  },
});
export type SessionRefusal = RefusalOf<typeof sessionRefusals>;
