import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { ROLES, type Viewer } from "@tiergraph/kit/identity/viewer";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import { isUuid } from "@tiergraph/kit/values/ids";
import { createRemoteJWKSet, decodeJwt, type JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";
import { z } from "zod";

const ALGORITHMS = ["EdDSA", "ES256", "RS256"];

/** Who may call: the issuer of tokens, their audience, and the keys that they are signed with. */
export interface TokenTrust {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

/** Keys that an identity provider publishes under an address. */
export const publishedKeys = (jwksUrl: string): JWTVerifyGetKey => createRemoteJWKSet(new URL(jwksUrl));

const partnerIds = z.array(z.string().refine(isUuid)).max(500);
const claims = z
  .object({ sub: z.string().min(1), role: z.enum(ROLES), partners: partnerIds.optional() })
  .refine(({ role, partners }) => role !== "PARTNER" || partners?.length === 1)
  .refine(({ role, partners }) => role !== "PARTNER_MANAGER" || partners !== undefined);

/** The viewer that a client's token names; null for anything but a valid one. */
export async function viewerOfClientToken(trust: TokenTrust, token: string): Promise<Viewer | null> {
  try {
    const { payload } = await jwtVerify(token, trust.keys, {
      algorithms: ALGORITHMS,
      issuer: trust.issuer,
      audience: trust.audience,
      typ: "JWT",
      requiredClaims: ["exp", "sub"],
    });
    const { sub, role, partners } = claims.parse(payload);
    const isBound = role === "PARTNER" || role === "PARTNER_MANAGER";
    return { role, subject: sub, partnerIds: isBound ? (partners ?? []) : "all" };
  } catch {
    return null; // One answer for all: why a token is refused helps only who forges one.
  }
}

/** When a token ends, in milliseconds; 0 for what says no end. What it says is believed only of one that has a viewer. */
export function endOfToken(token: string): number {
  try {
    return (decodeJwt(token).exp ?? 0) * 1_000;
  } catch {
    return 0;
  }
}

/** A key that its issuer has taken back is believed no longer than this. */
const MAX_BELIEVED_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/**
 * Reads tokens as `viewerOfClientToken` does, each once a minute: checking a signature takes longer than answering some
 * requests. Remembered by their hashes, and never past their end.
 */
export function rememberedViewers(trust: TokenTrust): (token: string) => Promise<Viewer | null> {
  const known = new BoundedMap<string, { readonly viewer: Viewer; readonly until: number }>(MAX_REMEMBERED);
  return async (token) => {
    const key = createHash("sha256").update(token).digest("base64");
    const remembered = known.find(key);
    if (remembered !== undefined && Date.now() < remembered.until) return remembered.viewer;
    const viewer = await viewerOfClientToken(trust, token);
    if (viewer === null) return null;
    known.keep(key, { viewer, until: Math.min(endOfToken(token), Date.now() + MAX_BELIEVED_MS) });
    return viewer;
  };
}

/** Signs tokens in development. In production an identity provider does. */
export interface DevelopmentIssuer {
  readonly trust: TokenTrust;
  sign(viewer: Viewer): Promise<string>;
}

const DEVELOPMENT = { issuer: "tiergraph-development", audience: "tiergraph" };

/** @param privateKey PKCS #8 of an Ed25519 key, PEM */
export function developmentIssuer(privateKey: string): DevelopmentIssuer {
  const signing: KeyObject = createPrivateKey(privateKey);
  const verifying = createPublicKey(signing);
  return {
    trust: { ...DEVELOPMENT, keys: async () => verifying },
    sign: ({ role, subject, partnerIds }) =>
      new SignJWT({ role, ...(partnerIds === "all" ? {} : { partners: [...partnerIds] }) })
        .setProtectedHeader({ alg: "EdDSA", typ: "JWT" })
        .setSubject(subject)
        .setIssuer(DEVELOPMENT.issuer)
        .setAudience(DEVELOPMENT.audience)
        .setIssuedAt()
        .setExpirationTime("30d")
        .sign(signing),
  };
}
