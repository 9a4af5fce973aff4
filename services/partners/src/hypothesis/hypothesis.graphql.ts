import { DateScalar } from "@tiergraph/kit/values/scalars";
import { type DecisionRecord, explainDecision, safeguardInWords } from "@tiergraph/program/place";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { PlacementOutcome, Safeguard } from "../placement/decision.graphql.js";
import { Tier, tierOf } from "../program/program.graphql.js";
import type { ReadVersion } from "../program/read-version.js";

@ObjectType({ description: "Where a partner would be placed." })
export class HypotheticalPlacement {
  @Field(() => Tier, { description: "What the rules would give it, as far as safeguards let them." })
  tier: Tier;

  @Field(() => Tier, { description: "The highest tier whose requirement would be met, before safeguards." })
  reached: Tier;

  @Field(() => PlacementOutcome)
  outcome: PlacementOutcome;

  @Field(() => DateScalar)
  effectiveOn: string;

  @Field(() => [Safeguard])
  safeguards: Safeguard[];

  @Field(() => String)
  summary: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "What would be, if deals were won and certificates earned. Nothing of it is recorded." })
export class Hypothesis {
  @Field(() => ID)
  id: string;

  @Field(() => HypotheticalPlacement, { nullable: true })
  placement: HypotheticalPlacement | null;
}

export function hypotheticalPlacementOf(
  { program, whole }: Pick<ReadVersion, "program" | "whole">,
  record: DecisionRecord,
): HypotheticalPlacement {
  const highest = program.tiers[record.reached.lastIndexOf("1")];
  return {
    tier: tierOf(program, record.tier),
    reached: tierOf(program, highest?.name ?? record.tier),
    outcome: PlacementOutcome[record.outcome],
    effectiveOn: record.effectiveOn,
    safeguards: record.safeguards.map((safeguard) => ({ ...safeguard, explanation: safeguardInWords(safeguard) })),
    summary: explainDecision(whole, record, program).summary,
  };
}
