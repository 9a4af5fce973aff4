import { isLine } from "@tiergraph/kit/values/text";
import type { Program } from "@tiergraph/program/document/program";
import {
  MAX_PARTNERS_PER_REGISTRATION,
  type RegistrationRefusal,
  registrationRefusals,
} from "./registration.refusals.js";

export interface PartnerRegistration {
  /** The partner's key in the vendor's own systems, at most 200 characters. */
  readonly code: string;
  readonly name?: string | null;
  readonly region?: string | null;
  readonly country?: string | null;
  readonly tracks?: readonly string[] | null;
  readonly joinedOn?: string | null;
}

/** All that is wrong with a registration; nothing of it is taken unless the list is empty. */
export function checkRegistration(
  partners: readonly PartnerRegistration[],
  program: Program | null,
  today: string,
): RegistrationRefusal[] {
  if (partners.length > MAX_PARTNERS_PER_REGISTRATION) return [registrationRefusals.TooMany()];
  const seen = new Set<string>();
  return partners.flatMap((partner, index) => {
    const { code, joinedOn } = partner;
    const isRepeated = seen.has(code);
    seen.add(code);
    return [
      ...textProblems(partner, index),
      ...trackProblems(partner, program, index),
      ...(isRepeated ? [registrationRefusals.DuplicateCode({ index, code })] : []),
      ...(joinedOn != null && joinedOn > today
        ? [registrationRefusals.DayInFuture({ index, day: joinedOn, today })]
        : []),
    ];
  });
}

const textProblems = ({ code, name, region, country }: PartnerRegistration, index: number): RegistrationRefusal[] =>
  Object.entries({ code, name, region, country }).flatMap(([field, text]) =>
    text == null || (text.trim() === text && isLine(text))
      ? []
      : [registrationRefusals.TextInvalid({ index, name: field })],
  );

function trackProblems({ tracks }: PartnerRegistration, program: Program | null, index: number): RegistrationRefusal[] {
  if (program === null) return [];
  const known = program.tracks.map(({ name }) => name);
  return (tracks ?? []).flatMap((track, place) =>
    known.includes(track)
      ? []
      : [registrationRefusals.TrackUnknown({ index, place, program: program.name, track, known })],
  );
}
