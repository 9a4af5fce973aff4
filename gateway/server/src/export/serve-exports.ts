import { Readable } from "node:stream";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { httpError } from "../http/open-http.js";
import type { ExportSource } from "./export-source.js";

export interface ServedExports {
  readonly source: ExportSource;
  /** Null where the request carries no valid token. */
  readonly viewerOf: (authorization: string | undefined) => Promise<Viewer | null>;
}

const address = z.object({ id: z.string(), file: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}\.(csv|jsonl)$/) });
const link = z.object({ ticket: z.string() });
const TYPES = { csv: "text/csv; charset=utf-8", jsonl: "application/x-ndjson; charset=utf-8" } as const;

/**
 * Serves what exports wrote, to the viewer of the link alone, and until it expires. One answer for all that is wrong
 * with a link, so that nobody learns which exports there are.
 */
export function serveExports(app: FastifyInstance, { source, viewerOf }: ServedExports): void {
  app.get("/exports/:id/:file", async (request, reply) => {
    const viewer = await viewerOf(request.headers.authorization);
    if (viewer === null)
      return reply
        .code(401)
        .header("www-authenticate", "Bearer")
        .send(httpError(request, "UNAUTHENTICATED", "A valid token is needed."));
    const [asked, given] = [address.safeParse(request.params), link.safeParse(request.query)];
    const first =
      asked.success && given.success
        ? await source.part(viewer, { exportId: asked.data.id, ticket: given.data.ticket, sequence: 1 })
        : null;
    if (!asked.success || !given.success || first === null)
      return reply
        .code(404)
        .send(httpError(request, "NOT_FOUND", "There is no such export, or its link has expired: ask for another."));
    const { id, file } = asked.data;
    const { ticket } = given.data;
    const parts = async function* () {
      yield first;
      for (let sequence = 2; ; sequence++) {
        const body = await source.part(viewer, { exportId: id, ticket, sequence });
        if (body === null) return;
        yield body;
      }
    };
    return reply
      .header("content-type", TYPES[file.endsWith(".csv") ? "csv" : "jsonl"])
      .header("content-disposition", `attachment; filename="${file}"`)
      .header("cache-control", "private, no-store")
      .header("x-content-type-options", "nosniff")
      .send(Readable.from(parts()));
  });
}
