import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { ServiceName } from "../database/provision.js";
import { BoundedMap } from "../values/bounded-map.js";
import { ROLES, type Viewer } from "./viewer.js";

const ISSUER = "tiergraph-gateway";
const LIFETIME_SECONDS = 60;
const REUSE_MS = 30_000;
const MAX_REMEMBERED = 1_000;

const claims = z.object({
  sub: z.string(),
  role: z.enum([...ROLES, "GATEWAY"]),
  partners: z.union([z.literal("all"), z.array(z.string())]),
});

/** Makes the gateway's own short-lived token for one subgraph, in which it says who asks. */
export function subgraphTokens(secret: string, now: () => number) {
  const key = new TextEncoder().encode(secret);
  // A viewer asks often: one signature serves half its token's life.
  const remembered = new Map<string, { token: string; madeAtMs: number }>();
  return async (service: ServiceName, viewer: Viewer): Promise<string> => {
    const who = JSON.stringify([service, viewer]);
    const known = remembered.get(who);
    if (known !== undefined && now() - known.madeAtMs < REUSE_MS) return known.token;
    const issuedAt = Math.floor(now() / 1000);
    const token = await new SignJWT({ role: viewer.role, partners: viewer.partnerIds as string[] | "all" })
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setSubject(viewer.subject)
      .setIssuer(ISSUER)
      .setAudience(service)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFETIME_SECONDS)
      .sign(key);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(who, { token, madeAtMs: now() });
    return token;
  };
}

/**
 * Reads tokens as `viewerOfSubgraphToken` does, each once: the gateway sends one for half a minute, and it is believed until
 * its own end.
 */
export function subgraphViewers(
  secrets: readonly string[],
  service: ServiceName,
): (token: string) => Promise<Viewer | null> {
  const known = new BoundedMap<string, VerifiedToken>(MAX_REMEMBERED);
  return async (token) => {
    const before = known.find(token);
    if (before !== undefined && Date.now() < before.untilMs) return before.viewer;
    const verified = await verify(secrets, service, token);
    if (verified === null) return null;
    known.keep(token, verified);
    return verified.viewer;
  };
}

/** The viewer that a gateway token names; null for anything but a valid one for this subgraph. */
export const viewerOfSubgraphToken = async (
  secret: string,
  service: ServiceName,
  token: string,
): Promise<Viewer | null> => (await verify([secret], service, token))?.viewer ?? null;

interface VerifiedToken {
  readonly viewer: Viewer;
  readonly untilMs: number;
}

/** @param secrets any of them may have signed it: there are two while one is exchanged for another */
async function verify(secrets: readonly string[], service: ServiceName, token: string): Promise<VerifiedToken | null> {
  for (const secret of secrets) {
    const found = await verifyBy(secret, service, token);
    if (found !== null) return found;
  }
  return null;
}

async function verifyBy(secret: string, service: ServiceName, token: string): Promise<VerifiedToken | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      issuer: ISSUER,
      audience: service,
      requiredClaims: ["exp", "sub"],
    });
    const { sub, role, partners } = claims.parse(payload);
    return { viewer: { role, subject: sub, partnerIds: partners }, untilMs: (payload.exp ?? 0) * 1_000 };
  } catch {
    return null; // The reason is nobody's business who holds no valid token.
  }
}
