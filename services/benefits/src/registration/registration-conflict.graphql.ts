import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Deal, Partner } from "../entities.graphql.js";
import { Authorized, Money, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
import type { RegistrationActions } from "./actions.js";
import { DealRegistration } from "./registration.graphql.js";
import {
  type ConflictNode,
  conflictNode,
  type RegistrationNode,
  type RegistrationReads,
} from "./registration.reads.js";
import { conflictRefusals } from "./registration.refusals.js";
import { CONFLICT_STATES, type ConflictRow } from "./registration-conflict.entity.js";

type Context = RequestContext<RegistrationReads, RegistrationActions>;

export const ConflictStateName = graphEnum("RegistrationConflictState", CONFLICT_STATES, {
  valuesConfig: {
    OPEN: { description: "Waits for a person." },
    CLOSED: {
      description:
        "Nobody had decided it, and it is no conflict any more: the deal was taken back or corrected. `reason` says how. It is open again once the deal is in conflict again.",
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

export const ConflictingDeal = objectType("ConflictingDeal", "The deal of a conflict, as it stood when it was found.", {
  partner: field.of(() => Partner, "The partner that won it.").nullable(),
  deal: field.of(() => Deal, "The deal as it is known now."),
  externalId: field.string("The key under which its source system knows it.").nullable(),
  on: field.date("The day on which it was won."),
  customer: field.string("Name of the customer, as the deal has it."),
  product: field.string("Name of the product; null where the deal names none.").nullable(),
  amount: field.of(() => Money, "In the program's currency; null where the deal has none.").nullable(),
});
export type ConflictingDeal = InstanceType<typeof ConflictingDeal>;

export const RegistrationConflict = objectType(
  "RegistrationConflict",
  "A deal that one partner won of a customer that was protected for another.",
  {
    id: field.id(),
    state: field.of(() => ConflictStateName, "Whether it was decided, and how.").as<ConflictNode["state"]>(),
    partner: field.of(() => Partner, "Whose registration it is.").nullable(),
    won: field.of(() => ConflictingDeal, "The deal that another partner won."),
    foundAt: field.dateTime("When it was found."),
    decidedAt: field.dateTime("When it was decided or closed; null while it is open.").nullable(),
    decidedBy: field.string("`system` where it closed by itself.").personal(),
    reason: field.string("Why it was decided so, or why it closed.").personal(),
    row: field.hidden<ConflictRow>(),
  },
);
export type RegistrationConflict = InstanceType<typeof RegistrationConflict>;

export const RegistrationConflictConnection = connectionType(
  "RegistrationConflict",
  () => RegistrationConflict,
  PageInfo,
  "A page of conflicts.",
);
export type RegistrationConflictConnection = InstanceType<typeof RegistrationConflictConnection>;

export const ConflictsArgs = argsType({
  ...PageArgs.fields,
  state: field
    .of(() => ConflictStateName, "`OPEN` if omitted.")
    .as<ConflictNode["state"]>()
    .default("OPEN"),
});
export type ConflictsArgs = InstanceType<typeof ConflictsArgs>;

export const DecideRegistrationConflictInput = inputType(
  "DecideRegistrationConflictInput",
  "A person's decision on a conflict.",
  {
    id: field.id("An open conflict."),
    verdict: field.of(() => ConflictVerdict, "Which side stands.").as<"DEAL_STANDS" | "REGISTRATION_STANDS">(),
    reason: field.string("Why. 1 to 1,000 characters."),
  },
);
export type DecideRegistrationConflictInput = InstanceType<typeof DecideRegistrationConflictInput>;

const DecideRegistrationConflictPayload = payloadType("DecideRegistrationConflict", {
  field: "conflict",
  type: () => RegistrationConflict,
  userError: refusalType("DecideRegistrationConflict", conflictRefusals),
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
