import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { ServiceName } from "../database/provision.js";
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

/** The viewer that a gateway token names; null for anything but a valid one for this subgraph. */
export async function viewerOfSubgraphToken(
  secret: string,
  service: ServiceName,
  token: string,
): Promise<Viewer | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      issuer: ISSUER,
      audience: service,
      requiredClaims: ["exp", "sub"],
    });
    const { sub, role, partners } = claims.parse(payload);
    return { role, subject: sub, partnerIds: partners };
  } catch {
    return null; // The reason is nobody's business who holds no valid token.
  }
}
