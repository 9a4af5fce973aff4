import type { Program } from "@tiergraph/program/document/program";
import { explainDecision, placementOf, placePartner, recordOf } from "@tiergraph/program/place";
import type { PartnerRow } from "../partner/index.js";

/** What other tracks change for a partner, by what was last measured of it. */
export interface TrackChange {
  readonly partnerId: string;
  readonly code: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Names of tiers. */
  readonly before: string;
  readonly after: string;
  /** The placement with the new tracks, in words. */
  readonly summary: string;
}

/** What is read of a partner's last decision. */
interface LastDecision {
  readonly partnerId: string;
  readonly format: number;
  readonly body: string;
}

export interface Moved {
  readonly row: PartnerRow;
  readonly known: PartnerRow;
}

/** Known partners whose tracks differ now. */
export const withOtherTracks = (moved: readonly Moved[]): Moved[] =>
  moved.filter(({ row, known }) => [...row.tracks].sort().join() !== [...known.tracks].sort().join());

/** Judges the last decision of each partner again with its new tracks: one that another version made is passed over. */
export function trackChangesOf(
  { program, shown }: { readonly program: Program; readonly shown: Program },
  moved: readonly Moved[],
  decisions: readonly LastDecision[],
): TrackChange[] {
  const changed = new Map(moved.map((one) => [one.row.partnerId, one]));
  return decisions.flatMap((decision) => {
    const one = changed.get(decision.partnerId);
    if (one === undefined || decision.format === 1) return [];
    const record = recordOf(decision.body);
    if (record.program !== program.name || record.version !== program.version) return [];
    const placement = placementOf(program, record);
    const { tracks, region, country } = one.row;
    const after = placePartner({
      ...placement,
      // From where the partner stands: a tier that it would lose is one that it holds.
      before: record.after,
      partner: { ...placement.partner, tracks, region, country },
    });
    const change = {
      partnerId: one.row.partnerId,
      code: one.row.code,
      added: tracks.filter((track) => !one.known.tracks.includes(track)),
      removed: one.known.tracks.filter((track) => !tracks.includes(track)),
    };
    return {
      ...change,
      before: record.tier,
      after: after.tier,
      summary: explainDecision(program, after, shown).summary,
    };
  });
}
