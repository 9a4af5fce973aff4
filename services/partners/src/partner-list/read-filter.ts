import { daysAsked, valuesAsked } from "@tiergraph/kit/paging/read-filter";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import type { Program } from "@tiergraph/program/document/program";
import { wordsOf } from "../partner/index.js";

export const MAX_SEARCH = 100;

/** What a viewer asks of partners; null or left out asks nothing. */
export interface PartnerFilterAsked {
  readonly codes?: readonly string[] | null;
  readonly search?: string | null;
  readonly tiers?: readonly string[] | null;
  readonly tracks?: readonly string[] | null;
  readonly regions?: readonly string[] | null;
  readonly countries?: readonly string[] | null;
  readonly joined?: { readonly from?: string | null; readonly until?: string | null } | null;
  readonly isAtRisk?: boolean | null;
  readonly cohort?: string | null;
}

/** Whether the program has to be known to read a filter. */
export const namesOfProgram = ({ tiers, tracks }: PartnerFilterAsked): boolean => tiers != null || tracks != null;

/**
 * What a filter asks of partners.
 *
 * @param program in force, if any; asked for names of tiers and tracks only
 * @throws BAD_USER_INPUT where it names what there is not, or is too long; the message says what there is
 */
export function readFilter(filter: PartnerFilterAsked, program: Program | null) {
  const [tiers, tracks] = [valuesAsked("tiers", filter.tiers), valuesAsked("tracks", filter.tracks)];
  refuseUnknown(tiers, { kind: "tier", known: program?.tiers, program });
  refuseUnknown(tracks, { kind: "track", known: program?.tracks, program });
  const { from, until } = daysAsked("joined", filter.joined);
  return {
    codes: valuesAsked("codes", filter.codes),
    tiers,
    tracks,
    regions: valuesAsked("regions", filter.regions),
    countries: valuesAsked("countries", filter.countries),
    joinedFrom: from,
    joinedUntil: until,
    isAtRisk: filter.isAtRisk ?? null,
    words: filter.search == null ? null : wordsSought(filter.search),
  };
}

interface Known {
  readonly kind: "tier" | "track";
  readonly known: readonly { readonly name: string }[] | undefined;
  readonly program: Program | null;
}

function refuseUnknown(asked: readonly string[] | null, { kind, known = [], program }: Known): void {
  const names = known.map(({ name }) => name);
  const unknown = (asked ?? []).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const has =
    program === null
      ? "no program is in force yet"
      : `${program.name} ${program.version} has ${names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(", ")}`;
  refuse("BAD_USER_INPUT", `\`filter.${kind}s\`: there is no ${kind} \`${unknown}\`; ${has}.`);
}

/** The longest first, since the fewest partners have it. */
function wordsSought(search: string): string[] {
  const words = search.length > MAX_SEARCH ? [] : wordsOf(search).sort((one, other) => other.length - one.length);
  if (words.length === 0)
    refuse(
      "BAD_USER_INPUT",
      `\`filter.search\` must be 1 to ${MAX_SEARCH} characters, with a letter or digit among them.`,
    );
  return words;
}
