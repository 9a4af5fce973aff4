import type { Time } from "../../client/graph-client.js";
import type { GraphFailed } from "../../client/judge-answer.js";
import type { ItemResult } from "../../client/operations.js";
import type { LineProblem, Refusal, TableLine } from "../line/line-problem.js";

/** What is recorded of one line, of a partner or person that was registered before. */
export interface LineItem<Item> {
  readonly line: TableLine;
  readonly item: Item;
  /** As refused lines name it. */
  readonly externalId: string;
  /** Id of the partner or person. */
  readonly subjectId: string;
}

export interface SettledItem<Item> extends LineItem<Item> {
  readonly result: ItemResult;
}

export interface ItemsSettled<Item> {
  readonly kind: "ItemsSettled";
  readonly settled: readonly SettledItem<Item>[];
}

/** How long it may take until the part of the graph that records knows a new partner or person. */
export const SUBJECT_PATIENCE_MS = 15_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Those for whom the graph has recorded something, and those for whom waiting was in vain. */
export interface Standings {
  readonly known: Set<string>;
  readonly givenUp: Set<string>;
}

export interface Recorder<Item> {
  readonly time: Time;
  readonly standings: Standings;
  /** The graph's code for a partner or person that it does not know. */
  readonly unknownCode: string;
  /** In a dry run newcomers stay unknown: their items are settled as they would be once the newcomers are known. */
  readonly isDryRun: boolean;
  readonly record: (
    items: readonly Item[],
  ) => Promise<
    | { readonly kind: "Answered"; readonly results: readonly ItemResult[]; readonly refusal: string | null }
    | GraphFailed
  >;
}

/**
 * Records what lines say. Items of someone who was registered a moment ago are sent again until that one is known
 * there too, for at most 15 s; after waiting for someone in vain, the run does not wait for them again.
 */
async function recordPatiently<Item>(
  recorder: Recorder<Item>,
  items: readonly LineItem<Item>[],
): Promise<ItemsSettled<Item> | GraphFailed> {
  const { time, standings, unknownCode, isDryRun } = recorder;
  const settled: SettledItem<Item>[] = [];
  const startedAt = time.now();
  let waiting = items;
  for (let pauseMs = FIRST_PAUSE_MS; waiting.length > 0; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const recording = await recordOnce(recorder, waiting);
    if (recording.kind === "GraphFailed") return recording;
    if (isDryRun) return { kind: "ItemsSettled", settled: recording.settled.map((one) => asIfKnown(one, unknownCode)) };
    for (const { subjectId, result } of recording.settled)
      if (result.code !== unknownCode) standings.known.add(subjectId);
    const isLate = time.now() - startedAt + pauseMs > SUBJECT_PATIENCE_MS;
    const unknown = recording.settled.filter(({ result }) => result.code === unknownCode);
    const isHopeless = ({ subjectId }: LineItem<Item>): boolean => isLate || standings.givenUp.has(subjectId);
    for (const { subjectId } of unknown) if (isLate) standings.givenUp.add(subjectId);
    settled.push(...recording.settled.filter((one) => one.result.code !== unknownCode || isHopeless(one)));
    waiting = unknown.filter((one) => !isHopeless(one));
    if (waiting.length > 0 && time.isStopped())
      return { kind: "GraphFailed", message: "it does not know everyone yet." };
    if (waiting.length > 0) await time.pause(pauseMs);
  }
  return { kind: "ItemsSettled", settled };
}

const asIfKnown = <Item>(one: SettledItem<Item>, unknownCode: string): SettledItem<Item> =>
  one.result.code === unknownCode ? { ...one, result: { ...one.result, outcome: "RECORDED", code: null } } : one;

async function recordOnce<Item>(
  { record }: Recorder<Item>,
  items: readonly LineItem<Item>[],
): Promise<ItemsSettled<Item> | GraphFailed> {
  const answer = await record(items.map(({ item }) => item));
  if (answer.kind === "GraphFailed") return answer;
  const { results, refusal } = answer;
  if (refusal !== null) return { kind: "GraphFailed", message: `it took none of the batch: ${refusal}` };
  const settled = results.map((result): SettledItem<Item> => {
    const sent = items[result.index];
    if (sent === undefined)
      throw new Error(`The graph answered for item ${result.index} in a batch of ${items.length}`);
    return { ...sent, result };
  });
  if (settled.length !== items.length)
    throw new Error(`The graph answered for ${settled.length} items of ${items.length}`);
  return { kind: "ItemsSettled", settled };
}

/** Records items in their order; see `runsOf` and `recordPatiently`. */
export async function recordInOrder<Item>(
  recorder: Recorder<Item>,
  items: readonly LineItem<Item>[],
): Promise<ItemsSettled<Item> | GraphFailed> {
  const settled: SettledItem<Item>[] = [];
  for (const run of runsOf(recorder.standings, items)) {
    const recording = await recordPatiently(recorder, run);
    if (recording.kind === "GraphFailed") return recording;
    settled.push(...recording.settled);
  }
  return { kind: "ItemsSettled", settled };
}

/** In the names of the mapping's fields. */
export function refusalsOf<Item>(
  settled: readonly SettledItem<Item>[],
  named: (problem: LineProblem) => LineProblem,
): Refusal[] {
  return settled.flatMap(({ line, externalId, result }) => {
    if (result.outcome !== "REFUSED") return [];
    const problem = { code: result.code ?? "REFUSED", field: result.field ?? "", message: result.message ?? "" };
    return [{ line, externalId, problem: named(problem) }];
  });
}

export const countOf = <Item>(settled: readonly SettledItem<Item>[], outcome: ItemResult["outcome"]): number =>
  settled.filter(({ result }) => result.outcome === outcome).length;

const isKnownIn = <Item>({ known }: Standings, items: readonly LineItem<Item>[]): boolean =>
  items.every(({ subjectId }) => known.has(subjectId));

/**
 * Cuts items into runs in which no external id occurs twice. While a partner or person may not be known yet, their
 * items are sent again later than others': that must not let a line overtake an earlier one of the same id.
 */
function runsOf<Item>(standings: Standings, items: readonly LineItem<Item>[]): (readonly LineItem<Item>[])[] {
  if (isKnownIn(standings, items)) return [items];
  const runs: LineItem<Item>[][] = [];
  let ids = new Set<string>();
  for (const one of items) {
    const current = runs.at(-1);
    if (current === undefined || ids.has(one.externalId)) {
      runs.push([one]);
      ids = new Set();
    } else current.push(one);
    ids.add(one.externalId);
  }
  return runs;
}
