import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { Partner, partnerNode } from "../partner/index.js";
import { Authorized } from "../values.graphql.js";
import type { RegistrationActions } from "./actions.js";
import type { Registration } from "./register-partners.action.js";
import { registrationRefusals } from "./registration.refusals.js";

const RegisterPartnersUserError = refusalType("RegisterPartners", registrationRefusals, {
  description: "A refusal: no partner was registered.",
});

@InputType({ description: "A partner to register or to change." })
export class PartnerInput {
  @Field(() => String, { description: "The partner's key in the vendor's own systems, 1 to 200 characters." })
  code: string;

  @Field(() => String, {
    nullable: true,
    description: "If omitted, the code for a new partner; unchanged for a known partner.",
  })
  name: string | null;

  @Field(() => String, {
    nullable: true,
    description: "1 to 200 characters, as the program's markets name it; unchanged for a known partner if omitted.",
  })
  region: string | null;

  @Field(() => String, {
    nullable: true,
    description: "1 to 200 characters, as the program's markets name it; unchanged for a known partner if omitted.",
  })
  country: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Names of tracks of the program in force; unchanged for a known partner if omitted.",
  })
  tracks: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Of a new partner; today (UTC) if omitted, and not after it. A known partner keeps its own.",
  })
  joinedOn: string | null;
}

@InputType({ description: "Partners to register." })
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
  @Field(() => ID, { description: "The partner whose tracks change." })
  partnerId: string;

  @Field(() => String, { description: "The partner's key in the vendor's own systems." })
  code: string;

  @Field(() => [String], { description: "Names of tracks that it was not on." })
  added: string[];

  @Field(() => [String], { description: "Names of tracks that it is on no more." })
  removed: string[];

  @Field(() => String, { description: "Name of the tier that it is in." })
  tierBefore: string;

  @Field(() => String, { description: "Name of the tier that it would be in." })
  tierAfter: string;

  @Field(() => String, { description: "Why, in a sentence or two." })
  summary: string;
}

@ObjectType({ description: "What the mutation did, or why it did nothing." })
export class RegisterPartnersPayload {
  @Field(() => [Partner], { description: "All that were named, known ones included." })
  partners: Partner[];

  @Field(() => Int, { description: "How many were not known." })
  added: number;

  @Field(() => Int, { description: "How many known ones have other details now." })
  changed: number;

  @Field(() => [TrackChange], {
    description: "Of known partners whose tracks differ now. In a dry run, what registering them would change.",
  })
  trackChanges: TrackChange[];

  @Field(() => [RegisterPartnersUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

@Resolver()
export class RegistrationResolver {
  @Authorized("register partners")
  @Mutation(() => RegisterPartnersPayload, {
    nullable: true,
    description: "Registers partners by their code. A known partner is updated; omitted fields stay as they are.",
  })
  registerPartners(
    @Arg("input", () => RegisterPartnersInput) input: RegisterPartnersInput,
    @Ctx() { actions }: RequestContext<unknown, RegistrationActions>,
  ): Promise<RegisterPartnersPayload> {
    return actions.registerPartners(input).then(toPayload);
  }
}

const toPayload = (registration: Registration): RegisterPartnersPayload =>
  registration.kind === "PartnersRegistered"
    ? {
        partners: registration.partners.map(partnerNode),
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
        userErrors: registration.refusals.map((refusal) => userErrorOf(registrationRefusals, refusal)),
      };
