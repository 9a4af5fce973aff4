import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Partner, Person } from "../entities.graphql.js";
import { Authorized, PageArgs, PageInfo } from "../values.graphql.js";
import type { SessionRow } from "./session.entity.js";
import type { SessionReads } from "./session.reads.js";

type Context = RequestContext<SessionReads>;

export const SessionKind = graphEnum("SessionKind", ["BOOT_CAMP", "LAB", "TECHNICAL_SESSION", "SECURITY_REVIEW"], {
  description: "What a session is.",
  valuesConfig: {
    BOOT_CAMP: { description: "Intensive training." },
    LAB: { description: "Practice, with guidance." },
    TECHNICAL_SESSION: { description: "A session about a technical subject." },
    SECURITY_REVIEW: { description: "A review of security." },
  },
});
export type SessionKind = (typeof SessionKind)[string];

const SessionPlaceState = graphEnum("SessionPlaceState", ["SEATED", "WAITING", "CANCELLED"], {
  description: "Whether a place is a seat.",
  valuesConfig: {
    SEATED: { description: "The person has a seat." },
    WAITING: { description: "No seat is free: the person is on the waiting list." },
    CANCELLED: { description: "The place was given up." },
  },
});

export const SessionPlace = objectType("SessionPlace", "A person's place in a session.", {
  id: field.id(),
  person: field.of(() => Person, "Whose place it is."),
  place: field.int("In order of arrival, from 1: who waits moves up by it."),
  state: field.of(() => SessionPlaceState, "Whether it is a seat."),
  askedAt: field.dateTime("When it was asked for."),
  movedUpAt: field.dateTime("When a seat became free for who waited; null where none had to.").nullable(),
  hasAttended: field.boolean("Null until it is known.").nullable(),
  sessionId: field.hidden<string>(),
});
export type SessionPlace = InstanceType<typeof SessionPlace>;

export const SessionPlaceConnection = connectionType(
  "SessionPlace",
  () => SessionPlace,
  PageInfo,
  "A page of places in sessions.",
);
export type SessionPlaceConnection = InstanceType<typeof SessionPlaceConnection>;

export const Session = objectType("Session", "Something that people learn together, at a time, with so many seats.", {
  id: field.id(),
  kind: field.of(() => SessionKind, "What it is."),
  isRequired: field.boolean("Whether each invited partner has to attend."),
  title: field.string("Its name for people."),
  description: field.string("What it is about; null where that was not said.").nullable(),
  startsAt: field.dateTime("When it begins."),
  endsAt: field.dateTime("When it ends."),
  location: field.string("A room, or where to dial in.").nullable(),
  tiers: field.string("Names of the tiers whose partners are invited; everyone where there are none.").list(),
  seats: field.int("How many people can have a seat."),
  seatsLeft: field.int("How many seats are free."),
  waiting: field.int("How many wait for a seat."),
  cancelledBecause: field.string("Why it was called off; null where it takes place.").nullable(),
  recordingUrl: field.string("Where it can be seen afterwards.").nullable(),
  row: field.hidden<SessionRow>(),
});
export type Session = InstanceType<typeof Session>;

export const SessionConnection = connectionType("Session", () => Session, PageInfo, "A page of sessions.");
export type SessionConnection = InstanceType<typeof SessionConnection>;

@Resolver(() => SessionPlace)
export class SessionPlaceResolver {
  @FieldResolver(() => Session, { nullable: true, description: "The session; null where it cannot be read." })
  session(@Root() { sessionId }: SessionPlace, @Ctx() { load }: Context): Promise<Session | null> {
    return load.session(sessionId);
  }
}

@Resolver(() => Session)
export class SessionResolver {
  @FieldResolver(() => [SessionPlace], {
    description: "Who has a seat or waits for one, in order of arrival, at most 500: of the viewer's own partners.",
  })
  places(@Root() { id }: Session, @Ctx() { load }: Context): Promise<SessionPlace[]> {
    return load.places(id);
  }

  @FieldResolver(() => String, { description: "As an event that calendars read (iCalendar)." })
  calendar(@Root() { row }: Session, @Ctx() { load }: Context): string {
    return load.calendar([row]);
  }

  @Authorized("read courses")
  @Query(() => SessionConnection, { nullable: true, description: "Sessions that are not over, soonest first." })
  sessions(
    @Arg("from", () => DateScalar, { nullable: true, description: "Today if omitted." }) from: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<Session>> {
    return load.sessions(from ?? null, args);
  }
}

const ObligationStateName = graphEnum("SessionObligationState", ["MET", "BOOKED", "OPEN", "MISSED"], {
  description: "Whether a partner attended a session that it has to attend, or will.",
  valuesConfig: {
    MET: { description: "A person of the partner attended." },
    BOOKED: { description: "It is not over, and a person of the partner has a seat." },
    OPEN: { description: "It is not over, and nobody of the partner has a seat." },
    MISSED: { description: "It is over, and nobody of the partner attended." },
  },
});

const SessionObligation = objectType("SessionObligation", "A session that a partner has to attend.", {
  session: field.of(() => Session, "The session that has to be attended."),
  state: field.of(() => ObligationStateName, "Whether a person of the partner attended, or will."),
});
type SessionObligation = InstanceType<typeof SessionObligation>;

@Resolver(() => Partner)
export class PartnerSessionsResolver {
  @FieldResolver(() => [SessionObligation], {
    nullable: true,
    description:
      "Sessions of the last year and upcoming sessions that the partner has to attend, latest first, at most 100.",
  })
  sessionObligations(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<SessionObligation[]> {
    return load.sessionObligations(id);
  }

  @FieldResolver(() => SessionPlaceConnection, {
    nullable: true,
    description: "Places of the partner's people, the latest session first.",
  })
  sessionPlaces(
    @Root() { id }: Partner,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<SessionPlace>> {
    return load.sessionPlaces(id, args);
  }
}
