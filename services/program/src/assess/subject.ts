import type { Program } from "../document/program/index.js";
import type { Audience, Market } from "../document/requirements/index.js";
import type { CalendarDate } from "../exact/index.js";

/** A partner without its measures. Neither name nor size is here: equal facts give equal tiers. */
export interface PlacedPartner {
  /** The chosen tracks. */
  readonly tracks: readonly string[];
  readonly region?: string | null;
  /** ISO 3166 code. */
  readonly country?: string | null;
  readonly joinedOn?: CalendarDate | null;
}

/** The partner as requirements see it. */
export interface Subject {
  /** The chosen tracks, and the one that the program classified it in. */
  readonly tracks: readonly string[];
  readonly region: string | null;
  readonly country: string | null;
  readonly market: Market | null;
}

/** The partner before its classification, which is assessed with this. */
export function subjectOf(program: Program, partner: PlacedPartner): Subject {
  const [region, country] = [partner.region ?? null, partner.country ?? null];
  // Partners cannot choose a classified track.
  const isChosen = (name: string) => program.tracks.find((track) => track.name === name)?.classified == null;
  return {
    tracks: partner.tracks.filter(isChosen),
    region,
    country,
    market: marketOf(program, { region, country }),
  };
}

/** The partner on each chosen track alone, where the best track counts; otherwise once, on all of them. */
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

/** Whether the audience includes the partner. */
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
