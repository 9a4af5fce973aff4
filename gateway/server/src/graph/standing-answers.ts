import { createHash } from "node:crypto";
import { MAX_AGE_MS } from "@tiergraph/kit/database/kept-reads";
import { scopeOf } from "@tiergraph/kit/identity/viewer";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import type { FastifyReply, FastifyRequest } from "fastify";
import { addVary } from "../http/language.js";
import type { RequestContext } from "./request-context.js";

/** What an answer was made of, and when. */
interface Made {
  readonly changes: number;
  readonly at: number;
}

const MAX_TAGS = 1_000;

/**
 * Answers that hold only what services keep for all: what a program says, and nothing of a partner. Clients may keep them
 * and ask by `If-None-Match` whether they still stand. While nothing has changed, no part of the operation runs again.
 */
export class StandingAnswers {
  readonly #made = new BoundedMap<string, Made>(MAX_TAGS);

  /** @param changes rises with every change of what services keep for all; null where nobody here would know */
  constructor(readonly changes: () => number | null) {}

  /** The tag by which a client that asks may keep what it has; null where the operation has to run. */
  confirmed(request: FastifyRequest, context: RequestContext): string | null {
    const tags = tagsIn(request);
    if (tags.length === 0) return null;
    const ours = tags.find((tag) => tag.startsWith(`"${digestOf(askedBy(request, context))}.`));
    const made = ours && this.#made.find(ours);
    if (!made || made.changes !== this.changes()) return null;
    return Date.now() - made.at < MAX_AGE_MS && isSameDay(made.at, Date.now()) ? (ours ?? null) : null;
  }

  /** Tags an answer that stands; where the client has it already, it is not sent again. */
  tag(request: FastifyRequest, reply: FastifyReply, { context, body }: { context: RequestContext; body: string }) {
    const tag = `"${digestOf(askedBy(request, context))}.${digestOf(body.replace(COST, ""))}"`;
    const { standing } = context;
    if (standing?.changes != null) this.#made.keep(tag, { changes: standing.changes, at: standing.at });
    mark(reply, tag);
    if (!tagsIn(request).includes(tag)) return body;
    reply.code(304).removeHeader("content-length").removeHeader("content-type");
    return null;
  }
}

/**
 * Says that the client may keep an answer for this token, and asks whether it stands before it uses it. The tag is a weak
 * one, since the same answer may be sent compressed.
 */
export function mark(reply: FastifyReply, tag: string): FastifyReply {
  reply.header("etag", `W/${tag}`).header("cache-control", "private, no-cache");
  return addVary(reply, "authorization", "accept");
}

/** Who asked what, in which language: an answer stands for these alone. */
const askedBy = ({ method, url, headers, body }: FastifyRequest, { viewer, language }: RequestContext): string =>
  JSON.stringify([method, url, headers.accept, language, body, viewer.role, viewer.subject, scopeOf(viewer)]);

/** What is left to the viewer changes with each answer, and what was answered stands. */
const COST = /"cost":\{"requested":[^{}]*\}/;

const digestOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

const tagsIn = ({ headers }: FastifyRequest): string[] =>
  headers["if-none-match"]?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];

/** What a program says may change with the day. */
const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toISOString().slice(0, 10) === new Date(other).toISOString().slice(0, 10);
