import type { Page } from "@tiergraph/kit/paging/page";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import { moneyOf } from "@tiergraph/program/exact";
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
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { Partner } from "../entitlement/entitlement.graphql.js";
import { Deal, EntriesArgs } from "../ledger/rewards.graphql.js";
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { RegistrationChange } from "./change-registration.action.js";
import type { DealRegistering } from "./register-deal.action.js";
import type { RegistrationRow, TakenBackRow } from "./registration.store.js";

export enum DealRegistrationState {
  REQUESTED = "REQUESTED",
  APPROVED = "APPROVED",
  REFUSED = "REFUSED",
  CONVERTED = "CONVERTED",
  LAPSED = "LAPSED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(DealRegistrationState, {
  name: "DealRegistrationState",
  valuesConfig: {
    REQUESTED: { description: "Waits for a person; nothing is protected yet." },
    APPROVED: { description: "The customer is protected for this partner." },
    CONVERTED: { description: "The partner won the deal." },
    LAPSED: {
      description: "The protection ended before the deal was won, or while a deal stood that was then taken back.",
    },
  },
});

@ObjectType({ description: "A deal that had converted a registration, and was then taken back or corrected." })
export class ConversionTakenBack {
  @Field(() => String, { nullable: true, description: "The key under which its source system knows the deal." })
  externalId: string | null;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => String, { description: "What happened to the deal, and to the registration thereby." })
  because: string;
}

export const takenBackOf = ({ externalId, takenBackAt: at, because }: TakenBackRow): ConversionTakenBack => ({
  externalId,
  at,
  because,
});

@ObjectType({ description: "A deal that a partner works on, and wants protected from others." })
export class DealRegistration {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  partnerId: string;

  @Field(() => String)
  customer: string;

  @Field(() => String, { nullable: true, description: "The domain that the customer owns." })
  domain: string | null;

  @Field(() => String)
  productLine: string;

  @Field(() => Money, { nullable: true, description: "What the partner expects the deal to come to." })
  amount: object | null;

  @Field(() => DateScalar, { nullable: true, description: "When the partner expects to win it." })
  expectedOn: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DealRegistrationState)
  state: DealRegistrationState;

  @Field(() => DateTimeScalar)
  requestedAt: Date;

  @Field(() => String)
  requestedBy: string;

  @Field(() => DateTimeScalar, { nullable: true })
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

@ObjectType()
export class DealRegistrationConnection extends connectionType("DealRegistration", () => DealRegistration, PageInfo) {}

export const registrationOf = (row: RegistrationRow): DealRegistration => {
  const { partnerId, customer, domain, productLine, amountMinor, currency, expectedOn, note, reason, extensions } = row;
  const { requestedAt, requestedBy, decidedAt, decidedBy, protectedUntil, convertedFactId } = row;
  return {
    id: encodeOwnedId({ partnerId, id: row.registrationId }),
    partnerId,
    customer,
    domain,
    productLine,
    expectedOn,
    note,
    reason,
    extensions,
    requestedAt,
    requestedBy,
    decidedAt,
    decidedBy,
    protectedUntil,
    amount: amountMinor === null || currency === null ? null : moneyOf({ minor: amountMinor, currency }),
    state: row.state as DealRegistrationState, // The same words.
    deal: convertedFactId === null ? null : { id: encodeOwnedId({ partnerId, id: convertedFactId }) },
  };
};

export enum DealRegistrationErrorCode {
  PARTNER_NOT_FOUND = "PARTNER_NOT_FOUND",
  REGISTRATION_NOT_OFFERED = "REGISTRATION_NOT_OFFERED",
  KEY_INVALID = "KEY_INVALID",
  KEY_REUSED = "KEY_REUSED",
  CUSTOMER_INVALID = "CUSTOMER_INVALID",
  DOMAIN_INVALID = "DOMAIN_INVALID",
  PRODUCT_LINE_INVALID = "PRODUCT_LINE_INVALID",
  NOTE_TOO_LONG = "NOTE_TOO_LONG",
  AMOUNT_INVALID = "AMOUNT_INVALID",
  TIER_MAY_NOT_REGISTER = "TIER_MAY_NOT_REGISTER",
  CAPACITY_REACHED = "CAPACITY_REACHED",
  PRODUCT_LINE_UNKNOWN = "PRODUCT_LINE_UNKNOWN",
  TOO_MANY_ATTEMPTS = "TOO_MANY_ATTEMPTS",
  REGISTERED_BEFORE = "REGISTERED_BEFORE",
  CUSTOMER_PROTECTED = "CUSTOMER_PROTECTED",
  REGISTRATION_NOT_FOUND = "REGISTRATION_NOT_FOUND",
  REASON_MISSING = "REASON_MISSING",
  NOT_POSSIBLE = "NOT_POSSIBLE",
  EXTENSIONS_USED = "EXTENSIONS_USED",
}
registerEnumType(DealRegistrationErrorCode, { name: "DealRegistrationErrorCode" });

@ObjectType()
export class DealRegistrationUserError extends userErrorType("DealRegistrationRefusal", DealRegistrationErrorCode) {}

@ObjectType()
export class DealRegistrationPayload {
  @Field(() => DealRegistration, { nullable: true, description: "Null where it was refused." })
  registration: DealRegistration | null;

  @Field(() => [DealRegistrationUserError])
  userErrors: DealRegistrationUserError[];
}

@InputType()
export class RegisterDealInput {
  @Field(() => ID)
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

  @Field(() => DateScalar, { nullable: true })
  expectedOn?: string | null;

  @Field(() => String, { nullable: true, description: "At most 1,000 characters." })
  note?: string | null;

  @Field(() => String, { description: "Yours to choose: the same key with the same input registers once." })
  idempotencyKey: string;
}

@InputType()
export class DecideRegistrationInput {
  @Field(() => ID)
  id: string;

  @Field(() => Boolean)
  approve: boolean;

  @Field(() => String)
  reason: string;
}

@InputType()
export class ExtendRegistrationInput {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  reason: string;
}

@InputType()
export class WithdrawRegistrationInput {
  @Field(() => ID)
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
  ): Promise<Page<DealRegistration>> {
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
  ): Promise<Page<DealRegistration>> {
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
      .then(payloadOf);
  }

  @Authorized("decide registrations")
  @Mutation(() => DealRegistrationPayload, { nullable: true, description: "Approves a registration, or refuses it." })
  decideRegistration(
    @Arg("input", () => DecideRegistrationInput) input: DecideRegistrationInput,
    @Ctx() { actions }: Context,
  ): Promise<DealRegistrationPayload> {
    return actions.decideRegistration(input).then(payloadOf);
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
    return actions.extendRegistration(input).then(payloadOf);
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
    return actions.withdrawRegistration(input).then(payloadOf);
  }
}

function payloadOf(outcome: DealRegistering | RegistrationChange): DealRegistrationPayload {
  const refusal = (code: DealRegistrationErrorCode, field: string[], message: string) => ({
    registration: null,
    userErrors: [{ code, field: ["input", ...field], message }],
  });
  switch (outcome.kind) {
    case "DealRegistered":
    case "RegistrationChanged":
      return { registration: registrationOf(outcome.registration), userErrors: [] };
    case "PartnerUnknown":
      return refusal(DealRegistrationErrorCode.PARTNER_NOT_FOUND, ["partnerId"], "There is no such partner.");
    case "NotOffered":
      return refusal(
        DealRegistrationErrorCode.REGISTRATION_NOT_OFFERED,
        [],
        "The program in force registers no deals.",
      );
    case "KeyInvalid":
      return refusal(DealRegistrationErrorCode.KEY_INVALID, ["idempotencyKey"], "A key has 1 to 128 characters.");
    case "KeyReused":
      return refusal(
        DealRegistrationErrorCode.KEY_REUSED,
        ["idempotencyKey"],
        "This key was used for another registration of the partner: choose a new one for each.",
      );
    case "CustomerInvalid":
      return refusal(
        DealRegistrationErrorCode.CUSTOMER_INVALID,
        ["customer"],
        "A name has letters or digits, and at most 200 characters.",
      );
    case "DomainInvalid":
      return refusal(DealRegistrationErrorCode.DOMAIN_INVALID, ["domain"], "Expected a domain such as acme.com.");
    case "ProductLineInvalid":
      return refusal(DealRegistrationErrorCode.PRODUCT_LINE_INVALID, ["productLine"], "1 to 200 characters.");
    case "ProductLineUnknown":
      return refusal(
        DealRegistrationErrorCode.PRODUCT_LINE_UNKNOWN,
        ["productLine"],
        `The program registers deals of: ${outcome.known.join(", ")}.`,
      );
    case "TooManyAttempts":
      return refusal(
        DealRegistrationErrorCode.TOO_MANY_ATTEMPTS,
        [],
        `The partner has asked as often as it may on one day: ask again from ${outcome.until} on.`,
      );
    case "RegisteredBefore":
      return refusal(
        DealRegistrationErrorCode.REGISTERED_BEFORE,
        ["customer"],
        `The partner's protection of this customer ended without a deal: it may register it again from ${outcome.again} on.`,
      );
    case "NoteTooLong":
      return refusal(DealRegistrationErrorCode.NOTE_TOO_LONG, ["note"], "At most 1,000 characters.");
    case "AmountInvalid":
      return refusal(
        DealRegistrationErrorCode.AMOUNT_INVALID,
        ["amount"],
        `Expected an amount above zero in ${outcome.currency}, such as 12000.00.`,
      );
    case "TierMayNotRegister":
      return refusal(
        DealRegistrationErrorCode.TIER_MAY_NOT_REGISTER,
        [],
        outcome.tier === null
          ? "The partner holds no tier yet."
          : `The program protects no deals of partners in ${outcome.tier}.`,
      );
    case "CapacityReached":
      return refusal(
        DealRegistrationErrorCode.CAPACITY_REACHED,
        [],
        `The partner has ${outcome.most} registrations waiting or protected: as many as its tier may have.`,
      );
    case "Protected":
      return refusal(
        DealRegistrationErrorCode.CUSTOMER_PROTECTED,
        ["customer"],
        outcome.isOwn
          ? `The partner has protected this customer already, until ${outcome.until}.`
          : `This customer is protected for another partner until ${outcome.until}.`,
      );
    case "RegistrationUnknown":
      return refusal(DealRegistrationErrorCode.REGISTRATION_NOT_FOUND, ["id"], "There is no such registration.");
    case "ReasonMissing":
      return refusal(DealRegistrationErrorCode.REASON_MISSING, ["reason"], "Say why: the partner reads it.");
    case "NotPossible":
      return refusal(DealRegistrationErrorCode.NOT_POSSIBLE, ["id"], `It is ${outcome.state} already.`);
    case "ExtensionsUsed":
      return refusal(
        DealRegistrationErrorCode.EXTENSIONS_USED,
        ["id"],
        outcome.times === 0 ? "The program extends no protection." : `It was extended ${outcome.times} times already.`,
      );
  }
}
