import type { Page } from "@tiergraph/kit/paging/page";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
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
import { Fact, FactPageArgs } from "../fact/fact.graphql.js";
import { Partner } from "../measure/measurement.graphql.js";
import { PageInfo } from "../values.graphql.js";
import type { DuplicateDecided } from "./decide-duplicate.action.js";
import type { DuplicateRow } from "./duplicate.store.js";

export enum DuplicateStateName {
  OPEN = "OPEN",
  DISTINCT = "DISTINCT",
  EARLIER_STANDS = "EARLIER_STANDS",
  LATER_STANDS = "LATER_STANDS",
}
registerEnumType(DuplicateStateName, { name: "DuplicateState" });

export enum DuplicateVerdictName {
  DISTINCT = "DISTINCT",
  EARLIER_STANDS = "EARLIER_STANDS",
  LATER_STANDS = "LATER_STANDS",
}
registerEnumType(DuplicateVerdictName, {
  name: "DuplicateVerdict",
  description: "`DISTINCT`: they are two. Otherwise they are one, and the other is taken back.",
});

@ObjectType({ description: "A deal of a partner, as one of two that look alike." })
export class DuplicateFact {
  @Field(() => Partner)
  partner!: Partner;

  @Field(() => Fact, { nullable: true })
  fact!: Fact | null;
}

@ObjectType({
  description:
    "Two won deals of two partners that look like one: the same customer (capitals aside), amount and product, closed within 30 days.",
})
export class Duplicate {
  @Field(() => ID)
  id!: string;

  @Field(() => DuplicateStateName)
  state!: DuplicateStateName;

  @Field(() => DateTimeScalar)
  foundAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  row!: DuplicateRow;
}

@ObjectType()
export class DuplicateConnection extends connectionType("Duplicate", () => Duplicate, PageInfo) {}

export const duplicateOf = (row: DuplicateRow): Duplicate => ({
  id: row.duplicateId,
  state: row.state as DuplicateStateName, // The same four words.
  ...{ foundAt: row.foundAt, decidedAt: row.decidedAt, decidedBy: row.decidedBy, note: row.note, row },
});

@ArgsType()
export class DuplicatesArgs extends FactPageArgs {
  @Field(() => DuplicateStateName, { nullable: true, description: "All states where left out." })
  state!: DuplicateStateName | null;
}

export enum DecideDuplicateErrorCode {
  DUPLICATE_UNKNOWN = "DUPLICATE_UNKNOWN",
  ALREADY_DECIDED = "ALREADY_DECIDED",
  NOTE_INVALID = "NOTE_INVALID",
  FACT_NOT_CORRECTED = "FACT_NOT_CORRECTED",
}
registerEnumType(DecideDuplicateErrorCode, { name: "DecideDuplicateErrorCode" });

@ObjectType()
export class DecideDuplicateUserError extends userErrorType("DecideDuplicateRefusal", DecideDuplicateErrorCode) {}

@InputType()
export class DecideDuplicateInput {
  @Field(() => ID)
  duplicateId!: string;

  @Field(() => DuplicateVerdictName)
  verdict!: DuplicateVerdictName;

  @Field(() => String, { description: "Why; kept with the deal that is taken back. 1 to 200 characters." })
  note!: string;
}

@ObjectType()
export class DecideDuplicatePayload {
  @Field(() => Duplicate, { nullable: true })
  duplicate!: Duplicate | null;

  @Field(() => [DecideDuplicateUserError])
  userErrors!: DecideDuplicateUserError[];
}

@Resolver(() => Duplicate)
export class DuplicateResolver {
  @Authorized("decide duplicates")
  @Query(() => DuplicateConnection, { nullable: true, description: "The first found first." })
  duplicates(@Args(() => DuplicatesArgs) args: DuplicatesArgs, @Ctx() { load }: Context): Promise<Page<Duplicate>> {
    return load.duplicates(args);
  }

  @FieldResolver(() => DuplicateFact, { description: "The deal that was known first." })
  earlier(@Root() { row }: Duplicate, @Ctx() { load }: Context): Promise<DuplicateFact> {
    return load.duplicateFact({ partnerId: row.earlierPartnerId, factId: row.earlierFactId });
  }

  @FieldResolver(() => DuplicateFact)
  later(@Root() { row }: Duplicate, @Ctx() { load }: Context): Promise<DuplicateFact> {
    return load.duplicateFact({ partnerId: row.laterPartnerId, factId: row.laterFactId });
  }

  @Authorized("decide duplicates")
  @Mutation(() => DecideDuplicatePayload, { nullable: true })
  decideDuplicate(
    @Arg("input", () => DecideDuplicateInput) input: DecideDuplicateInput,
    @Ctx() { actions }: Context,
  ): Promise<DecideDuplicatePayload> {
    return actions.decideDuplicate(input).then(payloadOf);
  }
}

function payloadOf(decided: DuplicateDecided): DecideDuplicatePayload {
  const refusal = (code: DecideDuplicateErrorCode, field: string, message: string) => ({
    duplicate: null,
    userErrors: [{ code, field: ["input", field], message }],
  });
  switch (decided.kind) {
    case "DuplicateDecided":
      return { duplicate: duplicateOf(decided.duplicate), userErrors: [] };
    case "DuplicateUnknown":
      return refusal(DecideDuplicateErrorCode.DUPLICATE_UNKNOWN, "duplicateId", "There is no such pair.");
    case "AlreadyDecided":
      return refusal(
        DecideDuplicateErrorCode.ALREADY_DECIDED,
        "duplicateId",
        `It was decided before: ${decided.duplicate.state}.`,
      );
    case "NoteInvalid":
      return refusal(DecideDuplicateErrorCode.NOTE_INVALID, "note", "A note is 1 to 200 characters.");
    case "FactNotCorrected":
      return refusal(DecideDuplicateErrorCode.FACT_NOT_CORRECTED, "verdict", decided.problem.message);
  }
}
