import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Args,
  Ctx,
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
import { Deal, Partner } from "../entities.graphql.js";
import { EntriesArgs } from "../ledger/index.js";
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { RegistrationActions } from "./actions.js";
import type { RegistrationChange } from "./change-registration.action.js";
import { REGISTRATION_STATES } from "./deal-registration.entity.js";
import type { DealRegistering } from "./register-deal.action.js";
import type { RegistrationReads } from "./registration.reads.js";
import { type RegistrationNode, registrationNode } from "./registration.reads.js";
import { registrationRefusals } from "./registration.refusals.js";

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

@ObjectType({ description: "A deal that had converted a registration, and was then taken back or corrected." })
export class ConversionTakenBack {
  @Field(() => String, { nullable: true, description: "The key under which its source system knows the deal." })
  externalId: string | null;

  @Field(() => DateTimeScalar, { description: "When the conversion ended." })
  at: Date;

  @Field(() => String, { description: "What happened to the deal, and to the registration thereby." })
  because: string;
}

@ObjectType({ description: "A deal that a partner works on, and wants protected from others." })
export class DealRegistration {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: "The partner that registered it." })
  partnerId: string;

  @Field(() => String, { description: "Name of the customer, as the partner wrote it." })
  customer: string;

  @Field(() => String, { nullable: true, description: "The domain that the customer owns." })
  domain: string | null;

  @Field(() => String, { description: "The customer is protected for this product line only." })
  productLine: string;

  @Field(() => Money, { nullable: true, description: "What the partner expects the deal to come to." })
  amount: Money | null;

  @Field(() => DateScalar, { nullable: true, description: "When the partner expects to win it." })
  expectedOn: string | null;

  @Field(() => String, { nullable: true, description: "What the partner wrote beside it; null where nothing." })
  note: string | null;

  @Field(() => DealRegistrationState, { description: "How far it is." })
  state: RegistrationNode["state"];

  @Field(() => DateTimeScalar, { description: "When it was registered." })
  requestedAt: Date;

  @Field(() => String, { description: "Who registered it." })
  requestedBy: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was approved or refused; null while it waits." })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Who decided; null where the program approves by itself." })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: "Why it was approved, refused or extended." })
  reason: string | null;

  @Field(() => DateScalar, { nullable: true, description: "First day on which the customer is no longer protected." })
  protectedUntil: string | null;

  @Field(() => Int, { description: "How often it was extended." })
  extensions: number;

  @Field(() => Deal, { nullable: true, description: "The deal that was won." })
  deal: Deal | null;
}

@ObjectType({ description: "A page of deal registrations." })
export class DealRegistrationConnection extends connectionType("DealRegistration", () => DealRegistration, PageInfo) {}

const DealRegistrationPayload = payloadType("DealRegistration", {
  field: "registration",
  type: () => DealRegistration,
  userError: refusalType("DealRegistration", registrationRefusals),
});
type DealRegistrationPayload = Payload<"registration", RegistrationNode>;

@InputType({ description: "A deal that a partner wants protected from others." })
export class RegisterDealInput {
  @Field(() => ID, { description: "The partner that registers it." })
  partnerId: string;

  @Field(() => String, {
    description:
      "Name of the customer, 1 to 200 characters; its legal form at the end, accents, signs and spaces do not matter.",
  })
  customer: string;

  @Field(() => String, {
    nullable: true,
    description: "Of the customer: a domain, an address of its pages or of a person.",
  })
  domain?: string | null;

  @Field(() => String, {
    description:
      "A customer is protected apart for each. One of the program's lines, where it names them; 1 to 200 characters.",
  })
  productLine: string;

  @Field(() => String, { nullable: true, description: "Major units of the program's currency." })
  amount?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day on which the partner expects to win it." })
  expectedOn?: string | null;

  @Field(() => String, { nullable: true, description: "At most 1,000 characters." })
  note?: string | null;

  @Field(() => String, { description: "Yours to choose: the same key with the same input registers once." })
  idempotencyKey: string;
}

@InputType({ description: "A person's decision on a registration." })
export class DecideRegistrationInput {
  @Field(() => ID, { description: "A registration that waits." })
  id: string;

  @Field(() => Boolean, { description: "False refuses it for good." })
  approve: boolean;

  @Field(() => String, { description: "Why; the partner reads it." })
  reason: string;
}

@InputType({ description: "A registration to protect for longer." })
export class ExtendRegistrationInput {
  @Field(() => ID, { description: "An approved registration that is still protected." })
  id: string;

  @Field(() => String, { description: "Why it takes longer." })
  reason: string;
}

@InputType({ description: "A registration to give up." })
export class WithdrawRegistrationInput {
  @Field(() => ID, { description: "A registration that waits or is approved." })
  id: string;
}

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
    description: "Deals that the partner registered, newest first.",
  })
  dealRegistrations(
    @Root() { id }: Partner,
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<RegistrationNode>> {
    return load.registrations(id, args);
  }

  @Authorized("decide registrations")
  @Query(() => DealRegistrationConnection, {
    nullable: true,
    description: "Registrations of all partners that wait for a person, oldest first.",
  })
  waitingRegistrations(
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<RegistrationNode>> {
    return load.waitingRegistrations(args);
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
