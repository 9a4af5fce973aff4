import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { type LateFact, lateInWords } from "@tiergraph/program/measure";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { type FactProblemCode, FactRefusalCode, factOf } from "../fact/index.js";
import { type ProgramReads } from "../program/index.js";
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
type FactOutcomeKind = (typeof FactOutcomeKind)[string];

@ObjectType({ description: "The result for one fact of the batch." })
export class FactResult {
  @Field(() => Int, { description: "Its position in the batch, from 0." })
  index: number;

  @Field(() => String, { description: "The key under which the source system knows the fact." })
  externalId: string;

  @Field(() => FactOutcomeKind, { description: "What was done; in a dry run, what would be." })
  outcome: FactOutcomeKind;

  @Field(() => ID, { nullable: true, description: "Null when refused or waiting." })
  factId: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day that it counts for; of a fact that was voided, the day from which it counts no more: its own, or a later one where its period is closed. Null when refused or waiting.",
  })
  countsOn: string | null;

  @Field(() => FactRefusalCode, {
    nullable: true,
    description: "Why it was refused, or what it waits for; null otherwise.",
  })
  code: FactProblemCode | null;

  @Field(() => String, { nullable: true, description: "The part of the fact that is at fault." })
  field: string | null;

  @Field(() => String, { nullable: true, description: "The same in a sentence; null where nothing is wrong." })
  message: string | null;

  late: LateFact | null;
}

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
        factId: encodeOwnedId({ partnerId: outcome.partnerId, id: outcome.factId }),
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
