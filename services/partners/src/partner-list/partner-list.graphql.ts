import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { Args, ArgsType, Ctx, Field, FieldResolver, InputType, Int, Query, Resolver, Root } from "type-graphql";
import { Cohort, CohortPageArgs } from "../cohort/index.js";
import { PartnerConnection, type PartnerNode } from "../partner/index.js";
import { Authorized } from "../values.graphql.js";
import type { PartnerListReads } from "./partner-list.reads.js";

type Context = RequestContext<PartnerListReads>;

@InputType({ description: "Only partners that match all of these; what is omitted asks nothing." })
export class PartnerFilter {
  @Field(() => String, { nullable: true, description: "The partner's key in the vendor's own systems." })
  code: string | null;

  @Field(() => String, { nullable: true, description: "Name of the tier held." })
  tier: string | null;

  @Field(() => String, { nullable: true, description: "The partner's region, word for word." })
  region: string | null;

  @Field(() => String, { nullable: true, description: "Name of a track that the partner is on." })
  track: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of a cohort; an unknown cohort, or one that you may not see, has no partners.",
  })
  cohort: string | null;
}

@ArgsType()
export class PartnersArgs {
  @Field(() => Int, { defaultValue: 50, description: "1 to 100." })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: "`endCursor` of the page before; the first page if omitted.",
  })
  after: string | null;

  @Field(() => PartnerFilter, { nullable: true, description: "All partners if omitted." })
  filter: PartnerFilter | null;
}

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
    @Args(() => CohortPageArgs) args: CohortPageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<PartnerNode>> {
    return load.partners({ ...args, filter: { code: null, tier: null, region: null, track: null, cohort: name } });
  }
}
