import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { httpError } from "../http/open-http.js";
import { certificatePage } from "./certificate-page.js";
import type { PublicSource } from "./public-source.js";

const code = z.object({ code: z.string().regex(/^[0-9a-f]{20}$/) });
const file = z.object({ file: z.string().regex(/^[A-Za-z0-9_-]{32}\.ics$/) });

/** Serves certificates by their check code, the keys of badges, and calendars by their address: without a token. */
export function servePublic(app: FastifyInstance, source: PublicSource): void {
  app.get("/certificates/keys.json", async (_, reply) =>
    reply
      .header("content-type", "application/jwk-set+json")
      .header("cache-control", "public, max-age=3600")
      .send(await source.badgeKeys()),
  );

  app.get("/certificates/:code", async (request, reply) => {
    const asked = code.safeParse(request.params);
    const found = asked.success ? await source.certification(asked.data.code) : null;
    reply.header("cache-control", "no-store").header("x-content-type-options", "nosniff").header("vary", "accept");
    if (found === null) reply.code(404);
    if (/\btext\/html\b/.test(request.headers.accept ?? ""))
      return reply
        .header("content-type", "text/html; charset=utf-8")
        .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        .send(certificatePage(found));
    return reply.send(found ?? httpError(request, "NOT_FOUND", "No certificate has this code."));
  });

  app.get("/calendars/:file", async (request, reply) => {
    const asked = file.safeParse(request.params);
    const calendar = asked.success ? await source.calendar(asked.data.file.slice(0, -".ics".length)) : null;
    if (calendar === null)
      return reply
        .code(404)
        .send(httpError(request, "NOT_FOUND", "There is no such calendar: ask for its address again."));
    return reply
      .header("content-type", "text/calendar; charset=utf-8")
      .header("cache-control", "private, max-age=300")
      .header("x-content-type-options", "nosniff")
      .send(calendar);
  });
}
