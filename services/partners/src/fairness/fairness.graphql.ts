import { groupBy } from "@tiergraph/kit/values/group-by";
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../context.js";
import { Authorized } from "../values.graphql.js";
import type { IdenticalInputsRow, PlacementCountRow } from "./fairness.store.js";
import { FEWEST_SHOWN, withheld } from "./withhold.js";

export enum FairnessDimension {
  REGION = "REGION",
  TRACK = "TRACK",
  SIZE = "SIZE",
}
registerEnumType(FairnessDimension, {
  name: "FairnessDimension",
  description: "How partners are grouped; size is the number of registered people.",
});

@ObjectType()
export class FairnessCell {
  @Field(() => String)
  tier: string;

  @Field(() => Int, {
    nullable: true,
    description: `Withheld (null) below ${FEWEST_SHOWN}, and where it would give a withheld one away.`,
  })
  partners: number | null;
}

@ObjectType({ description: "The tiers of the partners of one region, track or size." })
export class FairnessRow {
  @Field(() => FairnessDimension)
  dimension: FairnessDimension;

  @Field(() => String)
  value: string;

  @Field(() => [FairnessCell])
  tiers: FairnessCell[];
}

@ObjectType({ description: "Whether partners that were judged by the same inputs reached the same tiers." })
export class IdenticalInputs {
  @Field(() => Int, {
    description: "Groups of two partners and more with the same measures, tracks, market and approvals.",
  })
  groups: number;

  @Field(() => Int)
  partners: number;

  @Field(() => Int, {
    description: "Groups that did not all reach the same tiers; 0 for as long as the program is fair.",
  })
  conflicts: number;
}

@ObjectType({ description: "Proof that the same facts give the same tier, over the whole pool." })
export class FairnessReport {
  @Field(() => IdenticalInputs)
  identicalInputs: IdenticalInputs;

  @Field(() => [FairnessRow])
  placements: FairnessRow[];
}

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
  ): Promise<FairnessReport> {
    return load.fairness(cohort ?? null).then(reportOf);
  }
}

function reportOf(read: { counts: readonly PlacementCountRow[]; identical: IdenticalInputsRow }): FairnessReport {
  const rows = groupBy(read.counts, ({ dimension, value }) => JSON.stringify([dimension, value]));
  return {
    identicalInputs: read.identical,
    placements: [...rows.values()].flatMap((row) => {
      const [first] = row;
      if (first === undefined) return [];
      const dimension = {
        region: FairnessDimension.REGION,
        track: FairnessDimension.TRACK,
        size: FairnessDimension.SIZE,
      };
      return { dimension: dimension[first.dimension], value: first.value, tiers: withheld(row) };
    }),
  };
}
