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
import { CONFLICT_STATES } from "./registration-conflict.entity.js";

type Context = RequestContext<RegistrationReads, RegistrationActions>;

export const ConflictStateName = graphEnum("RegistrationConflictState", CONFLICT_STATES, {
  valuesConfig: {
    OPEN: { description: "Waits for a person." },
    CLOSED: {
      description:
        "Nobody had decided it, and it is no conflict any more: the deal was taken back or corrected. `note` says how. It is open again once the deal is in conflict again.",
    },
    DEAL_STANDS: { description: "A person decided that the deal counts for the partner that won it." },
    REGISTRATION_STANDS: { description: "A person decided that the deal belongs to the partner that registered it." },
  },
  description: "Whether a conflict was decided, and how.",
});

export const ConflictVerdict = graphEnum("RegistrationConflictVerdict", ["DEAL_STANDS", "REGISTRATION_STANDS"], {
  description:
    "`REGISTRATION_STANDS`: take the deal back with `voidFacts`, or have it recorded for the partner that registered it.",
  valuesConfig: {
    DEAL_STANDS: { description: "The deal counts for the partner that won it." },
    REGISTRATION_STANDS: {
      description: "The deal belongs to the partner that registered it. Nothing is taken back by this decision.",
    },
  },
});

@ObjectType({ description: "The deal of a conflict, as it stood when it was found." })
export class ConflictingDeal {
  @Field(() => Partner, { description: "The partner that won it." })
  partner: Partner;

  @Field(() => Deal, { description: "The deal as it is known now." })
  deal: Deal;

  @Field(() => String, { nullable: true, description: "The key under which its source system knows it." })
  externalId: string | null;

  @Field(() => DateScalar, { description: "The day on which it was won." })
  on: string;

  @Field(() => String, { description: "Name of the customer, as the deal has it." })
  customer: string;

  @Field(() => String, { nullable: true, description: "Name of the product; null where the deal names none." })
  product: string | null;

  @Field(() => Money, { nullable: true, description: "In the program's currency; null where the deal has none." })
  amount: Money | null;
}

@ObjectType({ description: "A deal that one partner won of a customer that was protected for another." })
export class RegistrationConflict {
  @Field(() => ID)
  id: string;

  @Field(() => ConflictStateName, { description: "Whether it was decided, and how." })
  state: ConflictNode["state"];

  @Field(() => Partner, { description: "Whose registration it is." })
  partner: Partner;

  @Field(() => ConflictingDeal, { description: "The deal that another partner won." })
  won: ConflictingDeal;

  @Field(() => DateTimeScalar, { description: "When it was found." })
  foundAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was decided or closed; null while it is open." })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "`system` where it closed by itself." })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: "Why it was decided so, or why it closed." })
  note: string | null;

  row: ConflictRow;
}

@ObjectType({ description: "A page of conflicts." })
export class RegistrationConflictConnection extends connectionType(
  "RegistrationConflict",
  () => RegistrationConflict,
  PageInfo,
) {}

@ArgsType()
export class ConflictsArgs extends EntriesArgs {
  @Field(() => ConflictStateName, { defaultValue: "OPEN", description: "`OPEN` if omitted." })
  state: ConflictNode["state"];
}

@InputType({ description: "A person's decision on a conflict." })
export class DecideRegistrationConflictInput {
  @Field(() => ID, { description: "An open conflict." })
  id: string;

  @Field(() => ConflictVerdict, { description: "Which side stands." })
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

  @FieldResolver(() => DealRegistration, {
    nullable: true,
    description: "The registration that protected the customer.",
  })
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
