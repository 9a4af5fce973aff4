import type { Queryable } from "@tiergraph/kit/database/database";
import type { Program } from "@tiergraph/program/document/program";
import { recordOf } from "@tiergraph/program/place/decision";
import { explainDecision, placementOf } from "@tiergraph/program/place/explain-decision";
import { placePartner } from "@tiergraph/program/place/place-partner";
import { findDecisions } from "../placement/decision.store.js";
import { findTierStatuses } from "../tier-status/tier-status.store.js";
import type { PartnerRow } from "./partner.store.js";

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

export interface Moved {
  readonly row: PartnerRow;
  readonly known: PartnerRow;
}

/** Judges the last decision of each partner again with its new tracks: one that another version made is passed over. */
export async function trackChangesOf(db: Queryable, program: Program, moved: readonly Moved[]): Promise<TrackChange[]> {
  const changed = new Map(
    moved
      .filter(({ row, known }) => [...row.tracks].sort().join() !== [...known.tracks].sort().join())
      .map((one) => [one.row.partnerId, one]),
  );
  if (changed.size === 0) return [];
  const decisions = await findDecisions(db, await findTierStatuses(db, [...changed.keys()]));
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
    return { ...change, before: record.tier, after: after.tier, summary: explainDecision(program, after).summary };
  });
}
