import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Partner, Person } from "../entities.graphql.js";
import { Authorized, PageInfo } from "../values.graphql.js";
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
type SessionPlaceState = (typeof SessionPlaceState)[string];

@ObjectType({ description: "A person's place in a session." })
export class SessionPlace {
  @Field(() => Person, { description: "Whose place it is." })
  person: Person;

  @Field(() => Int, { description: "In order of arrival, from 1: who waits moves up by it." })
  place: number;

  @Field(() => SessionPlaceState, { description: "Whether it is a seat." })
  state: SessionPlaceState;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  askedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When a seat became free for who waited; null where none had to.",
  })
  movedUpAt: Date | null;

  @Field(() => Boolean, { nullable: true, description: "Null until it is known." })
  hasAttended: boolean | null;

  sessionId: string;
}

@ObjectType({ description: "A page of places in sessions." })
class SessionPlaceConnection extends connectionType("SessionPlace", () => SessionPlace, PageInfo) {}

@ObjectType({ description: "Something that people learn together, at a time, with so many seats." })
export class Session {
  @Field(() => ID)
  id: string;

  @Field(() => SessionKind, { description: "What it is." })
  kind: SessionKind;

  @Field(() => Boolean, { description: "Whether each invited partner has to attend." })
  isRequired: boolean;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { nullable: true, description: "What it is about; null where that was not said." })
  description: string | null;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  endsAt: Date;

  @Field(() => String, { nullable: true, description: "A room, or where to dial in." })
  location: string | null;

  @Field(() => [String], {
    description: "Names of the tiers whose partners are invited; everyone where there are none.",
  })
  tiers: string[];

  @Field(() => Int, { description: "How many people can have a seat." })
  seats: number;

  @Field(() => Int, { description: "How many seats are free." })
  seatsLeft: number;

  @Field(() => Int, { description: "How many wait for a seat." })
  waiting: number;

  @Field(() => String, { nullable: true, description: "Why it was called off; null where it takes place." })
  cancelledBecause: string | null;

  @Field(() => String, { nullable: true, description: "Where it can be seen afterwards." })
  recordingUrl: string | null;

  row: SessionRow;
}

@ObjectType({ description: "A page of sessions." })
class SessionConnection extends connectionType("Session", () => Session, PageInfo) {}

@ArgsType()
class SessionsArgs {
  @Field(() => Int, { defaultValue: 20, description: "1 to 100." })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: "`endCursor` of the page before; the first page if omitted.",
  })
  after: string | null;
}

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
    @Args(() => SessionsArgs) args: SessionsArgs,
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
type ObligationStateName = (typeof ObligationStateName)[string];

@ObjectType({ description: "A session that a partner has to attend." })
class SessionObligation {
  @Field(() => Session, { description: "The session that has to be attended." })
  session: Session;

  @Field(() => ObligationStateName, { description: "Whether a person of the partner attended, or will." })
  state: ObligationStateName;
}

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
    @Args(() => SessionsArgs) args: SessionsArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<SessionPlace>> {
    return load.sessionPlaces(id, args);
  }
}
