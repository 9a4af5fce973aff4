import { type PlacedPartner, type Subject, subjectOf } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { type Audience, nodesOf, type Requirement, termsWithin } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";

/** A kind of partner, as far as audiences distinguish it. */
export interface KindOfPartner {
  readonly partner: PlacedPartner;
  /** Its classified track; null for none. */
  readonly classifiedAs: string | null;
  readonly subject: Subject;
}

export interface KindsOfPartners {
  readonly kinds: readonly KindOfPartner[];
  /** False where there are more kinds than are tried, so that others may meet what these cannot. */
  readonly isComplete: boolean;
}

const MOST_TRACKS = 6;
const MOST_KINDS = 4_000;

/** Every kind of partner that the tiers distinguish by track, country and region. The most ordinary come first. */
export function kindsOfPartners(program: Program, tiers: readonly Tier[]): KindsOfPartners {
  const audiences = tiers.flatMap(({ requires }) => (requires === null ? [] : audiencesIn(requires)));
  const asked = new Set(audiences.flatMap(({ tracks }) => tracks));
  const chosen = program.tracks.filter(({ name, classified }) => classified === null && asked.has(name));
  // Where the best track counts, single tracks are enough.
  const mostAtOnce = program.tracksJoin === "best-of" ? 1 : MOST_TRACKS;
  const trackSets = subsets(chosen.slice(0, MOST_TRACKS).map(({ name }) => name)).filter(
    (set) => set.length <= mostAtOnce,
  );
  const places = placesOf(program, audiences);
  const kinds: KindOfPartner[] = [];
  for (const classifiedAs of classifiedTracks(program))
    for (const place of places)
      for (const tracks of trackSets) {
        const partner = { tracks, ...place, joinedOn: null };
        const subject = subjectOf(program, partner);
        const all = classifiedAs === null ? subject.tracks : [...subject.tracks, classifiedAs];
        kinds.push({ partner, classifiedAs, subject: { ...subject, tracks: all } });
      }
  return { kinds: kinds.slice(0, MOST_KINDS), isComplete: chosen.length <= MOST_TRACKS && kinds.length <= MOST_KINDS };
}

/** With `otherwise`, every partner is on one of them. */
function classifiedTracks({ tracks }: Program): (string | null)[] {
  const classified = tracks.filter((track) => track.classified !== null);
  const takesRest = classified.some((track) => track.classified === "otherwise");
  return [...(takesRest ? [] : [null]), ...classified.map(({ name }) => name)];
}

function placesOf(program: Program, audiences: readonly Audience[]): Pick<PlacedPartner, "region" | "country">[] {
  const regions = [null, ...audiences.flatMap((one) => one.regions), ...program.markets.flatMap((one) => one.regions)];
  const countries = [
    null,
    ...audiences.flatMap((one) => one.countries),
    ...program.markets.flatMap((one) => one.countries),
  ];
  return [...new Set(regions)].flatMap((region) => [...new Set(countries)].map((country) => ({ region, country })));
}

function audiencesIn(requirement: Requirement): Audience[] {
  return nodesOf(requirement).flatMap((node) => [
    node.audience,
    ...(node.kind === "score" ? termsWithin(node.score).map(({ audience }) => audience) : []),
  ]);
}

/** All subsets, smallest first. */
function subsets(names: readonly string[]): string[][] {
  const sets = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, i) => (bits >> i) % 2 === 1),
  );
  return sets.sort((a, b) => a.length - b.length);
}
