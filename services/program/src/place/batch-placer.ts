import { type PlacedPartner, subjectOf } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { type CompiledJudge, canCompile, compileJudge, type Verdict } from "./compiled-judge.js";
import { type DecisionRecord, type MeasureInput, serializeRecord } from "./decision.js";
import { decide, type PlacePartner } from "./place-partner.js";

/** Places partners by one version without explaining anything on the way: the same records as `placePartner`. */
export interface BatchPlacer {
  /** Null for a partner that has to be left to `placePartner`: its numbers are too large, or its measures are no plain numbers. */
  place(placement: BatchPlacement): BatchRecord | null;
  /** Only which tiers the partner reaches and would keep; null as for `place`. */
  judge(partner: PlacedPartner, measures: readonly MeasureInput[]): Verdict | null;
}

export interface BatchPlacement extends Omit<PlacePartner, "measures" | "program"> {
  /** Every measure of the program, by name, each with its keys in the order of the alphabet. */
  readonly measures: readonly MeasureInput[];
}

/** A decision record, and what it decides. */
export interface BatchRecord {
  /** The text of `serializeRecord`. */
  readonly body: string;
  /** What many partners may have in common. */
  readonly outline: RecordOutline;
}
export type RecordOutline = Omit<DecisionRecord, "inputs">;

const placers = new WeakMap<Program, BatchPlacer | null>();

/** Null for a program whose rules need more than bounds. Compiled once a version. */
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

/** A record without its measures: all that partners have in common who were judged alike on a day. */
interface Frame {
  readonly outline: RecordOutline;
  readonly head: string;
  readonly tail: string;
}
interface JudgedPlacement {
  readonly placement: BatchPlacement;
  readonly verdict: Verdict;
}

/** More different ones than a run of a whole pool makes; then it begins anew. */
const MOST_FRAMES = 5_000;

/** Partners of a pool have few different frames: each is made and serialized once, and not once a partner. */
function frameFor(program: Program, judged: JudgedPlacement, frames: Map<string, Frame>): Frame {
  const key = frameKey(judged);
  const known = frames.get(key);
  if (known !== undefined) return known;
  const { placement, verdict } = judged;
  const { inputs, ...outline } = decide({ ...placement, program }, { ...verdict, measures: [], metOn: {} });
  const text = serializeRecord({ ...outline, inputs });
  // Quotes inside of texts are escaped, so that nothing but the key itself reads like this.
  const at = text.indexOf(NO_MEASURES) + NO_MEASURES.length;
  const frame = { outline, head: text.slice(0, at - 2), tail: text.slice(at) };
  if (frames.size >= MOST_FRAMES) frames.clear();
  frames.set(key, frame);
  return frame;
}
const NO_MEASURES = '"measures":[]';

/** Everything but the measures that `decide` goes by. */
function frameKey({ placement, verdict }: JudgedPlacement): string {
  const { asOf, partner, approvals, override, hold, before } = placement;
  const { tracks, region, country, joinedOn } = partner;
  const history = before === null && override === null && hold === null ? "" : JSON.stringify([before, override, hold]);
  const { trace, reached, kept } = verdict;
  return `${asOf} ${trace} ${reached} ${kept} ${joinedOn ?? ""} ${JSON.stringify([tracks, region, country, approvals])}${history}`;
}

/** Partners that requirements see alike share a judge; there are far fewer kinds of partners than partners. */
function judgeFor(program: Program, partner: PlacedPartner, judges: Map<string, CompiledJudge>): CompiledJudge {
  const key = `${partner.tracks.join(",")}|${partner.region ?? ""}|${partner.country ?? ""}`;
  const known = judges.get(key);
  if (known !== undefined) return known;
  const judge = compileJudge(program, subjectOf(program, partner));
  judges.set(key, judge);
  return judge;
}
