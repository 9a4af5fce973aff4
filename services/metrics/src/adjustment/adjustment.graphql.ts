import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { isRefusal, type Payload, payloadOf, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Authorized, refusalType } from "../values.graphql.js";
import type { AdjustmentActions } from "./actions.js";
import type { AdjustmentRow } from "./adjustment.entity.js";
import type { AdjustmentReads } from "./adjustment.reads.js";
import { decisionRefusals, endRefusals, proposalRefusals, seasonalRefusals } from "./adjustment.refusals.js";
import { adjustmentOf } from "./adjustment-node.js";
import type { SeasonalProposal } from "./propose-seasonal-factors.action.js";

type Context = RequestContext<AdjustmentReads, AdjustmentActions>;

export const AdjustmentKind = graphEnum("AdjustmentKind", ["factor", "excused"], {
  description: "How an adjustment changes a measure.",
  valuesConfig: {
    FACTOR: { description: "What the days of the period add is multiplied by `factor`." },
    EXCUSED: {
      description: "The days of the period do not count, and a rolling window reaches back further by as many.",
    },
  },
});
export type AdjustmentKind = (typeof AdjustmentKind)[string];

const AdjustmentState = graphEnum("AdjustmentState", ["PROPOSED", "APPROVED", "REFUSED", "ENDED"], {
  description: "How far a proposed adjustment is.",
  valuesConfig: {
    PROPOSED: { description: "Waits for a second person; it changes nothing yet." },
    APPROVED: { description: "Measures count by it." },
    REFUSED: { description: "It was decided against, and never changes anything." },
    ENDED: { description: "It was approved, and measures count without it again, on every day." },
  },
});

const Adjustment = objectType(
  "Adjustment",
  "Sets another value for one measure over the days of a period, once a second person approves it.",
  {
    id: field.id(),
    program: field.string("Name of the program whose measure it is for."),
    measure: field.string("Name of the measure in the program."),
    kind: field.of(() => AdjustmentKind, "Whether days are multiplied or excused."),
    from: field.date("First day of the adjusted period."),
    until: field.date("The first day after."),
    factor: field.decimal("Null where days are excused.").nullable(),
    regions: field.string("Partners of all regions where empty.").list(),
    markets: field.string("Partners of all markets where empty.").list(),
    reason: field.string("Why; partners are shown it.").personal(),
    method: field.string("How it was computed; null where a person set it.").nullable(),
    state: field.of(() => AdjustmentState, "How far it is."),
    proposedAt: field.dateTime("When it was proposed."),
    proposedBy: field.string("Shown to people who may read proposals.").personal(),
    decidedAt: field.dateTime("When it was approved or refused; null while it is proposed.").nullable(),
    decidedBy: field.string("Shown to people who may read proposals.").personal(),
    endedAt: field.dateTime("When it was ended; null where it was not.").nullable(),
  },
);
type Adjustment = InstanceType<typeof Adjustment>;

const ProposeAdjustmentInput = inputType(
  "ProposeAdjustmentInput",
  "An adjustment that a second person has to approve.",
  {
    measure: field.string("Name of a measure of the program in force."),
    kind: field.of(() => AdjustmentKind, "Whether days are multiplied or excused."),
    from: field.date("First day of the adjusted period."),
    until: field.date("The first day after; at most 1,100 days after `from`."),
    factor: field.decimal("Of `FACTOR`: above 0, at most 100.").nullable(),
    regions: field.string("Partners of all regions if omitted.").list().nullable(),
    markets: field.string("Names of markets of the program; all if omitted.").list().nullable(),
    reason: field.string("Why; partners are shown it. 1 to 200 characters."),
  },
);
type ProposeAdjustmentInput = InstanceType<typeof ProposeAdjustmentInput>;

const ProposeAdjustmentPayload = payloadType("ProposeAdjustment", {
  field: "adjustment",
  type: () => Adjustment,
  description: "Null when refused.",
  userError: refusalType("ProposeAdjustment", proposalRefusals, { description: "A refusal: nothing was proposed." }),
});

const ProposeSeasonalFactorsInput = inputType(
  "ProposeSeasonalFactorsInput",
  "The measure whose seasonal factors are worked out and proposed.",
  {
    measure: field.string("Name of a sum or count of the program in force that adds up over days."),
    months: field.int("Months of history, 24 to 120; whole years of it are used."),
  },
);
type ProposeSeasonalFactorsInput = InstanceType<typeof ProposeSeasonalFactorsInput>;

const ProposeSeasonalFactorsUserError = refusalType("ProposeSeasonalFactors", seasonalRefusals, {
  description: "A refusal: nothing was proposed.",
});

const ProposeSeasonalFactorsPayload = objectType(
  "ProposeSeasonalFactorsPayload",
  "What the mutation did, or why it did nothing.",
  {
    adjustments: field
      .of(() => Adjustment, "By month; none for a month that is average, or in which nothing comes in.")
      .list(),
    userErrors: field
      .of(() => ProposeSeasonalFactorsUserError, "Empty where it was done.")
      .as<UserError>()
      .list(),
  },
);
type ProposeSeasonalFactorsPayload = InstanceType<typeof ProposeSeasonalFactorsPayload>;

const DecideAdjustmentInput = inputType(
  "DecideAdjustmentInput",
  "A second person's decision on a proposed adjustment.",
  {
    id: field.id("A proposed adjustment that another person proposed."),
    approve: field.boolean("False refuses it for good."),
  },
);
type DecideAdjustmentInput = InstanceType<typeof DecideAdjustmentInput>;

const DecideAdjustmentPayload = payloadType("DecideAdjustment", {
  field: "adjustment",
  type: () => Adjustment,
  description: "Null when refused.",
  userError: refusalType("DecideAdjustment", decisionRefusals, { description: "A refusal: nothing was decided." }),
});

const EndAdjustmentInput = inputType("EndAdjustmentInput", "The adjustment that ends.", {
  id: field.id("An approved adjustment."),
});
type EndAdjustmentInput = InstanceType<typeof EndAdjustmentInput>;

const EndAdjustmentPayload = payloadType("EndAdjustment", {
  field: "adjustment",
  type: () => Adjustment,
  description: "Null when refused.",
  userError: refusalType("EndAdjustment", endRefusals, { description: "A refusal: nothing was ended." }),
});

type AdjustmentPayload = Payload<"adjustment", Adjustment>;

@Resolver()
export class AdjustmentResolver {
  @Authorized("read measures")
  @Query(() => [Adjustment], {
    nullable: true,
    description:
      "Adjustments of a program's measures, latest period first, at most 500. Only people who may read proposals see proposed and refused ones.",
  })
  adjustments(
    @Arg("program", () => String, { nullable: true, description: "The program in force if omitted." })
    program: string | null,
    @Ctx() { load }: Context,
  ): Promise<Adjustment[]> {
    return load.adjustments(program);
  }

  @Authorized("propose adjustments")
  @Mutation(() => ProposeAdjustmentPayload, {
    nullable: true,
    description: "Proposes an adjustment; nothing changes until a second person approves it.",
  })
  proposeAdjustment(
    @Arg("input", () => ProposeAdjustmentInput) input: ProposeAdjustmentInput,
    @Ctx() { actions }: Context,
  ): Promise<AdjustmentPayload> {
    return actions
      .proposeAdjustment(input)
      .then((outcome) => payloadOf(proposalRefusals, outcome, "adjustment", ({ adjustment }) => shown(adjustment)));
  }

  @Authorized("propose adjustments")
  @Mutation(() => ProposeSeasonalFactorsPayload, {
    nullable: true,
    description:
      "Proposes factors for the coming twelve months, by ratio to average over whole years of all partners' history.",
  })
  proposeSeasonalFactors(
    @Arg("input", () => ProposeSeasonalFactorsInput) input: ProposeSeasonalFactorsInput,
    @Ctx() { actions }: Context,
  ): Promise<ProposeSeasonalFactorsPayload> {
    return actions.proposeSeasonalFactors(input).then(toPayload);
  }

  @Authorized("decide adjustments")
  @Mutation(() => DecideAdjustmentPayload, {
    nullable: true,
    description: "Approves or rejects another person's proposal. The partners concerned are measured again at once.",
  })
  decideAdjustment(
    @Arg("input", () => DecideAdjustmentInput) input: DecideAdjustmentInput,
    @Ctx() { actions }: Context,
  ): Promise<AdjustmentPayload> {
    return actions
      .decideAdjustment(input)
      .then((outcome) => payloadOf(decisionRefusals, outcome, "adjustment", ({ adjustment }) => shown(adjustment)));
  }

  @Authorized("decide adjustments")
  @Mutation(() => EndAdjustmentPayload, {
    nullable: true,
    description: "Ends an approved adjustment: its days count as they are again. Decisions stay as they were made.",
  })
  endAdjustment(
    @Arg("input", () => EndAdjustmentInput) input: EndAdjustmentInput,
    @Ctx() { actions }: Context,
  ): Promise<AdjustmentPayload> {
    return actions
      .endAdjustment(input)
      .then((outcome) => payloadOf(endRefusals, outcome, "adjustment", ({ adjustment }) => shown(adjustment)));
  }
}

const shown = (row: AdjustmentRow): Adjustment => adjustmentOf(row, { withNames: true });

const toPayload = (proposal: SeasonalProposal): ProposeSeasonalFactorsPayload =>
  isRefusal(seasonalRefusals, proposal)
    ? { adjustments: [], userErrors: [userErrorOf(seasonalRefusals, proposal)] }
    : { adjustments: proposal.adjustments.map(shown), userErrors: [] };
