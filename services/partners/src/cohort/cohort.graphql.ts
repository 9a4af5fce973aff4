import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { CohortActions } from "./actions.js";
import { type CohortNode, type CohortReads, cohortNode } from "./cohort.reads.js";
import { cohortRefusals, removalRefusals } from "./cohort.refusals.js";

type Context = RequestContext<CohortReads, CohortActions>;

@ObjectType("CohortRule", { description: "Partners that match all of these; null matches every partner." })
export class CohortRuleShown {
  @Field(() => [String], { nullable: true, description: "Names of tiers: partners that hold one of them." })
  tiers: string[] | null;

  @Field(() => [String], { nullable: true, description: "Partners of one of these regions." })
  regions: string[] | null;

  @Field(() => [String], { nullable: true, description: "Partners of one of these countries." })
  countries: string[] | null;

  @Field(() => [String], { nullable: true, description: "On at least one of them." })
  tracks: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: "The first day of joining that counts." })
  joinedFrom: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The first day that is too late." })
  joinedBefore: string | null;
}

@Directive('@key(fields: "name")')
@ObjectType({ description: "A saved set of partners, by a rule or by a list, that filters and reports can name." })
export class Cohort implements CohortNode {
  @Field(() => String, { description: "By which filters and reports name it: small letters, digits and hyphens." })
  name: string;

  @Field(() => String, { description: "What it is for." })
  description: string;

  @Field(() => CohortRuleShown, { nullable: true, description: "Null where partners are listed one by one." })
  rule: CohortRuleShown | null;

  @Field(() => DateTimeScalar, { description: "When it was last saved." })
  savedAt: Date;

  @Field(() => String, { description: "Who saved it last." })
  savedBy: string;
}

@ObjectType({ description: "A page of cohorts." })
export class CohortConnection extends connectionType("Cohort", () => Cohort, PageInfo) {}

@ArgsType()
export class CohortPageArgs {
  @Field(() => Int, { defaultValue: 50, description: "1 to 100." })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: "`endCursor` of the page before; the first page if omitted.",
  })
  after: string | null;
}

@InputType({
  description: "What partners of a cohort have in common: all that is given must hold, and something has to be.",
})
export class CohortRuleInput {
  @Field(() => [String], { nullable: true, description: "Names of tiers, 1 to 100: partners that hold one of them." })
  tiers: string[] | null;

  @Field(() => [String], { nullable: true, description: "1 to 100: partners of one of them." })
  regions: string[] | null;

  @Field(() => [String], { nullable: true, description: "1 to 100: partners of one of them." })
  countries: string[] | null;

  @Field(() => [String], { nullable: true, description: "On at least one of them." })
  tracks: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: "The first day of joining that counts." })
  joinedFrom: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The first day that is too late." })
  joinedBefore: string | null;
}

@InputType({ description: "With a rule or with a list of partners." })
export class SaveCohortInput {
  @Field(() => String, { description: "Small letters, digits and hyphens, at most 64. A known name is replaced." })
  name: string;

  @Field(() => String, { description: "1 to 200 characters." })
  description: string;

  @Field(() => CohortRuleInput, {
    nullable: true,
    description: "What its partners have in common; omitted where `partnerIds` lists them.",
  })
  rule: CohortRuleInput | null;

  @Field(() => [ID], { nullable: true, description: "At most 10,000." })
  partnerIds: string[] | null;
}

const SaveCohortPayload = payloadType("SaveCohort", {
  field: "cohort",
  type: () => Cohort,
  userError: refusalType("SaveCohort", cohortRefusals),
});

@InputType({ description: "The cohort to remove." })
export class RemoveCohortInput {
  @Field(() => String, { description: "Name of a saved cohort." })
  name: string;
}

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
  cohorts(@Args(() => CohortPageArgs) args: CohortPageArgs, @Ctx() { load }: Context): Promise<Page<CohortNode>> {
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
