import type { Page } from "@tiergraph/kit/paging/page";
import { DateScalar } from "@tiergraph/kit/values/scalars";
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
import { Override } from "../override/override.graphql.js";
import { Person } from "../person/person.graphql.js";
import { type Decision, DecisionConnection } from "../placement/decision.graphql.js";
import { Review } from "../review/review.graphql.js";
import { TierPeriod, TierStatus } from "../tier-status/tier-status.graphql.js";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { PartnerRow } from "./partner.store.js";
import type { Registration } from "./register-partners.action.js";

@Directive('@key(fields: "id")')
@ObjectType({ description: "A company or person that sells, builds or serves with the vendor." })
export class Partner {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "The partner's key in the vendor's own systems." })
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  region: string | null;

  @Field(() => String, { nullable: true })
  country: string | null;

  @Field(() => [String], { description: "Names of the tracks that the partner is on." })
  tracks: string[];

  @Field(() => DateScalar)
  joinedOn: string;
}

export const partnerOf = ({ partnerId, ...row }: PartnerRow): Partner => ({ id: partnerId, ...row });

@ObjectType()
export class PartnerConnection extends connectionType("Partner", () => Partner, PageInfo) {}

@InputType()
export class PartnerFilter {
  @Field(() => String, { nullable: true, description: "The partner's key in the vendor's own systems." })
  code: string | null;

  @Field(() => String, { nullable: true, description: "Name of the tier held." })
  tier: string | null;

  @Field(() => String, { nullable: true })
  region: string | null;

  @Field(() => String, { nullable: true })
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

  @Field(() => String, { nullable: true })
  after: string | null;

  @Field(() => PartnerFilter, { nullable: true })
  filter: PartnerFilter | null;
}

@ArgsType()
export class DecisionsArgs {
  @Field(() => Int, { defaultValue: 10, description: "1 to 100." })
  first: number;

  @Field(() => String, { nullable: true })
  after: string | null;
}

export enum RegisterPartnersErrorCode {
  TOO_MANY = "TOO_MANY",
  TEXT_INVALID = "TEXT_INVALID",
  DUPLICATE_CODE = "DUPLICATE_CODE",
  TRACK_UNKNOWN = "TRACK_UNKNOWN",
  DAY_IN_FUTURE = "DAY_IN_FUTURE",
}
registerEnumType(RegisterPartnersErrorCode, { name: "RegisterPartnersErrorCode" });

@ObjectType({ description: "A refusal: no partner was registered." })
export class RegisterPartnersUserError extends userErrorType("RegisterPartnersRefusal", RegisterPartnersErrorCode) {}

@InputType()
export class PartnerInput {
  @Field(() => String, { description: "The partner's key in the vendor's own systems, 1 to 200 characters." })
  code: string;

  @Field(() => String, {
    nullable: true,
    description: "If omitted, the code for a new partner; unchanged for a known partner.",
  })
  name: string | null;

  @Field(() => String, { nullable: true })
  region: string | null;

  @Field(() => String, { nullable: true })
  country: string | null;

  @Field(() => [String], { nullable: true })
  tracks: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "If omitted, today for a new partner; unchanged for a known partner.",
  })
  joinedOn: string | null;
}

@InputType()
export class RegisterPartnersInput {
  @Field(() => [PartnerInput], { description: "At most 1,000." })
  partners: PartnerInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Answers the result for each, and registers nothing: ids of new partners are not kept.",
  })
  dryRun: boolean;
}

@ObjectType({ description: "What other tracks change for a partner, by what was last measured of it." })
export class TrackChange {
  @Field(() => ID)
  partnerId: string;

  @Field(() => String)
  code: string;

  @Field(() => [String])
  added: string[];

  @Field(() => [String])
  removed: string[];

  @Field(() => String, { description: "Name of the tier that it is in." })
  tierBefore: string;

  @Field(() => String, { description: "Name of the tier that it would be in." })
  tierAfter: string;

  @Field(() => String, { description: "Why, in a sentence or two." })
  summary: string;
}

@ObjectType()
export class RegisterPartnersPayload {
  @Field(() => [Partner], { description: "All that were named, known ones included." })
  partners: Partner[];

  @Field(() => Int)
  added: number;

  @Field(() => Int)
  changed: number;

  @Field(() => [TrackChange], {
    description: "Of known partners whose tracks differ now. In a dry run, what registering them would change.",
  })
  trackChanges: TrackChange[];

  @Field(() => [RegisterPartnersUserError])
  userErrors: object[];
}

@Resolver(() => Partner)
export class PartnerResolver {
  @Authorized("read partners")
  @Query(() => Partner, { nullable: true, description: "Null when there is none that you may see." })
  partner(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<Partner | null> {
    return load.partner.load(id);
  }

  @Authorized("read partners")
  @Query(() => PartnerConnection, { nullable: true, description: "Partners by name." })
  partners(@Args(() => PartnersArgs) args: PartnersArgs, @Ctx() { load }: Context): Promise<Page<Partner>> {
    return load.partners(args);
  }

  @FieldResolver(() => TierStatus, { nullable: true, description: "Null before the first placement." })
  tierStatus(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<TierStatus | null> {
    return load.tierStatus.load(id);
  }

  @FieldResolver(() => [TierPeriod], { nullable: true, description: "Earliest first." })
  tierHistory(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<TierPeriod[]> {
    return load.tierHistory.load(id);
  }

  @FieldResolver(() => DecisionConnection, { nullable: true, description: "Newest first." })
  decisions(
    @Root() { id }: Partner,
    @Args(() => DecisionsArgs) args: DecisionsArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<Decision>> {
    return load.decisions(id, args);
  }

  @Authorized("read governance")
  @FieldResolver(() => [Override], {
    nullable: true,
    description: "Decisions by people about the partner beside the rules, newest first.",
  })
  overrides(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<Override[]> {
    return load.overrides.load(id);
  }

  @Authorized("read governance")
  @FieldResolver(() => [Review], { nullable: true, description: "Qualitative reviews, newest first." })
  reviews(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<Review[]> {
    return load.reviews.load(id);
  }

  @FieldResolver(() => [Person], { nullable: true, description: "By name, at most 100." })
  people(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<Person[]> {
    return load.people.load(id);
  }

  @Authorized("register partners")
  @Mutation(() => RegisterPartnersPayload, {
    nullable: true,
    description: "Registers partners by their code. A known partner is updated; omitted fields stay as they are.",
  })
  registerPartners(
    @Arg("input", () => RegisterPartnersInput) input: RegisterPartnersInput,
    @Ctx() { actions }: Context,
  ): Promise<RegisterPartnersPayload> {
    return actions.registerPartners(input).then(payloadOf);
  }
}

const payloadOf = (registration: Registration): RegisterPartnersPayload =>
  registration.kind === "PartnersRegistered"
    ? {
        partners: registration.partners.map(partnerOf),
        added: registration.added,
        changed: registration.changed,
        trackChanges: registration.trackChanges.map(({ before, after, added, removed, ...rest }) => ({
          ...rest,
          added: [...added],
          removed: [...removed],
          tierBefore: before,
          tierAfter: after,
        })),
        userErrors: [],
      }
    : {
        partners: [],
        added: 0,
        changed: 0,
        trackChanges: [],
        userErrors: registration.problems.map(({ field, ...rest }) => ({ ...rest, field: ["input", ...field] })),
      };
