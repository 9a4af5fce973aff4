import { isLine } from "@tiergraph/kit/values/text";
import type { Program } from "@tiergraph/program/document/program";

export const MAX_PARTNERS_PER_REGISTRATION = 1_000;

export interface PartnerRegistration {
  /** The partner's key in the vendor's own systems, at most 200 characters. */
  readonly code: string;
  readonly name?: string | null;
  readonly region?: string | null;
  readonly country?: string | null;
  readonly tracks?: readonly string[] | null;
  readonly joinedOn?: string | null;
}

export interface RegistrationProblem {
  readonly code: "TOO_MANY" | "TEXT_INVALID" | "DUPLICATE_CODE" | "TRACK_UNKNOWN" | "DAY_IN_FUTURE";
  readonly field: readonly string[];
  readonly message: string;
}

/** All that is wrong with a registration; nothing of it is taken unless the list is empty. */
export function checkRegistration(
  partners: readonly PartnerRegistration[],
  program: Program | null,
  today: string,
): RegistrationProblem[] {
  if (partners.length > MAX_PARTNERS_PER_REGISTRATION)
    return [
      {
        code: "TOO_MANY",
        field: ["partners"],
        message: `At most ${MAX_PARTNERS_PER_REGISTRATION} partners at a time.`,
      },
    ];
  const seen = new Set<string>();
  return partners.flatMap((partner, i) => {
    const problems = [...textProblems(partner, i), ...trackProblems(partner, program, i)];
    const field = (name: string) => ["partners", String(i), name];
    if (seen.has(partner.code))
      problems.push({ code: "DUPLICATE_CODE", field: field("code"), message: `Code ${partner.code} is there twice.` });
    seen.add(partner.code);
    if (partner.joinedOn != null && partner.joinedOn > today)
      problems.push({
        code: "DAY_IN_FUTURE",
        field: field("joinedOn"),
        message: `${partner.joinedOn} is after today, ${today}.`,
      });
    return problems;
  });
}

function textProblems(partner: PartnerRegistration, i: number): RegistrationProblem[] {
  const texts = { code: partner.code, name: partner.name, region: partner.region, country: partner.country };
  return Object.entries(texts).flatMap(([name, text]) => {
    if (text == null) return [];
    const isFit = text.trim() === text && isLine(text);
    const message = `${name} must be 1 to 200 characters, without control characters or space at its ends.`;
    return isFit ? [] : [{ code: "TEXT_INVALID" as const, field: ["partners", String(i), name], message }];
  });
}

function trackProblems(partner: PartnerRegistration, program: Program | null, i: number): RegistrationProblem[] {
  if (program === null) return [];
  const known = program.tracks.map(({ name }) => name);
  return (partner.tracks ?? []).flatMap((track, j) =>
    known.includes(track)
      ? []
      : {
          code: "TRACK_UNKNOWN" as const,
          field: ["partners", String(i), "tracks", String(j)],
          message: `${program.name} has no track ${track}; it has ${known.join(", ") || "none"}.`,
        },
  );
}
