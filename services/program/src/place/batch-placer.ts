import { type PlacedPartner, subjectOf } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { type CompiledJudge, canCompile, compileJudge, type Verdict } from "./compiled-judge.js";
import { type DecisionRecord, type MeasureInput, serializeRecord } from "./decision.js";
import { decide, type PlacePartner } from "./place-partner.js";

/** Places many partners by one version, without explanations. Records are equal to those of `placePartner`. */
export interface BatchPlacer {
  /** Null for a partner that needs `placePartner`: its numbers are too large, or a measure is more than one number. */
  place(placement: BatchPlacement): BatchRecord | null;
  /** Only the tiers that the partner reaches and would keep; null as for `place`. */
  judge(partner: PlacedPartner, measures: readonly MeasureInput[]): Verdict | null;
}

export interface BatchPlacement extends Omit<PlacePartner, "measures" | "program"> {
  /** Every measure of the program, sorted by name, each with sorted keys. */
  readonly measures: readonly MeasureInput[];
}

/** A decision record as text, and its outline. */
export interface BatchRecord {
  /** The text of `serializeRecord`. */
  readonly body: string;
  /** The record without its inputs; partners may share one object. */
  readonly outline: RecordOutline;
}
export type RecordOutline = Omit<DecisionRecord, "inputs">;

const placers = new WeakMap<Program, BatchPlacer | null>();

/** Null for a program whose rules are more than bounds. Compiled once for each version. */
export function batchPlacer(program: Program): BatchPlacer | null {
  const known = placers.get(program);
  if (known !== undefined) return known;
  const placer = canCompile(program) ? newPlacer(program) : null;
  placers.set(program, placer);
  return placer;
}

function newPlacer(program: Program): BatchPlacer {
  const judges = new Map<string, CompiledJudge>();
  const frames = new Map<string, Frame>();
  return {
    judge: (partner, measures) => judgeFor(program, partner, judges).judge(measures),
    place(placement) {
      const verdict = judgeFor(program, placement.partner, judges).judge(placement.measures);
      if (verdict === null) return null;
      const { head, tail, outline } = frameFor(program, { placement, verdict }, frames);
      return { body: head + JSON.stringify(placement.measures) + tail, outline };
    },
  };
}

/** A record without its measures: equal for partners with the same verdict on a day. */
interface Frame {
  readonly outline: RecordOutline;
  readonly head: string;
  readonly tail: string;
}
interface JudgedPlacement {
  readonly placement: BatchPlacement;
  readonly verdict: Verdict;
}

/** More than the placement of a whole pool needs; the cache is then cleared. */
const MOST_FRAMES = 5_000;

/** A pool has few different frames, so each is serialized once. */
function frameFor(program: Program, judged: JudgedPlacement, frames: Map<string, Frame>): Frame {
  const key = frameKey(judged);
  const known = frames.get(key);
  if (known !== undefined) return known;
  const { placement, verdict } = judged;
  const { inputs, ...outline } = decide({ ...placement, program }, { ...verdict, measures: [], metOn: {} });
  const text = serializeRecord({ ...outline, inputs });
  // Quotes inside texts are escaped, so only the key itself matches.
  const at = text.indexOf(NO_MEASURES) + NO_MEASURES.length;
  const frame = { outline, head: text.slice(0, at - 2), tail: text.slice(at) };
  if (frames.size >= MOST_FRAMES) frames.clear();
  frames.set(key, frame);
  return frame;
}
const NO_MEASURES = '"measures":[]';

/** Everything that `decide` uses, without the measures. */
function frameKey({ placement, verdict }: JudgedPlacement): string {
  const { asOf, partner, approvals, override, hold, before } = placement;
  const { tracks, region, country, joinedOn } = partner;
  const history = before === null && override === null && hold === null ? "" : JSON.stringify([before, override, hold]);
  const { trace, reached, kept } = verdict;
  return `${asOf} ${trace} ${reached} ${kept} ${joinedOn ?? ""} ${JSON.stringify([tracks, region, country, approvals])}${history}`;
}

/** Partners with equal tracks and places share a judge; there are few such kinds. */
function judgeFor(program: Program, partner: PlacedPartner, judges: Map<string, CompiledJudge>): CompiledJudge {
  const key = `${partner.tracks.join(",")}|${partner.region ?? ""}|${partner.country ?? ""}`;
  const known = judges.get(key);
  if (known !== undefined) return known;
  const judge = compileJudge(program, subjectOf(program, partner));
  judges.set(key, judge);
  return judge;
}
