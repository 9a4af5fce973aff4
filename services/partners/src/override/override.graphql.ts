import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../partner/index.js";
import { Authorized, Node, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
import type { OverrideActions } from "./actions.js";
import { OVERRIDE_KINDS, OVERRIDE_STATES } from "./override.entity.js";
import { type OverrideNode, type OverrideReads, overrideNode } from "./override.reads.js";
import { MAX_REASON_LENGTH, overrideRefusals } from "./override.refusals.js";
import type { OverrideRequest } from "./request-override.action.js";
import type { OverrideDecision } from "./resolve-override.action.js";

type Context = RequestContext<OverrideReads, OverrideActions>;

export const OverrideKind = graphEnum("OverrideKind", OVERRIDE_KINDS, {
  valuesConfig: {
    TIER: { description: "The partner is in exactly this tier, above or below what the rules give it." },
    TIER_AT_LEAST: {
      description:
        "The partner is in this tier or in the higher one that the rules give it. When it ends, grace begins.",
    },
    HOLD: { description: "The partner stays where it is." },
    APPROVAL: { description: "The partner has an approval that a requirement of the program asks for." },
  },
  description: "What a person decides about a partner beside the rules.",
});
const OverrideState = graphEnum("OverrideState", OVERRIDE_STATES, {
  description: "How far a person's decision about a partner is.",
  valuesConfig: {
    REQUESTED: { description: "Waits for a second person; it does not hold." },
    APPROVED: {
      description: "It holds from `from` until `until`, which is earlier than asked where it was ended while it held.",
    },
    REFUSED: { description: "A second person refused it." },
    ENDED: { description: "It was ended before it held on any day that is over, or before it was decided." },
  },
});

export const Override = objectType(
  "Override",
  "Decisions by people about a partner, beside the rules or in their place.",
  {
    id: field.id(),
    kind: field.of(() => OverrideKind, "What is decided.").as<OverrideNode["kind"]>(),
    state: field.of(() => OverrideState, "How far it is.").as<OverrideNode["state"]>(),
    subject: field.string("Name of the tier or the approval; null for a hold.").nullable(),
    from: field.date("First day on which it holds, once it is approved."),
    until: field.date("The first day on which it no longer holds."),
    reason: field.string("Why it was asked for; the partner reads it.").personal(),
    requestedAt: field.dateTime("When it was asked for."),
    requestedBy: field.string("Who asked for it.").personal(),
    decidedAt: field.dateTime("When it was approved, refused or ended; null while it waits.").nullable(),
    decidedBy: field.string("The second person.").personal(),
    decisionReason: field.string("Why it was decided so; null where nothing was said.").personal(),
  },
  { implements: Node },
);
export type Override = InstanceType<typeof Override>;

export const OverrideConnection = connectionType("Override", () => Override, PageInfo, "A page of overrides.");
export type OverrideConnection = InstanceType<typeof OverrideConnection>;

export const RequestOverrideInput = inputType(
  "RequestOverrideInput",
  "A person's decision about a partner, for a second person to approve.",
  {
    partnerId: field.id("The partner that it is about."),
    kind: field.of(() => OverrideKind, "What is decided.").as<OverrideNode["kind"]>(),
    subject: field.string("Name of the tier or of the approval; none for a hold.").nullable(),
    from: field.date("Today if omitted.").nullable(),
    until: field.date("The first day on which it no longer holds; at most two years on."),
    reason: field.string(`Shown to the partner; at most ${MAX_REASON_LENGTH} characters.`),
  },
);
export type RequestOverrideInput = InstanceType<typeof RequestOverrideInput>;

export const DecideOverrideInput = inputType("DecideOverrideInput", "A second person's answer to a request.", {
  id: field.id("The request, made by another person."),
  approve: field.boolean("False refuses it for good."),
  reason: field.string("Why; kept with it.").nullable(),
});
export type DecideOverrideInput = InstanceType<typeof DecideOverrideInput>;

export const EndOverrideInput = inputType("EndOverrideInput", "A request or an approved decision to end.", {
  id: field.id("It is requested, or approved and not over."),
  reason: field.string("Why; kept with it.").nullable(),
});
export type EndOverrideInput = InstanceType<typeof EndOverrideInput>;

const OverridePayload = payloadType("Override", {
  field: "override",
  type: () => Override,
  userError: refusalType("Override", overrideRefusals, {
    data: {
      until: field.date("Of `TIER_BY_HAND_ALREADY`: the day from which on the other one holds no more.").nullable(),
    },
  }),
});
type OverridePayload = Payload<"override", OverrideNode>;

@Resolver(() => Partner)
export class OverrideResolver {
  @Authorized("decide overrides")
  @Query(() => OverrideConnection, { nullable: true, description: "What waits for a second person, oldest first." })
  requestedOverrides(@Args(() => PageArgs) args: PageArgs, @Ctx() { load }: Context): Promise<Page<OverrideNode>> {
    return load.requestedOverrides(args);
  }

  @Authorized("read governance")
  @FieldResolver(() => OverrideConnection, {
    nullable: true,
    description: "Decisions by people about the partner beside the rules, newest first.",
  })
  overrides(
    @Root() { id }: Partner,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<OverrideNode>> {
    return load.overrides(id, args);
  }

  @Authorized("request overrides")
  @Mutation(() => OverridePayload, {
    nullable: true,
    description: "Asks for a tier by hand, a hold, or an approval. It holds once a second person has approved it.",
  })
  requestOverride(
    @Arg("input", () => RequestOverrideInput) input: RequestOverrideInput,
    @Ctx() { actions }: Context,
  ): Promise<OverridePayload> {
    return actions.requestOverride(input).then(toPayload);
  }

  @Authorized("decide overrides")
  @Mutation(() => OverridePayload, {
    nullable: true,
    description: "Approves or refuses another person's request, and places the partner again.",
  })
  decideOverride(
    @Arg("input", () => DecideOverrideInput) input: DecideOverrideInput,
    @Ctx() { actions }: Context,
  ): Promise<OverridePayload> {
    return actions.resolveOverride(input).then(toPayload);
  }

  @Authorized("decide overrides")
  @Mutation(() => OverridePayload, { nullable: true, description: "Ends what holds, from today on." })
  endOverride(
    @Arg("input", () => EndOverrideInput) input: EndOverrideInput,
    @Ctx() { actions }: Context,
  ): Promise<OverridePayload> {
    return actions.endOverride(input).then(toPayload);
  }
}

const toPayload = (outcome: OverrideRequest | OverrideDecision): OverridePayload =>
  payloadOf(overrideRefusals, outcome, "override", ({ override }) => overrideNode(override));
