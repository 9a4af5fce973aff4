import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { userErrorType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { SessionActions } from "./actions.js";
import type { PlaceChange } from "./book-place.action.js";
import { MAX_SEATS, type SessionPlanned } from "./plan-session.action.js";
import { Session, SessionKind, SessionPlace } from "./session.graphql.js";
import { placeOf, sessionOf } from "./session-node.js";

type Context = RequestContext<unknown, SessionActions>;

export const SessionErrorCode = graphEnum("SessionErrorCode", [
  "TEXT_INVALID",
  "TIMES_INVALID",
  "SEATS_INVALID",
  "URL_INVALID",
  "SESSION_NOT_FOUND",
  "PERSON_NOT_FOUND",
  "NO_PLACE",
  "SESSION_CANCELLED",
  "SESSION_OVER",
  "TIER_NOT_INVITED",
]);
export type SessionErrorCode = (typeof SessionErrorCode)[string];

@ObjectType()
export class SessionUserError extends userErrorType("SessionRefusal", SessionErrorCode) {}

@ObjectType()
export class SessionPayload {
  @Field(() => Session, { nullable: true, description: "Null where it was refused." })
  session: Session | null;

  @Field(() => [SessionUserError])
  userErrors: SessionUserError[];
}

@ObjectType()
export class SessionPlacePayload {
  @Field(() => SessionPlace, { nullable: true, description: "Null where it was refused." })
  place: SessionPlace | null;

  @Field(() => [SessionUserError])
  userErrors: SessionUserError[];
}

@InputType()
export class PlanSessionInput {
  @Field(() => SessionKind)
  kind: SessionKind;

  @Field(() => String, { description: "1 to 200 characters." })
  title: string;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => DateTimeScalar)
  startsAt: Date;

  @Field(() => DateTimeScalar)
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

@InputType()
export class CancelSessionInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => String)
  reason: string;
}

@InputType()
export class RecordSessionInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => String, { description: "Where it can be seen, by https." })
  url: string;
}

@InputType()
export class SessionPlaceInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => ID)
  personId: string;
}

@InputType()
export class RecordAttendanceInput extends SessionPlaceInput {
  @Field(() => Boolean)
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

const refusal = (code: SessionErrorCode, field: string[], message: string): SessionUserError => ({
  code,
  message,
  field: ["input", ...field],
});
const NO_SESSION = refusal("SESSION_NOT_FOUND", ["sessionId"], "There is no such session.");

function sessionPayload(outcome: SessionPlanned): SessionPayload {
  const refused = (error: SessionUserError) => ({ session: null, userErrors: [error] });
  switch (outcome.kind) {
    case "SessionChanged":
      return { session: sessionOf(outcome.session), userErrors: [] };
    case "TextInvalid":
      return refused(
        refusal(
          "TEXT_INVALID",
          [outcome.field],
          "A title has 1 to 200 characters, other texts at most 4,000; a reason is needed.",
        ),
      );
    case "TimesInvalid":
      return refused(refusal("TIMES_INVALID", ["endsAt"], "A session ends after it starts."));
    case "SeatsInvalid":
      return refused(refusal("SEATS_INVALID", ["seats"], `1 to ${MAX_SEATS} seats.`));
    case "UrlInvalid":
      return refused(refusal("URL_INVALID", ["url"], "Expected an address such as https://videos.example.com/17."));
    case "SessionUnknown":
      return refused(NO_SESSION);
  }
}

function placePayload(outcome: PlaceChange): SessionPlacePayload {
  const refused = (error: SessionUserError) => ({ place: null, userErrors: [error] });
  switch (outcome.kind) {
    case "PlaceChanged":
      return { place: placeOf(outcome.place), userErrors: [] };
    case "SessionUnknown":
      return refused(NO_SESSION);
    case "PersonUnknown":
      return refused(refusal("PERSON_NOT_FOUND", ["personId"], "There is no such person."));
    case "NoPlace":
      return refused(refusal("NO_PLACE", ["personId"], "The person has no place in this session."));
    case "SessionCancelled":
      return refused(refusal("SESSION_CANCELLED", ["sessionId"], "The session was called off."));
    case "SessionOver":
      return refused(refusal("SESSION_OVER", ["sessionId"], "The session is over."));
    case "TierNotInvited":
      return refused(refusal("TIER_NOT_INVITED", ["sessionId"], `It is for partners in ${outcome.tiers.join(", ")}.`));
  }
}
