import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized, KeptDigest } from "../values.graphql.js";
import type { ReconcileActions } from "./actions.js";
import type { RollupsRebuilt } from "./rebuild-rollups.action.js";
import type { ReconcileReads } from "./reconcile.reads.js";
import { rebuildRefusals } from "./reconcile.refusals.js";

type Context = RequestContext<ReconcileReads, ReconcileActions>;

const RollupTable = graphEnum("RollupTable", ["day", "month"], {
  description: "Which of the stored sums differs.",
  valuesConfig: {
    DAY: { description: "The sums of single days." },
    MONTH: { description: "The sums of calendar months." },
  },
});
type RollupTable = (typeof RollupTable)[string];

@ObjectType({ description: "A stored sum that differs from what the facts add up to." })
class RollupFault {
  @Field(() => ID, { description: "The partner whose sum differs." })
  partnerId: string;

  @Field(() => RollupTable, { description: "Whether it is the sum of a day or of a month." })
  table: RollupTable;

  @Field(() => DateScalar, { description: "The day, or the first day of the month." })
  on: string;

  @Field(() => String, { description: "What is added up: the series' key, its kinds and conditions." })
  series: string;

  @Field(() => String, { description: "The sum of the facts; amounts in minor units." })
  expected: string;

  @Field(() => String, { description: "What is kept." })
  found: string;
}

@ObjectType({ description: "A page of partners whose stored sums were compared with their facts." })
class RollupReconciliation {
  @Field(() => Int, { description: "Partners on this page." })
  checked: number;

  @Field(() => Int, { description: "Partners in total, for a progress bar." })
  total: number;

  @Field(() => [RollupFault], {
    description: "Every stored sum of these partners that differs; empty where all agree.",
  })
  faults: RollupFault[];

  @Field(() => [KeptDigest], { description: "Digests of the facts and tiers that measures keep." })
  digests: KeptDigest[];

  @Field(() => String, { nullable: true, description: "Pass as `after` to go on; null at the end." })
  next: string | null;
}

const RebuildRollupsUserError = refusalType("RebuildRollups", rebuildRefusals);

@InputType({ description: "The partners whose stored sums are computed again." })
class RebuildRollupsInput {
  @Field(() => [ID], { description: "1 to 1,000." })
  partnerIds: string[];
}

@ObjectType({ description: "What the mutation did, or why it did nothing." })
class RebuildRollupsPayload {
  @Field(() => Int, { description: "How many partners' sums were computed again." })
  partners: number;

  @Field(() => [RebuildRollupsUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

@Resolver()
export class ReconcileResolver {
  @Authorized("reconcile")
  @Query(() => RollupReconciliation, {
    nullable: true,
    description: "Recounts facts, partner after partner, and reports each kept sum that differs.",
  })
  reconcileRollups(
    @Arg("first", () => Int, { defaultValue: 200, description: "1 to 1,000 partners." }) first: number,
    @Arg("after", () => String, {
      nullable: true,
      description: "`next` of the page before; the first page if omitted.",
    })
    after: string | null | undefined,
    @Ctx() { load }: Context,
  ): Promise<RollupReconciliation> {
    return load.reconciled({ first, after: after ?? null });
  }

  @Authorized("run jobs")
  @Mutation(() => RebuildRollupsPayload, {
    nullable: true,
    description:
      "Recomputes the stored sums of partners from their facts, and sends their facts to rewards again. Recording waits until it is done.",
  })
  rebuildRollups(
    @Arg("input", () => RebuildRollupsInput) input: RebuildRollupsInput,
    @Ctx() { actions }: Context,
  ): Promise<RebuildRollupsPayload> {
    return actions.rebuildRollups(input).then(toPayload);
  }
}

const toPayload = (rebuilt: RollupsRebuilt): RebuildRollupsPayload =>
  isRefusal(rebuildRefusals, rebuilt)
    ? { partners: 0, userErrors: [userErrorOf(rebuildRefusals, rebuilt)] }
    : { partners: rebuilt.partners, userErrors: [] };
