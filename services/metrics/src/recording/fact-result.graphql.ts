import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { type LateFact, lateInWords } from "@tiergraph/program/measure";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type FactProblemCode, FactRefusalCode, factOf } from "../fact/index.js";
import type { ProgramReads } from "../program/index.js";
import type { FactOutcome } from "./settle-batch.js";

type Context = RequestContext<ProgramReads>;

const FactOutcomeKind = graphEnum(
  "FactOutcome",
  ["Recorded", "Updated", "Unchanged", "Voided", "Replaced", "Waiting", "Refused"],
  {
    description: "What was done with one fact of a batch; in a dry run, what would be.",
    valuesConfig: {
      RECORDED: { description: "It is new, and counts." },
      UPDATED: { description: "An open deal that was known, and changed, was won or was lost." },
      UNCHANGED: { description: "It is known with the same content: nothing was done." },
      VOIDED: { description: "It was taken back." },
      REPLACED: { description: "It has other content now." },
      WAITING: { description: "It does not count yet; `code` says what it waits for." },
      REFUSED: { description: "Nothing was done; `code` says why." },
    },
  },
);

export const FactResult = objectType("FactResult", "The result for one fact of the batch.", {
  index: field.int("Its position in the batch, from 0."),
  externalId: field.string("The key under which the source system knows the fact."),
  outcome: field.of(() => FactOutcomeKind, "What was done; in a dry run, what would be."),
  factId: field.id("Null when refused or waiting.").nullable(),
  countsOn: field
    .date(
      "The day that it counts for; of a fact that was voided, the day from which it counts no more: its own, or a later one where its period is closed. Null when refused or waiting.",
    )
    .nullable(),
  code: field
    .of(() => FactRefusalCode, "Why it was refused, or what it waits for; null otherwise.")
    .as<FactProblemCode>()
    .nullable(),
  field: field.string("The part of the fact that is at fault.").nullable(),
  message: field.string("The same in a sentence; null where nothing is wrong.").nullable(),
  late: field.hidden<LateFact | null>(),
});
export type FactResult = InstanceType<typeof FactResult>;

@Resolver(() => FactResult)
export class FactResultResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Of a fact that came, or was taken back, after the period of its day had closed: for which day it counts, and which measures recount the closed period. Null for any other.",
  })
  async notice(@Root() { late }: FactResult, @Ctx() { load }: Context): Promise<string | null> {
    const program = late === null ? null : await load.readableProgram();
    return late === null || program === null ? null : lateInWords(program, late);
  }
}

export const resultOf = (outcome: FactOutcome, index: number): FactResult => ({
  index,
  externalId: outcome.externalId,
  outcome: outcome.kind,
  ...(outcome.kind === "Refused" || outcome.kind === "Waiting"
    ? { factId: null, countsOn: null, ...outcome.problem, late: null }
    : {
        factId: encodeOwnedId("Fact", { partnerId: outcome.partnerId, id: outcome.factId }),
        countsOn: outcome.countsOn,
        code: null,
        field: null,
        message: null,
        late:
          outcome.late === undefined
            ? null
            : {
                fact: factOf(outcome.late.fact),
                isTakenBack: outcome.late.isTakenBack,
                on: knownCalendarDate(outcome.late.on),
                countsOn: knownCalendarDate(outcome.countsOn),
              },
      }),
});

export const countOf = (outcomes: readonly FactOutcome[], kind: FactOutcome["kind"]): number =>
  outcomes.filter((outcome) => outcome.kind === kind).length;
