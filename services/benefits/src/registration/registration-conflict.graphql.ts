import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
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
} from "type-graphql";
import { Deal, Partner } from "../entities.graphql.js";
import { EntriesArgs } from "../ledger/index.js";
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { RegistrationActions } from "./actions.js";
import { DealRegistration } from "./registration.graphql.js";
import type { RegistrationReads } from "./registration.reads.js";
import { type ConflictNode, conflictNode, type RegistrationNode } from "./registration.reads.js";
import { conflictRefusals } from "./registration.refusals.js";
import type { ConflictRow } from "./registration-conflict.entity.js";

type Context = RequestContext<RegistrationReads, RegistrationActions>;

export const ConflictStateName = graphEnum(
  "RegistrationConflictState",
  ["OPEN", "DEAL_STANDS", "REGISTRATION_STANDS", "CLOSED"],
  {
    valuesConfig: {
      OPEN: { description: "Waits for a person." },
      CLOSED: {
        description:
          "Nobody had decided it, and it is no conflict any more: the deal was taken back or corrected. `note` says how. It is open again once the deal is in conflict again.",
      },
    },
  },
);

export const ConflictVerdict = graphEnum("RegistrationConflictVerdict", ["DEAL_STANDS", "REGISTRATION_STANDS"], {
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
  state: ConflictNode["state"];

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

@ArgsType()
export class ConflictsArgs extends EntriesArgs {
  @Field(() => ConflictStateName, { defaultValue: "OPEN" })
  state: ConflictNode["state"];
}

@InputType()
export class DecideRegistrationConflictInput {
  @Field(() => ID)
  id: string;

  @Field(() => ConflictVerdict)
  verdict: "DEAL_STANDS" | "REGISTRATION_STANDS";

  @Field(() => String, { description: "Why. 1 to 1,000 characters." })
  note: string;
}

const DecideRegistrationConflictPayload = payloadType("DecideRegistrationConflict", {
  field: "conflict",
  type: () => RegistrationConflict,
  userError: refusalType("DecideConflict", conflictRefusals, { codes: "DecideRegistrationConflict" }),
});

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
  ): Promise<Page<ConflictNode>> {
    return load.registrationConflicts(args);
  }

  @FieldResolver(() => DealRegistration, { nullable: true })
  registration(@Root() { row }: RegistrationConflict, @Ctx() { load }: Context): Promise<RegistrationNode | null> {
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
  ): Promise<Payload<"conflict", ConflictNode>> {
    return actions
      .decideConflict(input)
      .then((outcome) => payloadOf(conflictRefusals, outcome, "conflict", ({ conflict }) => conflictNode(conflict)));
  }
}

@Resolver(() => Deal)
export class RegisteredDealResolver {
  @FieldResolver(() => DealRegistration, { nullable: true, description: "The registration that this deal converted." })
  registration(@Root() { id }: Deal, @Ctx() { load }: Context): Promise<RegistrationNode | null> {
    return load.registrationOfDeal(id);
  }
}
