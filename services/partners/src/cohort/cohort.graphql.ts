import type { Page } from "@tiergraph/kit/paging/page";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
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
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { type Partner, PartnerConnection } from "../partner/partner.graphql.js";
import { Authorized, PageInfo } from "../values.graphql.js";
import { MAX_COHORTS, MAX_LISTED } from "./cohort.js";
import type { CohortRow } from "./cohort.store.js";
import type { CohortSaved } from "./save-cohort.action.js";

@ObjectType("CohortRule", { description: "Partners that match all of these; null matches every partner." })
export class CohortRuleShown {
  @Field(() => [String], { nullable: true })
  tiers: string[] | null;

  @Field(() => [String], { nullable: true })
  regions: string[] | null;

  @Field(() => [String], { nullable: true })
  countries: string[] | null;

  @Field(() => [String], { nullable: true, description: "On at least one of them." })
  tracks: string[] | null;

  @Field(() => DateScalar, { nullable: true })
  joinedFrom: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The first day that is too late." })
  joinedBefore: string | null;
}

@Directive('@key(fields: "name")')
@ObjectType({ description: "A saved set of partners, by a rule or by a list, that filters and reports can name." })
export class Cohort {
  @Field(() => String)
  name: string;

  @Field(() => String)
  description: string;

  @Field(() => CohortRuleShown, { nullable: true, description: "Null where partners are listed one by one." })
  rule: CohortRuleShown | null;

  @Field(() => DateTimeScalar)
  savedAt: Date;

  @Field(() => String)
  savedBy: string;
}

export const cohortOf = ({ name, description, isRule, savedAt, savedBy, ...rule }: CohortRow): Cohort => ({
  name,
  description,
  savedAt,
  savedBy,
  rule: isRule
    ? {
        tiers: mutable(rule.tiers),
        regions: mutable(rule.regions),
        countries: mutable(rule.countries),
        tracks: mutable(rule.tracks),
        joinedFrom: rule.joinedFrom,
        joinedBefore: rule.joinedBefore,
      }
    : null,
});
const mutable = (list: readonly string[] | null): string[] | null => (list === null ? null : [...list]);

@ObjectType()
export class CohortConnection extends connectionType("Cohort", () => Cohort, PageInfo) {}

@ArgsType()
export class CohortPageArgs {
  @Field(() => Int, { defaultValue: 50, description: "1 to 100." })
  first: number;

  @Field(() => String, { nullable: true })
  after: string | null;
}

@InputType()
export class CohortRuleInput {
  @Field(() => [String], { nullable: true })
  tiers: string[] | null;

  @Field(() => [String], { nullable: true })
  regions: string[] | null;

  @Field(() => [String], { nullable: true })
  countries: string[] | null;

  @Field(() => [String], { nullable: true, description: "On at least one of them." })
  tracks: string[] | null;

  @Field(() => DateScalar, { nullable: true })
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

  @Field(() => CohortRuleInput, { nullable: true })
  rule: CohortRuleInput | null;

  @Field(() => [ID], { nullable: true, description: "At most 10,000." })
  partnerIds: string[] | null;
}

export enum SaveCohortErrorCode {
  NAME_INVALID = "NAME_INVALID",
  TEXT_INVALID = "TEXT_INVALID",
  RULE_OR_LIST = "RULE_OR_LIST",
  RULE_INVALID = "RULE_INVALID",
  PARTNER_NOT_FOUND = "PARTNER_NOT_FOUND",
  TOO_MANY = "TOO_MANY",
}
registerEnumType(SaveCohortErrorCode, { name: "SaveCohortErrorCode" });

@ObjectType()
export class SaveCohortUserError extends userErrorType("SaveCohortRefusal", SaveCohortErrorCode) {}

@ObjectType()
export class SaveCohortPayload {
  @Field(() => Cohort, { nullable: true })
  cohort: Cohort | null;

  @Field(() => [SaveCohortUserError])
  userErrors: SaveCohortUserError[];
}

@InputType()
export class RemoveCohortInput {
  @Field(() => String)
  name: string;
}

export enum RemoveCohortErrorCode {
  COHORT_UNKNOWN = "COHORT_UNKNOWN",
}
registerEnumType(RemoveCohortErrorCode, { name: "RemoveCohortErrorCode" });

@ObjectType()
export class RemoveCohortUserError extends userErrorType("RemoveCohortRefusal", RemoveCohortErrorCode) {}

@ObjectType()
export class RemoveCohortPayload {
  @Field(() => String, { nullable: true })
  removed: string | null;

  @Field(() => [RemoveCohortUserError])
  userErrors: RemoveCohortUserError[];
}

@Resolver(() => Cohort)
export class CohortResolver {
  @Authorized("read cohorts")
  @Query(() => CohortConnection, { nullable: true, description: "By name." })
  cohorts(@Args(() => CohortPageArgs) args: CohortPageArgs, @Ctx() { load }: Context): Promise<Page<Cohort>> {
    return load.cohorts(args);
  }

  @Authorized("read cohorts")
  @Query(() => Cohort, { nullable: true })
  cohort(@Arg("name", () => String) name: string, @Ctx() { load }: Context): Promise<Cohort | null> {
    return load.cohort.load(name);
  }

  /** For the gateway, which carries it to whoever reports on the cohort. */
  @Directive("@inaccessible")
  @FieldResolver(() => [ID], { nullable: true, description: "Null where they are too many for a report." })
  memberIds(@Root() { name }: Cohort, @Ctx() { load }: Context): Promise<string[] | null> {
    return load.cohortMembers.load(name);
  }

  @FieldResolver(() => Int, { nullable: true, description: "How many partners are in it now." })
  size(@Root() { name }: Cohort, @Ctx() { load }: Context): Promise<number | null> {
    return load.cohortSize.load(name);
  }

  @FieldResolver(() => PartnerConnection, { nullable: true, description: "Who is in it now, by name." })
  partners(
    @Root() { name }: Cohort,
    @Args(() => CohortPageArgs) args: CohortPageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<Partner>> {
    return load.partners({ ...args, filter: { code: null, tier: null, region: null, track: null, cohort: name } });
  }

  @Authorized("save cohorts")
  @Mutation(() => SaveCohortPayload, { nullable: true })
  saveCohort(
    @Arg("input", () => SaveCohortInput) { name, description, rule, partnerIds }: SaveCohortInput,
    @Ctx() { actions }: Context,
  ): Promise<SaveCohortPayload> {
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
    return actions.saveCohort(request).then(payloadOf);
  }

  @Authorized("save cohorts")
  @Mutation(() => RemoveCohortPayload, { nullable: true })
  async removeCohort(
    @Arg("input", () => RemoveCohortInput) { name }: RemoveCohortInput,
    @Ctx() { actions }: Context,
  ): Promise<RemoveCohortPayload> {
    if (await actions.removeCohort({ name })) return { removed: name, userErrors: [] };
    const code = RemoveCohortErrorCode.COHORT_UNKNOWN;
    return { removed: null, userErrors: [{ code, field: ["input", "name"], message: "There is no such cohort." }] };
  }
}

function payloadOf(saved: CohortSaved): SaveCohortPayload {
  const refusal = (code: SaveCohortErrorCode, field: string, message: string): SaveCohortPayload => ({
    cohort: null,
    userErrors: [{ code, field: ["input", field], message }],
  });
  switch (saved.kind) {
    case "CohortSaved":
      return { cohort: cohortOf(saved.cohort), userErrors: [] };
    case "NameInvalid":
      return refusal(
        SaveCohortErrorCode.NAME_INVALID,
        "name",
        "A name is small letters, digits and hyphens, at most 64.",
      );
    case "DescriptionInvalid":
      return refusal(SaveCohortErrorCode.TEXT_INVALID, "description", "A description is 1 to 200 characters.");
    case "RuleOrListMissing":
      return refusal(SaveCohortErrorCode.RULE_OR_LIST, "rule", "A cohort has a rule or a list of partners.");
    case "RuleInvalid":
      return refusal(
        SaveCohortErrorCode.RULE_INVALID,
        "rule",
        "A rule asks for something: lists hold 1 to 100 names, and joinedFrom is before joinedBefore.",
      );
    case "TooManyPartners":
      return refusal(SaveCohortErrorCode.TOO_MANY, "partnerIds", `At most ${MAX_LISTED} partners are listed.`);
    case "TooManyCohorts":
      return refusal(SaveCohortErrorCode.TOO_MANY, "name", `There are ${MAX_COHORTS} cohorts: remove one.`);
    case "PartnersUnknown":
      return refusal(
        SaveCohortErrorCode.PARTNER_NOT_FOUND,
        "partnerIds",
        `There is no partner ${saved.partnerIds.slice(0, 5).join(", ")}.`,
      );
  }
}
