import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { FairnessNode, FairnessReads } from "./fairness.reads.js";
import { MIN_GROUP_SIZE } from "./withhold.js";

type Context = RequestContext<FairnessReads>;

const FairnessDimension = graphEnum("FairnessDimension", ["region", "track", "size"], {
  description: "How partners are grouped; size is the number of registered people.",
  valuesConfig: {
    REGION: { description: "By the partner's region; `none` for those without one." },
    TRACK: { description: "By track; a partner of several counts in each, one without any in `none`." },
    SIZE: { description: "By the number of registered people: none, 1 to 4, 5 to 19, 20 and more." },
  },
});

export const FairnessCell = objectType("FairnessCell", "How many partners of one group hold one tier.", {
  tier: field.string("Name of the tier."),
  partners: field
    .int(`Withheld (null) below ${MIN_GROUP_SIZE}, and where it would give a withheld one away.`)
    .nullable(),
});
export type FairnessCell = InstanceType<typeof FairnessCell>;

export const FairnessRow = objectType("FairnessRow", "The tiers of the partners of one region, track or size.", {
  dimension: field
    .of(() => FairnessDimension, "By what partners are grouped.")
    .as<FairnessNode["placements"][number]["dimension"]>(),
  value: field.string("The region, the track or the size."),
  tiers: field.of(() => FairnessCell, "One for each tier that a partner of the group holds.").list(),
});
export type FairnessRow = InstanceType<typeof FairnessRow>;

export const IdenticalInputs = objectType(
  "IdenticalInputs",
  "Whether partners that were judged by the same inputs reached the same tiers.",
  {
    groups: field.int("Groups of two partners and more with the same measures, tracks, market and approvals."),
    partners: field.int("How many partners are in such groups."),
    conflicts: field.int("Groups that did not all reach the same tiers; 0 for as long as the program is fair."),
  },
);
export type IdenticalInputs = InstanceType<typeof IdenticalInputs>;

export const FairnessReport = objectType(
  "FairnessReport",
  "Proof that the same facts give the same tier, over the whole pool.",
  {
    identicalInputs: field.of(() => IdenticalInputs, "Whether equal inputs led to equal tiers."),
    placements: field.of(() => FairnessRow, "The tiers that partners hold, by region, track and size.").list(),
  },
);
export type FairnessReport = InstanceType<typeof FairnessReport>;

@Resolver()
export class FairnessResolver {
  @Authorized("read operations")
  @Query(() => FairnessReport, { nullable: true, description: "Over the last decisions of all partners." })
  fairnessReport(
    @Arg("cohort", () => String, {
      nullable: true,
      description: "Whose placements are shown; identical inputs are compared over all. Everyone's if omitted.",
    })
    cohort: string | null,
    @Ctx() { load }: Context,
  ): Promise<FairnessNode> {
    return load.fairness(cohort ?? null);
  }
}
