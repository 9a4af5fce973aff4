import type { Queryable } from "@tiergraph/kit/database/database";
import { subjectOf } from "@tiergraph/program/assess";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate, parseExact } from "@tiergraph/program/exact";
import type { Adjustment } from "@tiergraph/program/measure";
import { findPartnerPlaces, type PartnerPlace } from "../partner/index.js";
import type { AdjustmentRow } from "./adjustment.entity.js";
import { listAdjustmentsApprovedAt, listApprovedAdjustments } from "./adjustment.store.js";

/**
 * The approved adjustments that hold for each partner by each program, in the order given.
 *
 * @param knownAt a moment, for those that were approved then; null for those that are now
 */
export async function adjustmentsOfPartners(
  db: Queryable,
  measurings: readonly { readonly partnerId: string; readonly program: Program }[],
  knownAt: Date | null = null,
): Promise<Adjustment[][]> {
  const programs = [...new Set(measurings.map(({ program }) => program.name))];
  const rows = await (knownAt === null
    ? Promise.all(programs.map((program) => listApprovedAdjustments(db, program))).then((lists) => lists.flat())
    : listAdjustmentsApprovedAt(db, programs, knownAt));
  const approved = rows.map((row) => ({ program: row.program, adjustment: adjustmentOf(row) }));
  const placesNeeded = approved.some(({ adjustment }) => isForSome(adjustment));
  const partnerIds = [...new Set(measurings.map(({ partnerId }) => partnerId))];
  const places = new Map(
    (placesNeeded ? await findPartnerPlaces(db, partnerIds) : []).map((place) => [place.partnerId, place]),
  );
  return measurings.map(({ partnerId, program }) =>
    approved.flatMap(({ program: name, adjustment }) =>
      name === program.name && holdsFor(adjustment, program, places.get(partnerId) ?? NOWHERE) ? adjustment : [],
    ),
  );
}

const isForSome = ({ regions, markets }: Adjustment): boolean => regions.length > 0 || markets.length > 0;
const NOWHERE = { region: null, country: null };

/** Whether an adjustment is for a partner: of one of its regions and of one of its markets, where it names any. */
export function holdsFor(
  { regions, markets }: Pick<Adjustment, "regions" | "markets">,
  program: Program,
  { region, country }: Pick<PartnerPlace, "region" | "country">,
): boolean {
  const market = markets.length === 0 ? null : subjectOf(program, { tracks: [], region, country }).market;
  return (
    (regions.length === 0 || (region !== null && regions.includes(region))) &&
    (markets.length === 0 || (market !== null && markets.includes(market.name)))
  );
}

function adjustmentOf(row: AdjustmentRow): Adjustment {
  const { kind, regions, markets, measure, why } = row;
  return {
    id: row.adjustmentId,
    measure,
    kind,
    regions,
    markets,
    why,
    from: knownCalendarDate(row.fromOn),
    to: knownCalendarDate(row.toOn),
    factor: row.factor === null ? null : parseExact(row.factor),
  };
}
