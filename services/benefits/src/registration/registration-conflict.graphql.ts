import type { Page } from "@tiergraph/kit/paging/page";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import { moneyOf } from "@tiergraph/program/exact";
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
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
import type { ConflictDecided } from "./decide-conflict.action.js";
import { DealRegistration } from "./registration.graphql.js";
import type { ConflictRow } from "./registration-conflict.entity.js";

export enum ConflictStateName {
  OPEN = "OPEN",
  DEAL_STANDS = "DEAL_STANDS",
  REGISTRATION_STANDS = "REGISTRATION_STANDS",
  CLOSED = "CLOSED",
}
registerEnumType(ConflictStateName, {
  name: "RegistrationConflictState",
  valuesConfig: {
    OPEN: { description: "Waits for a person." },
    CLOSED: {
      description:
        "Nobody had decided it, and it is no conflict any more: the deal was taken back or corrected. `note` says how. It is open again once the deal is in conflict again.",
    },
  },
});

export enum ConflictVerdict {
  DEAL_STANDS = "DEAL_STANDS",
  REGISTRATION_STANDS = "REGISTRATION_STANDS",
}
registerEnumType(ConflictVerdict, {
  name: "RegistrationConflictVerdict",
  description:
    "`REGISTRATION_STANDS`: take the deal back with `voidFacts`, or have it recorded for the partner that registered it.",
});

@ObjectType({ description: "The deal of a conflict, as it stood when it was found." })
export class ConflictingDeal {
  @Field(() => Partner)
  partner: Partner;

  @Field(() => Deal)
  deal: Deal;

  @Field(() => String, { nullable: true, description: "The key under which its source system knows it." })
  externalId: string | null;

  @Field(() => DateScalar)
  on: string;

  @Field(() => String)
  customer: string;

  @Field(() => String, { nullable: true })
  product: string | null;

  @Field(() => Money, { nullable: true })
  amount: object | null;
}

@ObjectType({ description: "A deal that one partner won of a customer that was protected for another." })
export class RegistrationConflict {
  @Field(() => ID)
  id: string;

  @Field(() => ConflictStateName)
  state: ConflictStateName;

  @Field(() => Partner, { description: "Whose registration it is." })
  partner: Partner;

  @Field(() => ConflictingDeal)
  won: ConflictingDeal;

  @Field(() => DateTimeScalar)
  foundAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "`system` where it closed by itself." })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: "Why it was decided so, or why it closed." })
  note: string | null;

  row: ConflictRow;
}

@ObjectType()
export class RegistrationConflictConnection extends connectionType(
  "RegistrationConflict",
  () => RegistrationConflict,
  PageInfo,
) {}

export const conflictOf = (row: ConflictRow): RegistrationConflict => ({
  id: encodeOwnedId({ partnerId: row.partnerId, id: row.conflictId }),
  state: row.state as ConflictStateName, // The same words.
  partner: { id: row.partnerId },
  won: {
    partner: { id: row.dealPartnerId },
    deal: { id: encodeOwnedId({ partnerId: row.dealPartnerId, id: row.dealFactId }) },
    externalId: row.dealExternalId,
    on: row.dealOn,
    customer: row.dealCustomer,
    product: row.dealProduct,
    amount:
      row.dealAmountMinor === null || row.dealCurrency === null
        ? null
        : moneyOf({ minor: row.dealAmountMinor, currency: row.dealCurrency }),
  },
  foundAt: row.foundAt,
  decidedAt: row.decidedAt,
  decidedBy: row.decidedBy,
  note: row.note,
  row,
});

@ArgsType()
export class ConflictsArgs extends EntriesArgs {
  @Field(() => ConflictStateName, { defaultValue: ConflictStateName.OPEN })
  state: ConflictStateName;
}

export enum DecideConflictErrorCode {
  CONFLICT_NOT_FOUND = "CONFLICT_NOT_FOUND",
  ALREADY_DECIDED = "ALREADY_DECIDED",
  NOTE_INVALID = "NOTE_INVALID",
}
registerEnumType(DecideConflictErrorCode, { name: "DecideRegistrationConflictErrorCode" });

@ObjectType()
export class DecideConflictUserError extends userErrorType(
  "DecideRegistrationConflictRefusal",
  DecideConflictErrorCode,
) {}

@InputType()
export class DecideRegistrationConflictInput {
  @Field(() => ID)
  id: string;

  @Field(() => ConflictVerdict)
  verdict: ConflictVerdict;

  @Field(() => String, { description: "Why. 1 to 1,000 characters." })
  note: string;
}

@ObjectType()
export class DecideRegistrationConflictPayload {
  @Field(() => RegistrationConflict, { nullable: true })
  conflict: RegistrationConflict | null;

  @Field(() => [DecideConflictUserError])
  userErrors: DecideConflictUserError[];
}

@Resolver(() => RegistrationConflict)
export class RegistrationConflictResolver {
  @Authorized("decide registrations")
  @Query(() => RegistrationConflictConnection, {
    nullable: true,
    description: "Deals of customers that were protected for another partner, the first found first.",
  })
  registrationConflicts(
    @Args(() => ConflictsArgs) args: ConflictsArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<RegistrationConflict>> {
    return load.registrationConflicts(args);
  }

  @FieldResolver(() => DealRegistration, { nullable: true })
  registration(@Root() { row }: RegistrationConflict, @Ctx() { load }: Context): Promise<DealRegistration | null> {
    return load.registration({ partnerId: row.partnerId, registrationId: row.registrationId });
  }

  @Authorized("decide registrations")
  @Mutation(() => DecideRegistrationConflictPayload, {
    nullable: true,
    description: "Says which side of a conflict stands.",
  })
  decideRegistrationConflict(
    @Arg("input", () => DecideRegistrationConflictInput) input: DecideRegistrationConflictInput,
    @Ctx() { actions }: Context,
  ): Promise<DecideRegistrationConflictPayload> {
    return actions.decideConflict(input).then(payloadOf);
  }
}

@Resolver(() => Deal)
export class RegisteredDealResolver {
  @FieldResolver(() => DealRegistration, { nullable: true, description: "The registration that this deal converted." })
  registration(@Root() { id }: Deal, @Ctx() { load }: Context): Promise<DealRegistration | null> {
    return load.registrationOfDeal(id);
  }
}

function payloadOf(decided: ConflictDecided): DecideRegistrationConflictPayload {
  const refusal = (code: DecideConflictErrorCode, field: string, message: string) => ({
    conflict: null,
    userErrors: [{ code, field: ["input", field], message }],
  });
  switch (decided.kind) {
    case "ConflictDecided":
      return { conflict: conflictOf(decided.conflict), userErrors: [] };
    case "ConflictUnknown":
      return refusal(DecideConflictErrorCode.CONFLICT_NOT_FOUND, "id", "There is no such conflict.");
    case "AlreadyDecided":
      return refusal(
        DecideConflictErrorCode.ALREADY_DECIDED,
        "id",
        decided.conflict.state === "CLOSED"
          ? `It closed by itself: ${decided.conflict.note}`
          : `It was decided before: ${decided.conflict.state}.`,
      );
    case "NoteInvalid":
      return refusal(DecideConflictErrorCode.NOTE_INVALID, "note", "A note is 1 to 1,000 characters.");
  }
}
