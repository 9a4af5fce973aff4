import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { Authorized, KeptDigest, refusalType } from "../values.graphql.js";
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

const RollupFault = objectType("RollupFault", "A stored sum that differs from what the facts add up to.", {
  partnerId: field.id("The partner whose sum differs."),
  table: field.of(() => RollupTable, "Whether it is the sum of a day or of a month."),
  on: field.date("The day, or the first day of the month."),
  series: field.string("What is added up: the series' key, its kinds and conditions."),
  expected: field.string("The sum of the facts; amounts in minor units."),
  found: field.string("What is kept."),
});

const RollupReconciliation = objectType(
  "RollupReconciliation",
  "A page of partners whose stored sums were compared with their facts.",
  {
    checked: field.int("Partners on this page."),
    total: field.int("Partners in total, for a progress bar."),
    faults: field
      .of(() => RollupFault, "Every stored sum of these partners that differs; empty where all agree.")
      .list(),
    digests: field.of(() => KeptDigest, "Digests of the facts and tiers that measures keep.").list(),
    next: field.string("Pass as `after` to go on; null at the end.").nullable(),
  },
);
type RollupReconciliation = InstanceType<typeof RollupReconciliation>;

const RebuildRollupsUserError = refusalType("RebuildRollups", rebuildRefusals);

const RebuildRollupsInput = inputType("RebuildRollupsInput", "The partners whose stored sums are computed again.", {
  partnerIds: field.id("1 to 1,000.").list(),
});
type RebuildRollupsInput = InstanceType<typeof RebuildRollupsInput>;

const RebuildRollupsPayload = objectType("RebuildRollupsPayload", "What the mutation did, or why it did nothing.", {
  partners: field.int("How many partners' sums were computed again."),
  userErrors: field
    .of(() => RebuildRollupsUserError, "Empty where it was done.")
    .as<UserError>()
    .list(),
});
type RebuildRollupsPayload = InstanceType<typeof RebuildRollupsPayload>;

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
