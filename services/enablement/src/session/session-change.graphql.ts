import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType } from "@tiergraph/kit/values/declared-type.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Authorized, refusalType } from "../values.graphql.js";
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

const PlanSessionInput = inputType("PlanSessionInput", "A session to plan.", {
  kind: field.of(() => SessionKind, "What it is."),
  title: field.string("1 to 200 characters."),
  description: field.string("At most 4,000 characters.").nullable(),
  startsAt: field.dateTime("When it begins."),
  endsAt: field.dateTime("When it ends; after it begins."),
  location: field.string("A room, or where to dial in.").nullable(),
  seats: field.int("1 to 10,000."),
  tiers: field.string("Names of the tiers whose partners are invited; all partners if omitted.").list().nullable(),
  isRequired: field.boolean("Whether each invited partner has to attend: an obligation from then on.").default(false),
});
type PlanSessionInput = InstanceType<typeof PlanSessionInput>;

const CancelSessionInput = inputType("CancelSessionInput", "A session to call off.", {
  sessionId: field.id("The session."),
  reason: field.string("Why, 1 to 4,000 characters; shown with the session."),
});
type CancelSessionInput = InstanceType<typeof CancelSessionInput>;

const RecordSessionInput = inputType("RecordSessionInput", "Where a session can be seen afterwards.", {
  sessionId: field.id("The session."),
  url: field.string("Where it can be seen, by https."),
});
type RecordSessionInput = InstanceType<typeof RecordSessionInput>;

const SessionPlaceInput = inputType("SessionPlaceInput", "A person's place in a session.", {
  sessionId: field.id("The session."),
  personId: field.id("Whose place it is."),
});
type SessionPlaceInput = InstanceType<typeof SessionPlaceInput>;

const RecordAttendanceInput = inputType("RecordAttendanceInput", "Whether a person attended a session.", {
  ...SessionPlaceInput.fields,
  hasAttended: field.boolean("False where the seat stayed empty."),
});
type RecordAttendanceInput = InstanceType<typeof RecordAttendanceInput>;

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
