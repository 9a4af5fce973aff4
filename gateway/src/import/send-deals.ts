import type { DealReport } from "./deal-of-line.js";
import type { Ask, Time } from "./graph-client.js";
import type { LineProblem, LineReading, Refusal } from "./line-problem.js";
import { openPartnerBook, type PartnerEntry } from "./partner-book.js";
import { type LineFact, type PartnerStandings, recordPatiently, type SettledFact } from "./record-patiently.js";
import { inFileOrder, readBatch, type Sender, type UnderstoodLine } from "./send-batch.js";

/** Sends deals: first the partners that they name, where they are new in this run, then the facts. */
export function dealSender(
  { ask, time }: { ask: Ask; time: Time },
  read: (cells: readonly string[]) => LineReading<DealReport>,
): Sender {
  const enter = openPartnerBook(ask);
  const standings: PartnerStandings = { known: new Set(), givenUp: new Set() };
  return {
    counts: { "partners added": 0, "facts recorded": 0, "facts updated": 0, "facts unchanged": 0 },
    send: async (lines) => {
      const { understood, refusals } = readBatch(lines, read);
      const entered = await enter(understood.map(({ report }) => report.partner));
      if (entered.kind === "GraphFailed") return entered;
      const { facts, refused } = factsOf(understood, entered.entries);
      const settled: SettledFact[] = [];
      for (const run of isKnownIn(standings, facts) ? [facts] : runsWithoutRepetition(facts)) {
        const recording = await recordPatiently({ ask, time, standings }, run);
        if (recording.kind === "GraphFailed") return recording;
        settled.push(...recording.settled);
      }
      const count = (outcome: SettledFact["result"]["outcome"]) =>
        settled.filter(({ result }) => result.outcome === outcome).length;
      return {
        kind: "BatchSent",
        counts: {
          "partners added": entered.added,
          "facts recorded": count("RECORDED"),
          "facts updated": count("UPDATED"),
          "facts unchanged": count("UNCHANGED"),
        },
        refusals: inFileOrder([...refusals, ...refused, ...settled.flatMap(refusalOf)]),
      };
    },
  };
}

function factsOf(
  understood: readonly UnderstoodLine<DealReport>[],
  entries: ReadonlyMap<string, PartnerEntry>,
): { facts: LineFact[]; refused: Refusal[] } {
  const facts: LineFact[] = [];
  const refused: Refusal[] = [];
  for (const { line, report } of understood) {
    const entry = entries.get(report.partner.code);
    if (entry === undefined) throw new Error(`The graph told nothing of partner ${report.partner.code}`);
    if (entry.kind === "Registered") facts.push({ line, fact: { ...report.fact, partnerId: entry.partnerId } });
    else refused.push({ line, externalId: report.fact.externalId, problem: named(entry.problem) });
  }
  return { facts, refused };
}

function refusalOf({ line, fact, result }: SettledFact): Refusal[] {
  if (result.outcome !== "REFUSED") return [];
  const problem = { code: result.code ?? "REFUSED", field: result.field ?? "", message: result.message ?? "" };
  return [{ line, externalId: fact.externalId, problem: named(problem) }];
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["on", "closedOn"],
  ["occurredOn", "closedOn"],
  ["amountMinor", "amount"],
  ["kind", "stage"],
  ["partnerId", "partner"],
  ["code", "partner"],
  ["name", "partnerName"],
  ["region", "partnerRegion"],
  ["country", "partnerCountry"],
]);

/** The graph's names of fields in those of the mapping. */
const named = (problem: LineProblem): LineProblem => ({ ...problem, field: NAMES.get(problem.field) ?? problem.field });

const isKnownIn = ({ known }: PartnerStandings, facts: readonly LineFact[]): boolean =>
  facts.every(({ fact }) => known.has(fact.partnerId));

/**
 * Cuts facts into runs in which no external id stands twice. While a partner may not be known yet, its facts are sent
 * again later than others: a line must not overtake an earlier one of the same id by that.
 */
export function runsWithoutRepetition(facts: readonly LineFact[]): LineFact[][] {
  const runs: LineFact[][] = [];
  let ids = new Set<string>();
  for (const one of facts) {
    const current = runs.at(-1);
    if (current === undefined || ids.has(one.fact.externalId)) {
      runs.push([one]);
      ids = new Set();
    } else current.push(one);
    ids.add(one.fact.externalId);
  }
  return runs;
}
