import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Rewards } from "../ledger/index.js";
import { Money } from "../values.graphql.js";
import type { PartnerCeilingReads } from "./partner-ceiling.reads.js";

type Context = RequestContext<PartnerCeilingReads>;

export const PartnerCeiling = objectType(
  "PartnerCeiling",
  "What a partner has filled of a ceiling that each partner has for itself.",
  {
    ceiling: field.string("Name of the ceiling in the program."),
    title: field.string("Its name for people."),
    why: field.string("Why nothing is paid above it."),
    periodFrom: field.date("First day of the present period; null where it counts for ever.").nullable(),
    used: field.of(() => Money, "Null where it counts how often something is paid.").nullable(),
    most: field.of(() => Money, "The ceiling itself; null where it counts how often something is paid.").nullable(),
    timesUsed: field.int("How often; null where it counts money.").nullable(),
    mostTimes: field.int("The ceiling itself; null where it counts money.").nullable(),
    isHard: field.boolean("Nothing is paid above it; a soft ceiling only raises an alert."),
    isReached: field.boolean("Its mark, or itself where it has none, is reached."),
  },
);
export type PartnerCeiling = InstanceType<typeof PartnerCeiling>;

@Resolver(() => Rewards)
export class PartnerCeilingResolver {
  @FieldResolver(() => [PartnerCeiling], {
    description: "Ceilings that the partner has for itself, in their present periods.",
  })
  ceilings(@Root() { partnerId }: Rewards, @Ctx() { load }: Context): Promise<PartnerCeiling[]> {
    return load.partnerCeilings(partnerId);
  }
}
