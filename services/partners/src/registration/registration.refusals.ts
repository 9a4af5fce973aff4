import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { asDay } from "@tiergraph/schema/messages";

export const MAX_PARTNERS_PER_REGISTRATION = 1_000;

/** Which partner of the input is meant, from 0. */
interface OfPartner {
  readonly index: number;
}
interface OfText extends OfPartner {
  readonly name: string;
}
interface OfTrack extends OfPartner {
  /** Which of its tracks, from 0. */
  readonly place: number;
  readonly program: string;
  readonly track: string;
  readonly known: readonly string[];
}

export const registrationRefusals = refusalTable("partner-registration", {
  TooMany: {
    at: ["partners"],
    message: "At most {maxPartnersPerRegistration} partners at a time.",
    values: { maxPartnersPerRegistration: MAX_PARTNERS_PER_REGISTRATION },
  },
  TextInvalid: {
    at: ({ index, name }: OfText) => ["partners", String(index), name],
    message: "{name} must be 1 to 200 characters, without control characters or space at its ends.",
    values: ({ name }: OfText) => ({ name }),
    meaning: "A text is not 1 to 200 characters, or has control characters or space at its ends.",
  },
  DuplicateCode: {
    at: ({ index }: OfPartner) => ["partners", String(index), "code"],
    message: "Code {code} is there twice.",
    values: ({ code }: OfPartner & { code: string }) => ({ code }),
    meaning: "A code is in the input twice.",
  },
  TrackUnknown: {
    at: ({ index, place }: OfTrack) => ["partners", String(index), "tracks", String(place)],
    message: "{program} has no track {track}; it has {count, plural, =0 {none} other {{known}}}.",
    values: ({ program, track, known }: OfTrack) => ({ program, track, count: known.length, known }),
    meaning: "The program in force has no such track.",
  },
  DayInFuture: {
    at: ({ index }: OfPartner) => ["partners", String(index), "joinedOn"],
    message: "{day} is after today, {today}.",
    values: ({ day, today }: OfPartner & { day: string; today: string }) => ({ day: asDay(day), today: asDay(today) }),
    meaning: "The day is after today (UTC).",
  },
});
export type RegistrationRefusal = RefusalOf<typeof registrationRefusals>;
