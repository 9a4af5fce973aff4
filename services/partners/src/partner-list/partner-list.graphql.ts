import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, inputType } from "@tiergraph/kit/values/declared-type.graphql";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Cohort } from "../cohort/index.js";
import { PartnerConnection, type PartnerNode } from "../partner/index.js";
import { Authorized, PageArgs } from "../values.graphql.js";
import type { PartnerListReads } from "./partner-list.reads.js";

type Context = RequestContext<PartnerListReads>;

export const PartnerFilter = inputType(
  "PartnerFilter",
  "Only partners that match all of these; what is omitted asks nothing.",
  {
    code: field.string("The partner's key in the vendor's own systems.").nullable(),
    tier: field.string("Name of the tier held.").nullable(),
    region: field.string("The partner's region, word for word.").nullable(),
    track: field.string("Name of a track that the partner is on.").nullable(),
    cohort: field
      .string("Name of a cohort; an unknown cohort, or one that you may not see, has no partners.")
      .nullable(),
  },
);
export type PartnerFilter = InstanceType<typeof PartnerFilter>;

export const PartnersArgs = argsType({
  ...PageArgs.fields,
  filter: field.of(() => PartnerFilter, "All partners if omitted.").nullable(),
});
export type PartnersArgs = InstanceType<typeof PartnersArgs>;

@Resolver(() => Cohort)
export class PartnerListResolver {
  @Authorized("read partners")
  @Query(() => PartnerConnection, { nullable: true, description: "Partners by name." })
  partners(@Args(() => PartnersArgs) args: PartnersArgs, @Ctx() { load }: Context): Promise<Page<PartnerNode>> {
    return load.partners(args);
  }

  @FieldResolver(() => PartnerConnection, {
    name: "partners",
    nullable: true,
    description: "Who is in it now, by name.",
  })
  partnersOfCohort(
    @Root() { name }: Cohort,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<PartnerNode>> {
    return load.partners({ ...args, filter: { cohort: name } });
  }
}
