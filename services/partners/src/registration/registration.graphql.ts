import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Partner, partnerNode } from "../partner/index.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { RegistrationActions } from "./actions.js";
import type { Registration } from "./register-partners.action.js";
import { registrationRefusals } from "./registration.refusals.js";

const RegisterPartnersUserError = refusalType("RegisterPartners", registrationRefusals, {
  description: "A refusal: no partner was registered.",
});

export const PartnerInput = inputType("PartnerInput", "A partner to register or to change.", {
  code: field.string("The partner's key in the vendor's own systems, 1 to 200 characters."),
  name: field.string("If omitted, the code for a new partner; unchanged for a known partner.").nullable(),
  region: field
    .string("1 to 200 characters, as the program's markets name it; unchanged for a known partner if omitted.")
    .nullable(),
  country: field
    .string("1 to 200 characters, as the program's markets name it; unchanged for a known partner if omitted.")
    .nullable(),
  tracks: field
    .string("Names of tracks of the program in force; unchanged for a known partner if omitted.")
    .list()
    .nullable(),
  joinedOn: field
    .date("Of a new partner; today (UTC) if omitted, and not after it. A known partner keeps its own.")
    .nullable(),
});
export type PartnerInput = InstanceType<typeof PartnerInput>;

export const RegisterPartnersInput = inputType("RegisterPartnersInput", "Partners to register.", {
  partners: field.of(() => PartnerInput, "At most 1,000.").list(),
  dryRun: field
    .boolean("Answers the result for each, and registers nothing: ids of new partners are not kept.")
    .default(false),
});
export type RegisterPartnersInput = InstanceType<typeof RegisterPartnersInput>;

export const TrackChange = objectType(
  "TrackChange",
  "What other tracks change for a partner, by what was last measured of it.",
  {
    partnerId: field.id("The partner whose tracks change."),
    code: field.string("The partner's key in the vendor's own systems."),
    added: field.string("Names of tracks that it was not on.").list(),
    removed: field.string("Names of tracks that it is on no more.").list(),
    tierBefore: field.string("Name of the tier that it is in."),
    tierAfter: field.string("Name of the tier that it would be in."),
    summary: field.string("Why, in a sentence or two."),
  },
);
export type TrackChange = InstanceType<typeof TrackChange>;

export const RegisterPartnersPayload = objectType(
  "RegisterPartnersPayload",
  "What the mutation did, or why it did nothing.",
  {
    partners: field.of(() => Partner, "All that were named, known ones included.").list(),
    added: field.int("How many were not known."),
    changed: field.int("How many known ones have other details now."),
    trackChanges: field
      .of(
        () => TrackChange,
        "Of known partners whose tracks differ now. In a dry run, what registering them would change.",
      )
      .list(),
    userErrors: field
      .of(() => RegisterPartnersUserError, "Empty where it was done.")
      .as<UserError>()
      .list(),
  },
);
export type RegisterPartnersPayload = InstanceType<typeof RegisterPartnersPayload>;

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
