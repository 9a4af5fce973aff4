import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
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
import { Partner } from "../partner/index.js";
import { Authorized } from "../values.graphql.js";
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

@ObjectType({ description: "Decisions by people about a partner, beside the rules or in their place." })
export class Override implements Omit<OverrideNode, "partnerId"> {
  @Field(() => ID)
  id: string;

  @Field(() => OverrideKind, { description: "What is decided." })
  kind: OverrideNode["kind"];

  @Field(() => OverrideState, { description: "How far it is." })
  state: OverrideNode["state"];

  @Field(() => String, { nullable: true, description: "Name of the tier or the approval; null for a hold." })
  subject: string | null;

  @Field(() => DateScalar, { description: "First day on which it holds, once it is approved." })
  from: string;

  @Field(() => DateScalar, { description: "The first day on which it no longer holds." })
  until: string;

  @Field(() => String, { description: "Why it was asked for; the partner reads it." })
  reason: string;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  requestedAt: Date;

  @Field(() => String, { description: "Who asked for it." })
  requestedBy: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was approved, refused or ended; null while it waits.",
  })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "The second person." })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: "What the second person said." })
  note: string | null;
}

@InputType({ description: "A person's decision about a partner, for a second person to approve." })
export class RequestOverrideInput {
  @Field(() => ID, { description: "The partner that it is about." })
  partnerId: string;

  @Field(() => OverrideKind, { description: "What is decided." })
  kind: OverrideNode["kind"];

  @Field(() => String, { nullable: true, description: "Name of the tier or of the approval; none for a hold." })
  subject: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Today if omitted." })
  from: string | null;

  @Field(() => DateScalar, { description: "The first day on which it no longer holds; at most two years on." })
  until: string;

  @Field(() => String, { description: `Shown to the partner; at most ${MAX_REASON_LENGTH} characters.` })
  reason: string;
}

@InputType({ description: "A second person's answer to a request." })
export class DecideOverrideInput {
  @Field(() => ID, { description: "The request, made by another person." })
  id: string;

  @Field(() => Boolean, { description: "False refuses it for good." })
  approve: boolean;

  @Field(() => String, { nullable: true, description: "Why; kept with it." })
  note: string | null;
}

@InputType({ description: "A request or an approved decision to end." })
export class EndOverrideInput {
  @Field(() => ID, { description: "It is requested, or approved and not over." })
  id: string;

  @Field(() => String, { nullable: true, description: "Why; kept with it." })
  note: string | null;
}

const OverridePayload = payloadType("Override", {
  field: "override",
  type: () => Override,
  userError: refusalType("Override", overrideRefusals, { description: "A refusal: nothing was changed." }),
});
type OverridePayload = Payload<"override", OverrideNode>;

@Resolver(() => Partner)
export class OverrideResolver {
  @Authorized("decide overrides")
  @Query(() => [Override], {
    nullable: true,
    description: "What waits for a second person, oldest first, at most 100.",
  })
  requestedOverrides(@Ctx() { load }: Context): Promise<OverrideNode[]> {
    return load.requestedOverrides();
  }

  @Authorized("read governance")
  @FieldResolver(() => [Override], {
    nullable: true,
    description: "Decisions by people about the partner beside the rules, newest first.",
  })
  overrides(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<OverrideNode[]> {
    return load.overrides.load(id);
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
