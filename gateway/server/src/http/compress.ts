import { type BrotliOptions, brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";
import type { FastifyReply } from "fastify";
import { addVary } from "./language.js";

/** Smaller answers cost more to compress than to send. */
const COMPRESSED_FROM_BYTES = 1_024;
/** Longer ones are compressed in another thread, so that nobody else waits for them. */
const AT_ONCE_BYTES = 32 * 1_024;

const BROTLI: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };

/** What a client takes, by its header `accept-encoding`: brotli before gzip, null for neither. */
export function encodingFor(accepted: string | string[] | undefined): "br" | "gzip" | null {
  if (typeof accepted !== "string") return null;
  const weights = new Map(
    accepted.split(",").map((part) => {
      const [name = "", weight = "q=1"] = part.split(";", 2).map((text) => text.trim().toLowerCase());
      return [name, Number(/^q=([\d.]+)$/.exec(weight)?.[1] ?? 0)] as const;
    }),
  );
  const takes = (name: string) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  return takes("br") ? "br" : takes("gzip") ? "gzip" : null;
}

/** Gives on an answer as the client takes it, and says so in its headers. */
export function compress(
  text: string,
  reply: FastifyReply,
  giveOn: (error: Error | null, body: string | Buffer) => void,
): void {
  const bytes = Buffer.byteLength(text);
  if (bytes < COMPRESSED_FROM_BYTES) {
    giveOn(null, text);
    return;
  }
  addVary(reply, "accept-encoding");
  const encoding = encodingFor(reply.request.headers["accept-encoding"]);
  if (encoding === null) {
    giveOn(null, text);
    return;
  }
  // The length is set anew from what is sent.
  reply.header("content-encoding", encoding).removeHeader("content-length");
  if (bytes <= AT_ONCE_BYTES) giveOn(null, encoding === "br" ? brotliCompressSync(text, BROTLI) : gzipSync(text));
  else if (encoding === "br") brotliCompress(text, BROTLI, giveOn);
  else gzip(text, giveOn);
}
