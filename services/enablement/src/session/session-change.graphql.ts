import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { SessionActions } from "./actions.js";
import type { PlaceChange } from "./book-place.action.js";
import type { SessionPlanned } from "./plan-session.action.js";
import { Session, SessionKind, SessionPlace } from "./session.graphql.js";
import { sessionRefusals } from "./session.refusals.js";
import { placeOf, sessionOf } from "./session-node.js";

type Context = RequestContext<unknown, SessionActions>;

const SessionUserError = refusalType("Session", sessionRefusals);
const SessionPayload = payloadType("Session", {
  field: "session",
  type: () => Session,
  userError: SessionUserError,
});
type SessionPayload = Payload<"session", ReturnType<typeof sessionOf>>;
const SessionPlacePayload = payloadType("SessionPlace", {
  field: "place",
  type: () => SessionPlace,
  userError: SessionUserError,
});
type SessionPlacePayload = Payload<"place", ReturnType<typeof placeOf>>;

@InputType({ description: "A session to plan." })
class PlanSessionInput {
  @Field(() => SessionKind, { description: "What it is." })
  kind: SessionKind;

  @Field(() => String, { description: "1 to 200 characters." })
  title: string;

  @Field(() => String, { nullable: true, description: "At most 4,000 characters." })
  description?: string | null;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "When it ends; after it begins." })
  endsAt: Date;

  @Field(() => String, { nullable: true, description: "A room, or where to dial in." })
  location?: string | null;

  @Field(() => Int, { description: "1 to 10,000." })
  seats: number;

  @Field(() => [String], {
    nullable: true,
    description: "Names of the tiers whose partners are invited; all partners if omitted.",
  })
  tiers?: string[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether each invited partner has to attend: an obligation from then on.",
  })
  isRequired: boolean;
}

@InputType({ description: "A session to call off." })
class CancelSessionInput {
  @Field(() => ID, { description: "The session." })
  sessionId: string;

  @Field(() => String, { description: "Why, 1 to 4,000 characters; shown with the session." })
  reason: string;
}

@InputType({ description: "Where a session can be seen afterwards." })
class RecordSessionInput {
  @Field(() => ID, { description: "The session." })
  sessionId: string;

  @Field(() => String, { description: "Where it can be seen, by https." })
  url: string;
}

@InputType({ description: "A person's place in a session." })
class SessionPlaceInput {
  @Field(() => ID, { description: "The session." })
  sessionId: string;

  @Field(() => ID, { description: "Whose place it is." })
  personId: string;
}

@InputType({ description: "Whether a person attended a session." })
class RecordAttendanceInput extends SessionPlaceInput {
  @Field(() => Boolean, { description: "False where the seat stayed empty." })
  hasAttended: boolean;
}

@Resolver()
export class SessionChangeResolver {
  @Authorized("plan sessions")
  @Mutation(() => SessionPayload, {
    nullable: true,
    description: "Plans a session: from then on people can ask for its seats.",
  })
  planSession(
    @Arg("input", () => PlanSessionInput) input: PlanSessionInput,
    @Ctx() { actions }: Context,
  ): Promise<SessionPayload> {
    const { description, location, tiers, ...rest } = input;
    return actions
      .planSession({ ...rest, description: description ?? null, location: location ?? null, tiers: tiers ?? [] })
      .then(sessionPayload);
  }

  @Authorized("plan sessions")
  @Mutation(() => SessionPayload, {
    nullable: true,
    description: "Calls a session off; every place in it is given up.",
  })
  cancelSession(
    @Arg("input", () => CancelSessionInput) { sessionId, reason }: CancelSessionInput,
    @Ctx() { actions }: Context,
  ): Promise<SessionPayload> {
    return actions.cancelSession({ id: sessionId, reason }).then(sessionPayload);
  }

  @Authorized("plan sessions")
  @Mutation(() => SessionPayload, { nullable: true, description: "Says where a session can be seen afterwards." })
  recordSession(
    @Arg("input", () => RecordSessionInput) { sessionId, url }: RecordSessionInput,
    @Ctx() { actions }: Context,
  ): Promise<SessionPayload> {
    return actions.recordSession({ id: sessionId, url }).then(sessionPayload);
  }

  @Authorized("book sessions")
  @Mutation(() => SessionPlacePayload, {
    nullable: true,
    description: "Asks for a seat. If none is free, the person joins the end of the waiting list. Safe to repeat.",
  })
  bookSession(
    @Arg("input", () => SessionPlaceInput) input: SessionPlaceInput,
    @Ctx() { actions }: Context,
  ): Promise<SessionPlacePayload> {
    return actions.bookPlace(input).then(placePayload);
  }

  @Authorized("book sessions")
  @Mutation(() => SessionPlacePayload, {
    nullable: true,
    description: "Gives a place up; who has waited longest gets the seat. Safe to repeat.",
  })
  leaveSession(
    @Arg("input", () => SessionPlaceInput) input: SessionPlaceInput,
    @Ctx() { actions }: Context,
  ): Promise<SessionPlacePayload> {
    return actions.cancelPlace(input).then(placePayload);
  }

  @Authorized("record attendance")
  @Mutation(() => SessionPlacePayload, {
    nullable: true,
    description: "Records whether a person with a seat attended.",
  })
  recordAttendance(
    @Arg("input", () => RecordAttendanceInput) input: RecordAttendanceInput,
    @Ctx() { actions }: Context,
  ): Promise<SessionPlacePayload> {
    return actions.recordAttendance(input).then(placePayload);
  }
}

const sessionPayload = (outcome: SessionPlanned): SessionPayload =>
  payloadOf(sessionRefusals, outcome, "session", ({ session }) => sessionOf(session));

const placePayload = (outcome: PlaceChange): SessionPlacePayload =>
  payloadOf(sessionRefusals, outcome, "place", ({ place }) => placeOf(place));
