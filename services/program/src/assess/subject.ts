import type { Program } from "../document/program/index.js";
import type { Audience, Market } from "../document/requirements/index.js";
import type { CalendarDate } from "../exact/index.js";

/** What is known of a partner beside its measures. Neither its name nor its size is: equal facts give equal tiers. */
export interface PlacedPartner {
  /** The tracks that it chose. */
  readonly tracks: readonly string[];
  readonly region?: string | null;
  /** ISO 3166 code. */
  readonly country?: string | null;
  readonly joinedOn?: CalendarDate | null;
}

/** The partner as requirements see it. */
export interface Subject {
  /** Those that it chose, and the one in which the program classifies it. */
  readonly tracks: readonly string[];
  readonly region: string | null;
  readonly country: string | null;
  readonly market: Market | null;
}

/** Before its classification, which is judged by what is known up to there. */
export function subjectOf(program: Program, partner: PlacedPartner): Subject {
  const [region, country] = [partner.region ?? null, partner.country ?? null];
  // A track that the program decides is not for the partner to choose.
  const isChosen = (name: string) => program.tracks.find((track) => track.name === name)?.classified == null;
  return {
    tracks: partner.tracks.filter(isChosen),
    region,
    country,
    market: marketOf(program, { region, country }),
  };
}

/** The partner on each of its chosen tracks alone, where the best of them counts; otherwise once, on all of them. */
export function subjectsOf(program: Program, partner: PlacedPartner): readonly [Subject, ...Subject[]] {
  const whole = subjectOf(program, partner);
  const [first, ...others] = whole.tracks.map((track): Subject => ({ ...whole, tracks: [track] }));
  return program.tracksJoin === "best-of" && first !== undefined ? [first, ...others] : [whole];
}

/** The first market that lists the country; failing that, the first that lists the region. */
function marketOf(program: Program, { region, country }: Pick<Subject, "region" | "country">): Market | null {
  const ofCountry = program.markets.find(({ countries }) => country !== null && countries.includes(country));
  return ofCountry ?? program.markets.find(({ regions }) => region !== null && regions.includes(region)) ?? null;
}

/** Whether a partner is among those who are asked. */
export function isAsked(audience: Audience, subject: Subject): boolean {
  return (
    isOneOf(audience.tracks, subject.tracks) &&
    isOneOf(audience.regions, [subject.region]) &&
    isOneOf(audience.countries, [subject.country]) &&
    isOneOf(audience.markets, [subject.market?.name ?? null])
  );
}

const isOneOf = (asked: readonly string[], own: readonly (string | null)[]): boolean =>
  asked.length === 0 || own.some((name) => name !== null && asked.includes(name));
