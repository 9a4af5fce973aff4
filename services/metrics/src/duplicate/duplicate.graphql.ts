import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Fact } from "../fact/index.js";
import { Authorized, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
import type { DuplicateActions } from "./actions.js";
import type { DuplicateReads } from "./duplicate.reads.js";
import { duplicateRefusals } from "./duplicate.refusals.js";
import type { DuplicateRow, FactOfGroup } from "./duplicate.store.js";
import { duplicateOf } from "./duplicate-node.js";

type Context = RequestContext<DuplicateReads, DuplicateActions>;

const DuplicateStateName = graphEnum(
  "DuplicateState",
  ["OPEN", "DISTINCT", "EARLIER_STANDS", "LATER_STANDS", "ONE_STANDS", "CLOSED"],
  {
    valuesConfig: {
      CLOSED: { description: "They no longer look alike: some were taken back or corrected." },
      OPEN: { description: "Waits for a person. All of them count meanwhile." },
      DISTINCT: { description: "A person decided that they are several deals: all of them count." },
      EARLIER_STANDS: {
        description:
          "A person decided that they are one deal: the one that was known first counts, the others were taken back.",
      },
      LATER_STANDS: {
        description:
          "A person decided that they are one deal: the one that was known last counts, the others were taken back.",
      },
      ONE_STANDS: {
        description:
          "A person decided that they are one deal: the one that was named counts, the others were taken back.",
      },
    },
    description: "Whether a group of deals that look alike was decided, and how.",
  },
);

const DuplicateVerdictName = graphEnum(
  "DuplicateVerdict",
  ["DISTINCT", "EARLIER_STANDS", "LATER_STANDS", "ONE_STANDS"],
  {
    description: "A person's decision on deals that look alike.",
    valuesConfig: {
      DISTINCT: { description: "They are several deals: all of them count." },
      EARLIER_STANDS: { description: "The deal that was known first counts, the others are taken back." },
      LATER_STANDS: { description: "The deal that was known last counts, the others are taken back." },
      ONE_STANDS: { description: "The deal that `standingFactId` names counts, the others are taken back." },
    },
  },
);

const DuplicateFact = objectType("DuplicateFact", "A deal of a partner, as one of several that look alike.", {
  partner: field.of(() => Partner, "The partner for which it is recorded.").nullable(),
  fact: field.of(() => Fact, "Its fact, as it is known last.").nullable(),
});
type DuplicateFact = InstanceType<typeof DuplicateFact>;

const Duplicate = objectType(
  "Duplicate",
  "Won deals of several partners that look like one: the same customer (legal form, accents, signs and spaces aside), amount (in the program's currency, or as recorded in another) and product, closed within 30 days.",
  {
    id: field.id(),
    state: field.of(() => DuplicateStateName, "Whether it was decided, and how."),
    foundAt: field.dateTime("When the deals were first found to look alike."),
    decidedAt: field.dateTime("When it was decided or closed; null while it is open.").nullable(),
    decidedBy: field.string("`system` where it closed by itself; null while it is open.").personal(),
    reason: field.string("Why it was decided so; null while it is open, and where it closed by itself.").personal(),
    row: field.hidden<DuplicateRow>(),
  },
);
type Duplicate = InstanceType<typeof Duplicate>;

export const DuplicateConnection = connectionType(
  "Duplicate",
  () => Duplicate,
  PageInfo,
  "A page of groups of deals that look alike.",
);
export type DuplicateConnection = InstanceType<typeof DuplicateConnection>;

const DuplicatesArgs = argsType({
  ...PageArgs.fields,
  state: field.of(() => DuplicateStateName, "All states if omitted.").nullable(),
});
type DuplicatesArgs = InstanceType<typeof DuplicatesArgs>;

const DecideDuplicateInput = inputType(
  "DecideDuplicateInput",
  "A person's decision on a group of deals that look alike.",
  {
    id: field.id("The group, while it is open."),
    verdict: field.of(() => DuplicateVerdictName, "Whether they are one deal, and which of them counts."),
    standingFactId: field.id("Of `ONE_STANDS`: the id of the fact that stands.").nullable(),
    reason: field.string("Why; kept with the deal that is taken back. 1 to 200 characters."),
  },
);
type DecideDuplicateInput = InstanceType<typeof DecideDuplicateInput>;

const DecideDuplicatePayload = payloadType("DecideDuplicate", {
  field: "duplicate",
  type: () => Duplicate,
  userError: refusalType("DecideDuplicate", duplicateRefusals),
});

@Resolver(() => Duplicate)
export class DuplicateResolver {
  @Authorized("decide duplicates")
  @Query(() => DuplicateConnection, { nullable: true, description: "The first found first." })
  duplicates(@Args(() => DuplicatesArgs) args: DuplicatesArgs, @Ctx() { load }: Context): Promise<Page<Duplicate>> {
    return load.duplicates(args);
  }

  @FieldResolver(() => DuplicateFact, { description: "The deal that was known first." })
  earlier(@Root() { row }: Duplicate, @Ctx() { load }: Context): Promise<DuplicateFact> {
    return load.duplicateFact(memberOf(row, 0));
  }

  @FieldResolver(() => DuplicateFact, { description: "The deal that was known last." })
  later(@Root() { row }: Duplicate, @Ctx() { load }: Context): Promise<DuplicateFact> {
    return load.duplicateFact(memberOf(row, -1));
  }

  @FieldResolver(() => [DuplicateFact], {
    description: "All deals that look alike, the one that was known first first.",
  })
  facts(@Root() { row }: Duplicate, @Ctx() { load }: Context): Promise<DuplicateFact[]> {
    return Promise.all(row.facts.map((fact) => load.duplicateFact(fact)));
  }

  @Authorized("decide duplicates")
  @Mutation(() => DecideDuplicatePayload, {
    nullable: true,
    description:
      "A person says whether deals that look alike are one; those that do not stand are taken back, all or none.",
  })
  decideDuplicate(
    @Arg("input", () => DecideDuplicateInput) { id, ...input }: DecideDuplicateInput,
    @Ctx() { actions }: Context,
  ): Promise<Payload<"duplicate", Duplicate>> {
    return actions
      .decideDuplicate({ ...input, duplicateId: id, standingFactId: input.standingFactId ?? null })
      .then((outcome) => payloadOf(duplicateRefusals, outcome, "duplicate", ({ duplicate }) => duplicateOf(duplicate)));
  }
}

function memberOf({ duplicateId, facts }: DuplicateRow, place: number): FactOfGroup {
  const fact = facts.at(place);
  if (fact === undefined) throw new Error(`Group ${duplicateId} has no facts`);
  return fact;
}
