import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Deal, Partner } from "../entities.graphql.js";
import { requestArgs } from "../request-list/index.js";
import { Authorized, Money, PageInfo, refusalType } from "../values.graphql.js";
import type { RegistrationActions } from "./actions.js";
import type { RegistrationChange } from "./change-registration.action.js";
import { REGISTRATION_STATES } from "./deal-registration.entity.js";
import type { DealRegistering } from "./register-deal.action.js";
import { type RegistrationNode, type RegistrationReads, registrationNode } from "./registration.reads.js";
import { registrationRefusals } from "./registration.refusals.js";
import "@tiergraph/kit/values/declared-type.graphql";

type Context = RequestContext<RegistrationReads, RegistrationActions>;

export const DealRegistrationState = graphEnum("DealRegistrationState", REGISTRATION_STATES, {
  valuesConfig: {
    REQUESTED: { description: "Waits for a person; nothing is protected yet." },
    APPROVED: { description: "The customer is protected for this partner." },
    CONVERTED: { description: "The partner won the deal." },
    LAPSED: {
      description: "The protection ended before the deal was won, or while a deal stood that was then taken back.",
    },
    REFUSED: { description: "A person refused it: nothing is protected." },
    WITHDRAWN: { description: "The partner gave it up: the customer is no longer protected by it." },
  },
  description: "How far a registration is.",
});

const { ofPartner, ofAll } = requestArgs({
  name: "DealRegistration",
  plural: "registrations",
  state: () => DealRegistrationState,
  orders: { PROTECTED_UNTIL: "The first day without protection; after the latest, those that never were protected." },
});

export const ConversionTakenBack = objectType(
  "ConversionTakenBack",
  "A deal that had converted a registration, and was then taken back or corrected.",
  {
    externalId: field.string("The key under which its source system knows the deal.").nullable(),
    at: field.dateTime("When the conversion ended."),
    because: field.string("What happened to the deal, and to the registration thereby."),
  },
);
export type ConversionTakenBack = InstanceType<typeof ConversionTakenBack>;

export const DealRegistration = objectType(
  "DealRegistration",
  "A deal that a partner works on, and wants protected from others.",
  {
    id: field.id(),
    partner: field.of(() => Partner, "The partner that registered it.").nullable(),
    customer: field.string("Name of the customer, as the partner wrote it."),
    domain: field.string("The domain that the customer owns.").nullable(),
    productLine: field.string("The customer is protected for this product line only."),
    amount: field.of(() => Money, "What the partner expects the deal to come to.").nullable(),
    expectedOn: field.date("When the partner expects to win it.").nullable(),
    note: field.string("What the partner wrote beside it; null where nothing.").personal(),
    state: field.of(() => DealRegistrationState, "How far it is.").as<RegistrationNode["state"]>(),
    requestedAt: field.dateTime("When it was registered."),
    requestedBy: field.string("Who registered it.").personal(),
    decidedAt: field.dateTime("When it was approved or refused; null while it waits.").nullable(),
    decidedBy: field.string("Who decided; null where the program approves by itself.").personal(),
    reason: field.string("Why it was approved, refused or extended.").personal(),
    protectedUntil: field.date("First day on which the customer is no longer protected.").nullable(),
    extensions: field.int("How often it was extended."),
    deal: field.of(() => Deal, "The deal that was won.").nullable(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type DealRegistration = InstanceType<typeof DealRegistration>;

export const DealRegistrationConnection = connectionType(
  "DealRegistration",
  () => DealRegistration,
  PageInfo,
  "A page of deal registrations.",
);
export type DealRegistrationConnection = InstanceType<typeof DealRegistrationConnection>;

const DealRegistrationPayload = payloadType("DealRegistration", {
  field: "registration",
  type: () => DealRegistration,
  userError: refusalType("DealRegistration", registrationRefusals, {
    data: {
      until: field.date("The day from which on it may be registered; null where that is not what is wrong.").nullable(),
    },
  }),
});
type DealRegistrationPayload = Payload<"registration", RegistrationNode>;

export const RegisterDealInput = inputType("RegisterDealInput", "A deal that a partner wants protected from others.", {
  partnerId: field.id("The partner that registers it."),
  customer: field.string(
    "Name of the customer, 1 to 200 characters; its legal form at the end, accents, signs and spaces do not matter.",
  ),
  domain: field.string("Of the customer: a domain, an address of its pages or of a person.").nullable(),
  productLine: field.string(
    "A customer is protected apart for each. One of the program's lines, where it names them; 1 to 200 characters.",
  ),
  amount: field.decimal("Major units of the program's currency.").nullable(),
  expectedOn: field.date("The day on which the partner expects to win it.").nullable(),
  note: field.string("At most 1,000 characters.").nullable(),
  idempotencyKey: field.string("Yours to choose: the same key with the same input registers once."),
});
export type RegisterDealInput = InstanceType<typeof RegisterDealInput>;

export const DecideRegistrationInput = inputType("DecideRegistrationInput", "A person's decision on a registration.", {
  id: field.id("A registration that waits."),
  approve: field.boolean("False refuses it for good."),
  reason: field.string("Why; the partner reads it."),
});
export type DecideRegistrationInput = InstanceType<typeof DecideRegistrationInput>;

export const ExtendRegistrationInput = inputType("ExtendRegistrationInput", "A registration to protect for longer.", {
  id: field.id("An approved registration that is still protected."),
  reason: field.string("Why it takes longer."),
});
export type ExtendRegistrationInput = InstanceType<typeof ExtendRegistrationInput>;

export const WithdrawRegistrationInput = inputType("WithdrawRegistrationInput", "A registration to give up.", {
  id: field.id("A registration that waits or is approved."),
});
export type WithdrawRegistrationInput = InstanceType<typeof WithdrawRegistrationInput>;

@Resolver(() => DealRegistration)
export class TakenBackResolver {
  @FieldResolver(() => [ConversionTakenBack], {
    nullable: true,
    description: "Conversions that do not stand any more, in their order.",
  })
  conversionsTakenBack(
    @Root() { id }: DealRegistration,
    @Ctx() { load }: Context,
  ): Promise<readonly ConversionTakenBack[]> {
    return load.conversionsTakenBack(id);
  }
}

@Resolver(() => Partner)
export class RegistrationResolver {
  @FieldResolver(() => DealRegistrationConnection, {
    nullable: true,
    description: "Deals that the partner registered.",
  })
  dealRegistrations(
    @Root() { id }: Partner,
    @Args(() => ofPartner) args: InstanceType<typeof ofPartner>,
    @Ctx() { load }: Context,
  ): Promise<Page<RegistrationNode>> {
    return load.registrations(args, id);
  }

  @Authorized("read rewards")
  @Query(() => DealRegistrationConnection, {
    name: "dealRegistrations",
    nullable: true,
    description: "Registrations of all partners that you may see.",
  })
  allRegistrations(
    @Args(() => ofAll) args: InstanceType<typeof ofAll>,
    @Ctx() { load }: Context,
  ): Promise<Page<RegistrationNode>> {
    return load.registrations(args);
  }

  @Authorized("register deals")
  @Mutation(() => DealRegistrationPayload, {
    nullable: true,
    description:
      "Registers a deal. A customer that is protected for another partner is refused, without naming that partner.",
  })
  registerDeal(
    @Arg("input", () => RegisterDealInput) input: RegisterDealInput,
    @Ctx() { actions }: Context,
  ): Promise<DealRegistrationPayload> {
    const { domain, amount, expectedOn, note, ...rest } = input;
    return actions
      .registerDeal({
        ...rest,
        domain: domain ?? null,
        amount: amount ?? null,
        expectedOn: expectedOn ?? null,
        note: note ?? null,
      })
      .then(toPayload);
  }

  @Authorized("decide registrations")
  @Mutation(() => DealRegistrationPayload, { nullable: true, description: "Approves a registration, or refuses it." })
  decideRegistration(
    @Arg("input", () => DecideRegistrationInput) input: DecideRegistrationInput,
    @Ctx() { actions }: Context,
  ): Promise<DealRegistrationPayload> {
    return actions.decideRegistration(input).then(toPayload);
  }

  @Authorized("register deals")
  @Mutation(() => DealRegistrationPayload, {
    nullable: true,
    description: "Protects the customer for longer, as often as the program lets a partner do so.",
  })
  extendRegistration(
    @Arg("input", () => ExtendRegistrationInput) input: ExtendRegistrationInput,
    @Ctx() { actions }: Context,
  ): Promise<DealRegistrationPayload> {
    return actions.extendRegistration(input).then(toPayload);
  }

  @Authorized("register deals")
  @Mutation(() => DealRegistrationPayload, {
    nullable: true,
    description: "Gives a registration up: its customer is free from today on.",
  })
  withdrawRegistration(
    @Arg("input", () => WithdrawRegistrationInput) input: WithdrawRegistrationInput,
    @Ctx() { actions }: Context,
  ): Promise<DealRegistrationPayload> {
    return actions.withdrawRegistration(input).then(toPayload);
  }
}

const toPayload = (outcome: DealRegistering | RegistrationChange): DealRegistrationPayload =>
  payloadOf(registrationRefusals, outcome, "registration", ({ registration }) => registrationNode(registration));
