import type { DealFact } from "./deal-of-line.js";
import type { Ask, Time } from "./graph-client.js";
import type { GraphFailed } from "./judge-answer.js";
import type { CsvLine } from "./line-problem.js";
import { type FactResult, RECORD_FACTS } from "./operations.js";

export interface LineFact {
  readonly line: CsvLine;
  readonly fact: DealFact & { readonly partnerId: string };
}

export interface SettledFact extends LineFact {
  readonly result: FactResult;
}

export interface FactsSettled {
  readonly kind: "FactsSettled";
  readonly settled: readonly SettledFact[];
}

/** How long the part of the graph that records facts may take to hear of a new partner. */
export const PARTNER_PATIENCE_MS = 15_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Which partners the graph has taken facts for, and for which it was waited in vain. */
export interface PartnerStandings {
  readonly known: Set<string>;
  readonly givenUp: Set<string>;
}

/**
 * Records facts. Those of a partner that was registered a moment ago are sent again until the partner is known there too,
 * for at most 15 s; a partner that was waited for in vain is not waited for again.
 */
export async function recordPatiently(
  { ask, time, standings }: { ask: Ask; time: Time; standings: PartnerStandings },
  facts: readonly LineFact[],
): Promise<FactsSettled | GraphFailed> {
  const settled: SettledFact[] = [];
  const startedAt = time.now();
  let waiting = facts;
  for (let pauseMs = FIRST_PAUSE_MS; waiting.length > 0; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const recording = await record(ask, waiting);
    if (recording.kind === "GraphFailed") return recording;
    for (const { fact, result } of recording.settled)
      if (result.code !== "PARTNER_UNKNOWN") standings.known.add(fact.partnerId);
    const isLate = time.now() - startedAt + pauseMs > PARTNER_PATIENCE_MS;
    const unknown = recording.settled.filter(({ result }) => result.code === "PARTNER_UNKNOWN");
    const isHopeless = ({ fact }: LineFact): boolean => isLate || standings.givenUp.has(fact.partnerId);
    for (const { fact } of unknown) if (isLate) standings.givenUp.add(fact.partnerId);
    settled.push(...recording.settled.filter((one) => one.result.code !== "PARTNER_UNKNOWN" || isHopeless(one)));
    waiting = unknown.filter((one) => !isHopeless(one));
    if (waiting.length > 0 && time.isStopped())
      return { kind: "GraphFailed", message: "it does not know all partners yet." };
    if (waiting.length > 0) await time.pause(pauseMs);
  }
  return { kind: "FactsSettled", settled };
}

async function record(ask: Ask, facts: readonly LineFact[]): Promise<FactsSettled | GraphFailed> {
  const answer = await ask(RECORD_FACTS, { facts: facts.map(({ fact }) => fact) });
  if (answer.kind === "GraphFailed") return answer;
  const { results, userErrors } = answer.data.recordFacts;
  const [refusal] = userErrors;
  if (refusal !== undefined) return { kind: "GraphFailed", message: `it took none of the batch: ${refusal.message}` };
  const settled = results.map((result): SettledFact => {
    const sent = facts[result.index];
    if (sent === undefined) throw new Error(`The graph told of fact ${result.index} in a batch of ${facts.length}`);
    return { ...sent, result };
  });
  if (settled.length !== facts.length) throw new Error(`The graph told of ${settled.length} facts of ${facts.length}`);
  return { kind: "FactsSettled", settled };
}
