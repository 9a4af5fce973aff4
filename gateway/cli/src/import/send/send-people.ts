import type { Time } from "../../client/graph-client.js";
import type { GraphFailed } from "../../client/judge-answer.js";
import { RECORD_COMPLETIONS } from "../../client/operations.js";
import type { LineProblem, LineReading, Refusal } from "../line/line-problem.js";
import type { CompletionReport, PersonReport } from "../line/person-of-line.js";
import { openPartnerBook, openPersonBook, personKey, type ToGraph } from "./books.js";
import { countOf, type LineItem, type Recorder, recordInOrder, refusalsOf } from "./record-patiently.js";
import { inFileOrder, readBatch, type Sender, type UnderstoodLine } from "./send-batch.js";
import { ofPartner } from "./send-facts.js";

interface EnteredPerson<Report> extends UnderstoodLine<Report> {
  readonly personId: string;
}

interface PeopleEntered<Report> {
  readonly kind: "PeopleEntered";
  readonly entered: readonly EnteredPerson<Report>[];
  readonly refused: readonly Refusal[];
  readonly partnersAdded: number;
  readonly added: number;
  readonly changed: number;
}

/** Registers the partners that lines name, then their people. */
function peopleBook<Report extends PersonReport>(toGraph: ToGraph) {
  const enterPartners = openPartnerBook(toGraph);
  const enterPeople = openPersonBook(toGraph);
  return async (understood: readonly UnderstoodLine<Report>[]): Promise<PeopleEntered<Report> | GraphFailed> => {
    const partners = await enterPartners(understood.map(({ report }) => report.partner));
    if (partners.kind === "GraphFailed") return partners;
    const refused: Refusal[] = [];
    const placed = understood.flatMap(({ line, report }) => {
      const entry = partners.entries.get(report.partner.code);
      if (entry === undefined) throw new Error(`The graph answered nothing for partner ${report.partner.code}`);
      if (entry.kind === "Registered") return [{ line, report, person: { ...report.person, partnerId: entry.id } }];
      refused.push({ line, externalId: report.person.externalId, problem: ofPartner(entry.problem) });
      return [];
    });
    const people = await enterPeople(placed.map(({ person }) => person));
    if (people.kind === "GraphFailed") return people;
    const entered = placed.flatMap(({ line, report, person }): EnteredPerson<Report>[] => {
      const entry = people.entries.get(personKey(person));
      if (entry === undefined) throw new Error(`The graph answered nothing for person ${person.externalId}`);
      if (entry.kind === "Registered") return [{ line, report, personId: entry.id }];
      refused.push({ line, externalId: person.externalId, problem: entry.problem });
      return [];
    });
    const { added, changed } = people;
    return { kind: "PeopleEntered", entered, refused, partnersAdded: partners.added, added, changed };
  };
}

/** Sends people, and the partners that they name. */
export function personSender(toGraph: ToGraph, read: (cells: readonly string[]) => LineReading<PersonReport>): Sender {
  const enter = peopleBook<PersonReport>(toGraph);
  return {
    counts: { "partners added": 0, "people added": 0, "people changed": 0, "people unchanged": 0 },
    send: async (lines) => {
      const { understood, refusals } = readBatch(lines, read);
      const people = await enter(understood);
      if (people.kind === "GraphFailed") return people;
      const { entered, refused, partnersAdded, added, changed } = people;
      return {
        kind: "BatchSent",
        counts: {
          "partners added": partnersAdded,
          "people added": added,
          "people changed": changed,
          "people unchanged": entered.length - added - changed,
        },
        refusals: inFileOrder([...refusals, ...refused]),
      };
    },
  };
}

interface CompletionToRecord {
  readonly personId: string;
  readonly course: string;
  readonly completedOn: string;
}

/** Sends completed courses: first the partners and people that they name, where they are new in this run. */
export function completionSender(
  toGraph: ToGraph & { readonly time: Time },
  read: (cells: readonly string[]) => LineReading<CompletionReport>,
): Sender {
  const { ask, isDryRun, time } = toGraph;
  const enter = peopleBook<CompletionReport>(toGraph);
  const recorder: Recorder<CompletionToRecord> = {
    time,
    isDryRun,
    standings: { known: new Set(), givenUp: new Set() },
    unknownCode: "PERSON_NOT_FOUND",
    record: async (completions) => {
      const answer = await ask(RECORD_COMPLETIONS, { completions, dryRun: isDryRun });
      if (answer.kind === "GraphFailed") return answer;
      const { results, userErrors } = answer.data.recordCompletions;
      return { kind: "Answered", results, refusal: userErrors[0]?.message ?? null };
    },
  };
  return {
    counts: { "partners added": 0, "people added": 0, "completions recorded": 0, "completions unchanged": 0 },
    send: async (lines) => {
      const { understood, refusals } = readBatch(lines, read);
      const people = await enter(understood);
      if (people.kind === "GraphFailed") return people;
      const items = people.entered.map(itemOf);
      const recording = await recordInOrder(recorder, items);
      if (recording.kind === "GraphFailed") return recording;
      const { settled } = recording;
      return {
        kind: "BatchSent",
        counts: {
          "partners added": people.partnersAdded,
          "people added": people.added,
          "completions recorded": countOf(settled, "RECORDED"),
          "completions unchanged": countOf(settled, "UNCHANGED"),
        },
        refusals: inFileOrder([...refusals, ...people.refused, ...refusalsOf(settled, ofCompletion)]),
      };
    },
  };
}

const itemOf = ({ line, report, personId }: EnteredPerson<CompletionReport>): LineItem<CompletionToRecord> => ({
  line,
  externalId: report.person.externalId,
  subjectId: personId,
  item: { personId, ...report.completion },
});

const ofCompletion = (problem: LineProblem): LineProblem =>
  problem.field === "personId" ? { ...problem, field: "person" } : problem;
