import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

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

export const registrationRefusals = refusalTable({
  TooMany: { at: ["partners"], message: `At most ${MAX_PARTNERS_PER_REGISTRATION} partners at a time.` },
  TextInvalid: {
    at: ({ index, name }: OfText) => ["partners", String(index), name],
    message: ({ name }: OfText) =>
      `${name} must be 1 to 200 characters, without control characters or space at its ends.`,
    meaning: "A text is not 1 to 200 characters, or has control characters or space at its ends.",
  },
  DuplicateCode: {
    at: ({ index }: OfPartner) => ["partners", String(index), "code"],
    message: ({ code }: OfPartner & { code: string }) => `Code ${code} is there twice.`,
    meaning: "A code is in the input twice.",
  },
  TrackUnknown: {
    at: ({ index, place }: OfTrack) => ["partners", String(index), "tracks", String(place)],
    message: ({ program, track, known }: OfTrack) =>
      `${program} has no track ${track}; it has ${known.join(", ") || "none"}.`,
    meaning: "The program in force has no such track.",
  },
  DayInFuture: {
    at: ({ index }: OfPartner) => ["partners", String(index), "joinedOn"],
    message: ({ day, today }: OfPartner & { day: string; today: string }) => `${day} is after today, ${today}.`,
    meaning: "The day is after today (UTC).",
  },
});
export type RegistrationRefusal = RefusalOf<typeof registrationRefusals>;
