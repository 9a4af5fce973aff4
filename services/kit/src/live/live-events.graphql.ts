import { Arg, type ClassType, Ctx, Directive, ID, Query, Resolver } from "type-graphql";
import type { ServiceName } from "../database/provision.js";
import { authorizedBy } from "../subgraph/authorized.graphql.js";
import type { RequestContext } from "../subgraph/request-context.js";
import { field, objectType } from "../values/declared-type.graphql.js";
import type { LiveEventReads, LiveEventPage as Page } from "./live-events.reads.js";

type Context = RequestContext<LiveEventReads>;
const Authorized = authorizedBy<"follow events">();

// What follows is between the gateway and a service: clients read it at `/events`.

const INTERNAL = { directives: ["@shareable", "@inaccessible"] };

/** A page of events, for one service. */
export function liveEventPageType() {
  const LiveEvent = objectType(
    "LiveEvent",
    "Something of a partner changed.",
    {
      partnerId: field.id("The partner's id."),
      type: field.string("What changed, such as `tier-changed`."),
      at: field.dateTime("When it was recorded."),
      cursor: field.string("Pass as `after` to read on from here."),
    },
    INTERNAL,
  );
  return objectType(
    "LiveEventPage",
    "Events in order.",
    {
      events: field.of(() => LiveEvent, "At most 200.").list(),
      cursor: field.string("Pass as `after` to read on from the end of the page."),
      isReset: field.boolean("Whether what was before is unknown: nothing was asked after, or it is no longer kept."),
      hasMore: field.boolean("Whether more follow at once."),
    },
    INTERNAL,
  ) as ClassType as ClassType<Page>; // Its events are of the class above.
}

/** `<service>LiveEvents`, for the one service whose page is given. */
export function liveEventsResolver(service: ServiceName, LiveEventPage: ClassType<Page>) {
  @Resolver()
  class LiveEventsResolver {
    @Authorized("follow events")
    @Directive("@inaccessible")
    @Query(() => LiveEventPage, { name: `${service}LiveEvents`, nullable: true })
    liveEvents(
      @Arg("after", () => String, { nullable: true }) after: string | null,
      @Arg("types", () => [String], { nullable: true }) types: string[] | null,
      @Arg("partnerId", () => ID, { nullable: true }) partnerId: string | null,
      @Ctx() { load }: Context,
    ): Promise<Page> {
      return load.liveEvents({ after, types, partnerId });
    }
  }
  return LiveEventsResolver;
}
