import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { ErrorCode } from "@tiergraph/kit/subgraph/refuse";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { markLanguage } from "../http/language.js";
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
      markLanguage(request, reply);
      const { authorization } = request.headers;
      const viewer = await viewerOf(authorization);
      if (viewer === null)
        return reply
          .code(401)
          .header("www-authenticate", "Bearer")
          .send(httpError(request, "UNAUTHENTICATED", "A valid token is needed."));
      const asked = parameters.safeParse(request.query);
      const [problem] = asked.error?.issues ?? [];
      if (!asked.success)
        return reply.code(400).send(httpError(request, "BAD_USER_INPUT", problem?.message ?? "Wrong parameters."));
      const { partner: partnerId = null, types: wanted = null, lastEventId } = asked.data;
      // Before anything is read: who asks again and again costs no reads.
      const seating = seats.take(viewer);
      if (seating.kind !== "Seated") return refuseWith(request, reply, NO_SEAT[seating.kind]);
      const refused = await refusalOf(source, viewer, partnerId).catch(() => UNAVAILABLE);
      if (refused !== null) {
        seating.leave();
        return refuseWith(request, reply, refused);
      }

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
    handler: async (request, reply) => {
      markLanguage(request, reply);
      return reply
        .code(405)
        .header("allow", "GET")
        .send(httpError(request, "METHOD_NOT_ALLOWED", `Events are read by GET, not by ${request.method}.`));
    },
  });
}

/** Why a viewer may not follow a partner, or any if it is null; null where it may. */
async function refusalOf(source: EventSource, viewer: Viewer, partnerId: string | null): Promise<Refused | null> {
  if (!(await source.mayFollow(viewer))) return READS_NO_PARTNERS;
  if (partnerId === null) return null;
  // Another's partner is answered as one that does not exist.
  return isUuid(partnerId) && (await source.hasPartner(viewer, partnerId)) ? null : NO_PARTNER;
}

function headerOf({ headers }: FastifyRequest): string | undefined {
  const given = headers["last-event-id"];
  return Array.isArray(given) ? given[0] : given;
}

interface Refused {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

const NO_SEAT: Readonly<Record<"ViewerFull" | "ProcessFull", Refused>> = {
  ViewerFull: {
    status: 429,
    code: "TOO_MANY_REQUESTS",
    message: "You have too many streams open: close one, or let pages share one.",
  },
  ProcessFull: { status: 503, code: "OVERLOADED", message: "Too many streams are open: try again in a moment." },
};
const READS_NO_PARTNERS: Refused = { status: 403, code: "FORBIDDEN", message: "This role reads no partners." };
const NO_PARTNER: Refused = {
  status: 400,
  code: "BAD_USER_INPUT",
  message: "There is no partner of the id in `partner`.",
};
const UNAVAILABLE: Refused = {
  status: 503,
  code: "SUBGRAPH_UNAVAILABLE",
  message: "The partners service is not available.",
};

/** What may be asked again a little later says when. */
const refuseWith = (request: FastifyRequest, reply: FastifyReply, { status, code, message }: Refused) =>
  (status === 429 || status === 503 ? reply.header("retry-after", RETRY_AFTER) : reply)
    .code(status)
    .send(httpError(request, code, message));
