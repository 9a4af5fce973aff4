import type { Time } from "../../client/graph-client.js";
import { RECORD_FACTS } from "../../client/operations.js";
import type { FactOfLine, FactReport } from "../line/fact-of-line.js";
import type { LineProblem, LineReading, Refusal } from "../line/line-problem.js";
import type { BookEntry } from "./book.js";
import { openPartnerBook, type ToGraph } from "./books.js";
import { countOf, type LineItem, type Recorder, recordInOrder, refusalsOf } from "./record-patiently.js";
import { inFileOrder, readBatch, type Sender, type UnderstoodLine } from "./send-batch.js";

interface FactToRecord extends FactOfLine {
  readonly partnerId: string;
}

/** Facts that came after their period had closed, in the counts of an import that met any. */
export const OF_CLOSED_PERIODS = "facts of closed periods";

/** Sends facts: first the partners that they name, where they are new in this run, then the facts. */
export function factSender(
  toGraph: ToGraph & { readonly time: Time; readonly isOfDeals: boolean },
  read: (cells: readonly string[]) => LineReading<FactReport>,
): Sender {
  const { ask, isDryRun, time, isOfDeals } = toGraph;
  const enter = openPartnerBook(toGraph);
  const recorder: Recorder<FactToRecord> = {
    time,
    isDryRun,
    standings: { known: new Set(), givenUp: new Set() },
    unknownCode: "PARTNER_UNKNOWN",
    record: async (facts) => {
      const answer = await ask(RECORD_FACTS, { facts, dryRun: isDryRun });
      if (answer.kind === "GraphFailed") return answer;
      const { results, userErrors } = answer.data.recordFacts;
      return { kind: "Answered", results, refusal: userErrors[0]?.message ?? null };
    },
  };
  return {
    counts: { "partners added": 0, "facts recorded": 0, "facts updated": 0, "facts unchanged": 0, "facts waiting": 0 },
    send: async (lines) => {
      const { understood, refusals } = readBatch(lines, read);
      const entered = await enter(understood.map(({ report }) => report.partner));
      if (entered.kind === "GraphFailed") return entered;
      const { items, refused } = itemsOf(understood, entered.entries);
      const recording = await recordInOrder(recorder, items);
      if (recording.kind === "GraphFailed") return recording;
      const { settled } = recording;
      const late = settled.filter(({ result }) => result.outcome === "RECORDED" && result.notice != null).length;
      return {
        kind: "BatchSent",
        counts: {
          "partners added": entered.added,
          "facts recorded": countOf(settled, "RECORDED"),
          "facts updated": countOf(settled, "UPDATED"),
          "facts unchanged": countOf(settled, "UNCHANGED"),
          "facts waiting": countOf(settled, "WAITING"),
          ...(late > 0 ? { [OF_CLOSED_PERIODS]: late } : {}),
        },
        refusals: inFileOrder([...refusals, ...refused, ...refusalsOf(settled, isOfDeals ? namedOfDeal : named)]),
      };
    },
  };
}

function itemsOf(
  understood: readonly UnderstoodLine<FactReport>[],
  entries: ReadonlyMap<string, BookEntry>,
): { items: LineItem<FactToRecord>[]; refused: Refusal[] } {
  const items: LineItem<FactToRecord>[] = [];
  const refused: Refusal[] = [];
  for (const { line, report } of understood) {
    const entry = entries.get(report.partner.code);
    const { externalId } = report.fact;
    if (entry === undefined) throw new Error(`The graph answered nothing for partner ${report.partner.code}`);
    if (entry.kind === "Refused") refused.push({ line, externalId, problem: ofPartner(entry.problem) });
    else items.push({ line, externalId, subjectId: entry.id, item: { ...report.fact, partnerId: entry.id } });
  }
  return { items, refused };
}

const PARTNER_NAMES: ReadonlyMap<string, string> = new Map([
  ["code", "partner"],
  ["name", "partnerName"],
  ["region", "partnerRegion"],
  ["country", "partnerCountry"],
]);
const NAMES: ReadonlyMap<string, string> = new Map([
  ["occurredOn", "on"],
  ["amountMinor", "amount"],
  ["partnerId", "partner"],
  ["credit", "creditShare"],
]);
const NAMES_OF_DEAL: ReadonlyMap<string, string> = new Map([
  ...NAMES,
  ["on", "closedOn"],
  ["occurredOn", "closedOn"],
  ["kind", "stage"],
]);

/** The graph's names of fields in those of the mapping. */
const renaming =
  (names: ReadonlyMap<string, string>) =>
  (problem: LineProblem): LineProblem => ({ ...problem, field: names.get(problem.field) ?? problem.field });
export const ofPartner = renaming(PARTNER_NAMES);
const named = renaming(NAMES);
const namedOfDeal = renaming(NAMES_OF_DEAL);
