import { type PlacedPartner, subjectOf } from "../assess/subject.js";
import type { Program } from "../document/program.js";
import type { DecisionRecord, MeasureInput } from "./decision.js";
import { decide, type PlacePartner } from "./place-partner.js";
import { isSwift, type SwiftJudge, type SwiftVerdict, swiftJudge } from "./swift-judge.js";

/** Places partners by one version without explaining anything on the way: the same records as `placePartner`. */
export interface SwiftPlacer {
  /** Null for a partner that has to be left to `placePartner`: its numbers are too large, or its measures are no plain numbers. */
  place(placement: SwiftPlacement): DecisionRecord | null;
  /** Only which tiers the partner reaches and would keep; null as for `place`. */
  judge(partner: PlacedPartner, measures: readonly MeasureInput[]): SwiftVerdict | null;
}

export interface SwiftPlacement extends Omit<PlacePartner, "measures" | "program"> {
  /** Every measure of the program, by name. */
  readonly measures: readonly MeasureInput[];
}

const placers = new WeakMap<Program, SwiftPlacer | null>();

/** Null for a program whose rules need more than bounds. Compiled once a version. */
export function swiftPlacer(program: Program): SwiftPlacer | null {
  const known = placers.get(program);
  if (known !== undefined) return known;
  const placer = isSwift(program) ? newPlacer(program) : null;
  placers.set(program, placer);
  return placer;
}

function newPlacer(program: Program): SwiftPlacer {
  const judges = new Map<string, SwiftJudge>();
  return {
    judge: (partner, measures) => judgeFor(program, partner, judges).judge(measures),
    place({ measures, ...placement }) {
      const verdict = judgeFor(program, placement.partner, judges).judge(measures);
      return verdict === null ? null : decide({ ...placement, program }, { ...verdict, measures, metOn: {} });
    },
  };
}

/** Partners that requirements see alike share a judge; there are far fewer kinds of partners than partners. */
function judgeFor(program: Program, partner: PlacedPartner, judges: Map<string, SwiftJudge>): SwiftJudge {
  const key = `${partner.tracks.join(",")}|${partner.region ?? ""}|${partner.country ?? ""}`;
  const known = judges.get(key);
  if (known !== undefined) return known;
  const judge = swiftJudge(program, subjectOf(program, partner));
  judges.set(key, judge);
  return judge;
}
