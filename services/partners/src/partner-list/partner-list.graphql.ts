import type { Page } from "@tiergraph/kit/paging/page";
import { MAX_IN_FILTER } from "@tiergraph/kit/paging/read-filter";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, inputType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Cohort } from "../cohort/index.js";
import { PartnerConnection, type PartnerNode } from "../partner/index.js";
import { Authorized, DateRange, OrderDirection, PageArgs } from "../values.graphql.js";
import type { PartnerListReads } from "./partner-list.reads.js";
import { MAX_SEARCH } from "./read-filter.js";

type Context = RequestContext<PartnerListReads>;

const AT_MOST = `At most ${MAX_IN_FILTER}.`;

export const PartnerFilter = inputType(
  "PartnerFilter",
  "Only partners that match all of these; what is left out asks nothing, and an empty list matches nobody.",
  {
    search: field
      .string(
        `Begins of words that the partner's name and code have, in any order, without regard to case and accents: \`nor part\` finds Northwind Partners. 1 to ${MAX_SEARCH} characters.`,
      )
      .nullable(),
    codes: field.string(`Keys in the vendor's own systems: partners with one of them. ${AT_MOST}`).list().nullable(),
    tiers: field.string(`Names of tiers in force: partners that hold one of them. ${AT_MOST}`).list().nullable(),
    tracks: field.string(`Names of tracks: partners on one of them. ${AT_MOST}`).list().nullable(),
    regions: field.string(`Partners of one of these regions, word for word. ${AT_MOST}`).list().nullable(),
    countries: field.string(`Partners of one of these countries, word for word. ${AT_MOST}`).list().nullable(),
    joined: field.of(() => DateRange, "On which days they joined the program.").nullable(),
    isAtRisk: field.boolean("Whether they miss what keeps their tier: see `TierStatus.isAtRisk`.").nullable(),
    cohort: field
      .string("Name of a cohort; an unknown cohort, or one that you may not see, has no partners.")
      .nullable(),
  },
);
export type PartnerFilter = InstanceType<typeof PartnerFilter>;

const PartnerOrderField = graphEnum("PartnerOrderField", ["NAME", "JOINED", "TIER", "PROGRESS"], {
  description: "What a list of partners is ordered by; those that are equal in it, by their ids.",
  valuesConfig: {
    JOINED: { description: "The day on which they joined the program." },
    TIER: { description: "The rank of the tier held; before the lowest, those without a tier in force." },
    PROGRESS: {
      description:
        "How much of the way to the next tier is done; before the least, those without a next tier. Descending, those come first who miss least.",
    },
  },
});

export const PartnerOrder = inputType("PartnerOrder", "In which order partners are listed.", {
  by: field.of(() => PartnerOrderField, "What they are compared by."),
  direction: field.of(() => OrderDirection, "Which comes first: the least or the greatest.").default("ASC"),
});
export type PartnerOrder = InstanceType<typeof PartnerOrder>;

const OrderedPageArgs = argsType({
  ...PageArgs.fields,
  orderBy: field.of(() => PartnerOrder, "By name if left out.").nullable(),
});
type OrderedPageArgs = InstanceType<typeof OrderedPageArgs>;

export const PartnersArgs = argsType({
  ...OrderedPageArgs.fields,
  filter: field.of(() => PartnerFilter, "All partners if left out.").nullable(),
});
export type PartnersArgs = InstanceType<typeof PartnersArgs>;

@Resolver(() => Cohort)
export class PartnerListResolver {
  @Authorized("read partners")
  @Query(() => PartnerConnection, { nullable: true, description: "Partners that you may see." })
  partners(@Args(() => PartnersArgs) args: PartnersArgs, @Ctx() { load }: Context): Promise<Page<PartnerNode>> {
    return load.partners(args);
  }

  @FieldResolver(() => PartnerConnection, {
    name: "partners",
    nullable: true,
    description: "Who is in it now: only some of them by `filter.cohort` of `Query.partners`.",
  })
  partnersOfCohort(
    @Root() { name }: Cohort,
    @Args(() => OrderedPageArgs) args: OrderedPageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<PartnerNode>> {
    return load.partners({ ...args, filter: { cohort: name } });
  }
}
