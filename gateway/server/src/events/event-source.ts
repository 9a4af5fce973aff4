import type { GraphQLDataSource } from "@apollo/gateway";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { LIVE_EVENTS, type LiveEventType, type LiveService } from "@tiergraph/schema/live-events";
import { z } from "zod";
import { askService, ServiceRefused } from "../graph/ask-service.js";
import type { RequestContext } from "../graph/request-context.js";

/** The services that record events. */
export const LIVE_SERVICES = Object.keys(LIVE_EVENTS) as LiveService[]; // The keys that it is declared with.
export const EVENT_TYPES: readonly LiveEventType[] = LIVE_SERVICES.flatMap((service) => LIVE_EVENTS[service]);

const pageShape = z.object({
  events: z.array(z.object({ partnerId: z.string(), type: z.string(), at: z.coerce.date(), cursor: z.string() })),
  cursor: z.string(),
  isReset: z.boolean(),
  hasMore: z.boolean(),
});
export type EventPage = z.infer<typeof pageShape>;

export interface EventQuestion {
  /** Null for what happens from now on. */
  readonly after: string | null;
  /** Null for all. */
  readonly types: readonly LiveEventType[] | null;
  /** Null for all that the viewer may see. */
  readonly partnerId: string | null;
}

/** Events as the services keep them. Each is read as its viewer, under the policy and the row-level security of its service. */
export interface EventSource {
  /** @throws where the service is not there, or refuses */
  page(service: LiveService, viewer: Viewer, question: EventQuestion): Promise<EventPage>;
  /** False where the policy of the services lets the viewer follow nobody. */
  mayFollow(viewer: Viewer): Promise<boolean>;
  /** Whether the viewer would find the partner in the graph. @throws as `page` */
  hasPartner(viewer: Viewer, partnerId: string): Promise<boolean>;
}

export function eventSource(sourceOf: (service: ServiceName) => GraphQLDataSource<RequestContext>): EventSource {
  const ask = { partners: asking("partners"), metrics: asking("metrics"), benefits: asking("benefits") };
  function asking(service: LiveService) {
    const query = `query ($after: String, $types: [String!], $partnerId: ID) {
      page: ${service}LiveEvents(after: $after, types: $types, partnerId: $partnerId) {
        events { partnerId type at cursor } cursor isReset hasMore } }`;
    const put = askService(sourceOf(service));
    return { put, query };
  }
  const page: EventSource["page"] = async (service, viewer, question) => {
    const { put, query } = ask[service];
    return (await put(viewer, { query, variables: { ...question } }, z.object({ page: pageShape }))).page;
  };
  return {
    page,
    mayFollow: (viewer) =>
      page("partners", viewer, { after: null, types: null, partnerId: null }).then(
        () => true,
        (error) => !(error instanceof ServiceRefused && error.code === "FORBIDDEN"),
      ),
    async hasPartner(viewer, partnerId) {
      const query = "query ($partnerId: ID!) { partner(id: $partnerId) { id } }";
      const shape = z.object({ partner: z.object({ id: z.string() }).nullable() });
      return (await ask.partners.put(viewer, { query, variables: { partnerId } }, shape)).partner !== null;
    },
  };
}
