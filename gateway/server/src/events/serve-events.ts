import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { ErrorCode } from "@tiergraph/kit/subgraph/refuse";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { httpError } from "../http/open-http.js";
import { readEventId } from "./event-id.js";
import { EventSeats } from "./event-seats.js";
import { EVENT_TYPES, type EventSource } from "./event-source.js";
import { runEventStream } from "./event-stream.js";
import type { EventWatch } from "./watch-events.js";

export interface ServedEvents {
  readonly source: EventSource;
  readonly watch: EventWatch;
  /** Null where the request carries no valid token. */
  readonly viewerOf: (authorization: string | undefined) => Promise<Viewer | null>;
  /** When the token of a request ends, in milliseconds. */
  readonly tokenEndOf: (authorization: string | undefined) => number;
}

/** Seconds after which a client that found no room may ask again. */
const RETRY_AFTER = 30;

const types = z
  .string("`types` is given once.")
  .transform((text) => text.split(","))
  .pipe(z.array(z.enum(EVENT_TYPES, `\`types\` has some of ${EVENT_TYPES.join(", ")}, separated by commas.`)));
const parameters = z.strictObject(
  { partner: z.string().optional(), types: types.optional(), lastEventId: z.string().optional() },
  "`/events` takes `partner`, `types` and `lastEventId`.",
);

/** Streams at `/events` what happens to the partners of a viewer, by Server-Sent Events. */
export function serveEvents(app: FastifyInstance, { source, watch, viewerOf, tokenEndOf }: ServedEvents): void {
  const seats = new EventSeats();
  const draining = new AbortController();
  // A stream would go on for ever: it ends before the server waits for what was begun.
  app.addHook("preClose", async () => {
    draining.abort();
    watch.close();
  });

  app.route({
    url: "/events",
    method: "GET",
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const { authorization } = request.headers;
      const viewer = await viewerOf(authorization);
      if (viewer === null)
        return reply
          .code(401)
          .header("www-authenticate", "Bearer")
          .send(httpError(request, "UNAUTHENTICATED", "A valid token is needed."));
      if (!(await source.mayFollow(viewer)))
        return reply.code(403).send(httpError(request, "FORBIDDEN", "This role reads no partners."));
      const asked = parameters.safeParse(request.query);
      const [problem] = asked.error?.issues ?? [];
      if (!asked.success)
        return reply.code(400).send(httpError(request, "BAD_USER_INPUT", problem?.message ?? "Wrong parameters."));
      const { partner: partnerId = null, types: wanted = null, lastEventId } = asked.data;
      if (partnerId !== null) {
        // Another's partner is answered as one that does not exist.
        const isThere = isUuid(partnerId) && (await source.hasPartner(viewer, partnerId).catch(() => null));
        if (isThere === null) return refuseForNow(request, reply, UNAVAILABLE);
        if (!isThere)
          return reply
            .code(400)
            .send(httpError(request, "BAD_USER_INPUT", "There is no partner of the id in `partner`."));
      }
      const seating = seats.take(viewer);
      if (seating.kind !== "Seated") return refuseForNow(request, reply, NO_SEAT[seating.kind]);

      reply.hijack();
      const response = reply.raw;
      response.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>), // Of the hooks: the request's id, and what other origins may.
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
        // Once it ends, nothing is left to wait for.
        connection: "close",
      });
      await runEventStream({
        response,
        source,
        watch,
        viewer,
        types: wanted,
        partnerId,
        cursors: readEventId(headerOf(request) ?? lastEventId ?? ""),
        tokenEndsAt: tokenEndOf(authorization),
        isTokenValid: async () => (await viewerOf(authorization)) !== null,
        signal: draining.signal,
      }).finally(seating.leave);
    },
  });
  app.route({
    url: "/events",
    method: ["DELETE", "HEAD", "PATCH", "POST", "PUT"],
    handler: async (request, reply) =>
      reply
        .code(405)
        .header("allow", "GET")
        .send(httpError(request, "METHOD_NOT_ALLOWED", `Events are read by GET, not by ${request.method}.`)),
  });
}

function headerOf({ headers }: FastifyRequest): string | undefined {
  const given = headers["last-event-id"];
  return Array.isArray(given) ? given[0] : given;
}

/** What may be asked again a little later. */
interface Busy {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

const NO_SEAT: Readonly<Record<"ViewerFull" | "ProcessFull", Busy>> = {
  ViewerFull: {
    status: 429,
    code: "TOO_MANY_REQUESTS",
    message: "You have too many streams open: close one, or let pages share one.",
  },
  ProcessFull: { status: 503, code: "OVERLOADED", message: "Too many streams are open: try again in a moment." },
};
const UNAVAILABLE: Busy = {
  status: 503,
  code: "SUBGRAPH_UNAVAILABLE",
  message: "The partners service is not available.",
};

const refuseForNow = (request: FastifyRequest, reply: FastifyReply, { status, code, message }: Busy) =>
  reply
    .code(status)
    .header("retry-after", RETRY_AFTER)
    .send(httpError(request, code, message));
