import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Authorized, Node, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
import type { CohortActions } from "./actions.js";
import { type CohortNode, type CohortReads, cohortNode } from "./cohort.reads.js";
import { cohortRefusals, removalRefusals } from "./cohort.refusals.js";
import "@tiergraph/kit/values/declared-type.graphql";

type Context = RequestContext<CohortReads, CohortActions>;

export const CohortRuleShown = objectType(
  "CohortRule",
  "Partners that match all of these; null matches every partner.",
  {
    tiers: field.string("Names of tiers: partners that hold one of them.").list().nullable(),
    regions: field.string("Partners of one of these regions.").list().nullable(),
    countries: field.string("Partners of one of these countries.").list().nullable(),
    tracks: field.string("On at least one of them.").list().nullable(),
    joinedFrom: field.date("The first day of joining that counts.").nullable(),
    joinedBefore: field.date("The first day that is too late.").nullable(),
  },
);
export type CohortRuleShown = InstanceType<typeof CohortRuleShown>;

export const Cohort = objectType(
  "Cohort",
  "A saved set of partners, by a rule or by a list, that filters and reports can name.",
  {
    id: field.id(),
    name: field.string("By which filters and reports name it: small letters, digits and hyphens."),
    description: field.string("What it is for."),
    rule: field.of(() => CohortRuleShown, "Null where partners are listed one by one.").nullable(),
    savedAt: field.dateTime("When it was last saved."),
    savedBy: field.string("Who saved it last.").personal(),
  },
  { directives: ['@key(fields: "name")'], implements: Node },
);
export type Cohort = InstanceType<typeof Cohort>;

export const CohortConnection = connectionType("Cohort", () => Cohort, PageInfo, "A page of cohorts.");
export type CohortConnection = InstanceType<typeof CohortConnection>;

export const CohortRuleInput = inputType(
  "CohortRuleInput",
  "What partners of a cohort have in common: all that is given must hold, and something has to be.",
  {
    tiers: field.string("Names of tiers, 1 to 100: partners that hold one of them.").list().nullable(),
    regions: field.string("1 to 100: partners of one of them.").list().nullable(),
    countries: field.string("1 to 100: partners of one of them.").list().nullable(),
    tracks: field.string("On at least one of them.").list().nullable(),
    joinedFrom: field.date("The first day of joining that counts.").nullable(),
    joinedBefore: field.date("The first day that is too late.").nullable(),
  },
);
export type CohortRuleInput = InstanceType<typeof CohortRuleInput>;

export const SaveCohortInput = inputType("SaveCohortInput", "With a rule or with a list of partners.", {
  name: field.string("Small letters, digits and hyphens, at most 64. A known name is replaced."),
  description: field.string("1 to 200 characters."),
  rule: field
    .of(() => CohortRuleInput, "What its partners have in common; omitted where `partnerIds` lists them.")
    .nullable(),
  partnerIds: field.id("At most 10,000.").list().nullable(),
});
export type SaveCohortInput = InstanceType<typeof SaveCohortInput>;

const SaveCohortPayload = payloadType("SaveCohort", {
  field: "cohort",
  type: () => Cohort,
  userError: refusalType("SaveCohort", cohortRefusals),
});

export const RemoveCohortInput = inputType("RemoveCohortInput", "The cohort to remove.", {
  name: field.string("Name of a saved cohort."),
});
export type RemoveCohortInput = InstanceType<typeof RemoveCohortInput>;

const RemoveCohortPayload = payloadType("RemoveCohort", {
  field: "removed",
  type: () => String,
  description: "Name of the cohort that was removed; null where it was refused.",
  userError: refusalType("RemoveCohort", removalRefusals),
});

@Resolver(() => Cohort)
export class CohortResolver {
  @Authorized("read cohorts")
  @Query(() => CohortConnection, { nullable: true, description: "By name." })
  cohorts(@Args(() => PageArgs) args: PageArgs, @Ctx() { load }: Context): Promise<Page<CohortNode>> {
    return load.cohorts(args);
  }

  @Authorized("read cohorts")
  @Query(() => Cohort, { nullable: true, description: "A cohort by its name; null where there is none." })
  cohort(
    @Arg("name", () => String, { description: "Name of a saved cohort." }) name: string,
    @Ctx() { load }: Context,
  ): Promise<CohortNode | null> {
    return load.cohort.load(name);
  }

  /** For the gateway, which carries it to the one who reports on the cohort. */
  @Directive("@inaccessible")
  @FieldResolver(() => [ID], { nullable: true, description: "Null where they are too many for a report." })
  memberIds(@Root() { name }: Cohort, @Ctx() { load }: Context): Promise<string[] | null> {
    return load.cohortMembers.load(name);
  }

  @FieldResolver(() => Int, { nullable: true, description: "How many partners are in it now." })
  size(@Root() { name }: Cohort, @Ctx() { load }: Context): Promise<number | null> {
    return load.cohortSize.load(name);
  }

  @Authorized("save cohorts")
  @Mutation(() => SaveCohortPayload, {
    nullable: true,
    description: "Saves a set of partners under a name, at most 500 of them; a known name is replaced.",
  })
  saveCohort(
    @Arg("input", () => SaveCohortInput) { name, description, rule, partnerIds }: SaveCohortInput,
    @Ctx() { actions }: Context,
  ): Promise<Payload<"cohort", CohortNode>> {
    const given = rule ?? null;
    const request = {
      name,
      description,
      partnerIds: partnerIds ?? null,
      rule: given && {
        tiers: given.tiers ?? null,
        regions: given.regions ?? null,
        countries: given.countries ?? null,
        tracks: given.tracks ?? null,
        joinedFrom: given.joinedFrom ?? null,
        joinedBefore: given.joinedBefore ?? null,
      },
    };
    return actions
      .saveCohort(request)
      .then((outcome) => payloadOf(cohortRefusals, outcome, "cohort", ({ cohort }) => cohortNode(cohort)));
  }

  @Authorized("save cohorts")
  @Mutation(() => RemoveCohortPayload, {
    nullable: true,
    description: "Removes a cohort; its partners stay as they are.",
  })
  removeCohort(
    @Arg("input", () => RemoveCohortInput) { name }: RemoveCohortInput,
    @Ctx() { actions }: Context,
  ): Promise<Payload<"removed", string>> {
    return actions
      .removeCohort({ name })
      .then((outcome) => payloadOf(removalRefusals, outcome, "removed", (done) => done.name));
  }
}
