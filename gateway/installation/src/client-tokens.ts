import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Logger } from "@tiergraph/kit/process/log";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import { isUuid } from "@tiergraph/kit/values/ids";
import { decodeJwt, type JWTHeaderParameters, jwtVerify, SignJWT } from "jose";
import type { ClientTrust } from "./environment.js";
import { type KeySource, publishedKeys } from "./published-keys.js";
import { type ClaimedIdentity, DEFAULT_CLAIMS, identityIn, type TokenClaims } from "./token-claims.js";

const ALGORITHMS = ["EdDSA", "ES256", "RS256"];

/** Who may call: the issuer of tokens, their audience, the keys that they are signed with, and what they say of a caller. */
export interface TokenTrust {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: KeySource;
  readonly claims: TokenClaims;
  /** Types that the header of a token may name; null where it may name none. */
  readonly types: readonly (string | null)[];
  /** A token that is valid for longer from now on is refused. */
  readonly maxSeconds: number;
}

/** Providers name an access token so (RFC 9068), as any JWT, or not at all. */
const PROVIDED_TYPES = ["at+jwt", "jwt", null];

/** Trust in an identity provider; it reads the provider's keys from now on. */
export const providerTrust = (
  { issuer, audience, jwksUrl, claims, maxTokenSeconds }: Extract<ClientTrust, { kind: "IdentityProvider" }>,
  log: Pick<Logger, "warn" | "info">,
): TokenTrust => ({
  issuer,
  audience,
  keys: publishedKeys({ url: jwksUrl, log }),
  claims,
  types: PROVIDED_TYPES,
  maxSeconds: maxTokenSeconds,
});

/** Ids of partners by their codes; a code that no partner has is left out. */
export type PartnerIdsOf = (codes: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * The viewer that a client's token names; null for anything but a valid one.
 *
 * @throws what `partnerIdsOf` throws, so that a token which is sound is not called invalid
 */
export async function viewerOfClientToken(
  trust: TokenTrust,
  partnerIdsOf: PartnerIdsOf,
  token: string,
): Promise<Viewer | null> {
  const identity = await verified(trust, token);
  if (identity === null) return null;
  const { role, subject, partners } = identity;
  if (role !== "PARTNER" && role !== "PARTNER_MANAGER") return { role, subject, partnerIds: "all" };
  const codes = partners.filter((one) => !isUuid(one));
  const ids = codes.length === 0 ? new Map<string, string>() : await partnerIdsOf(codes);
  const partnerIds = partners.flatMap((one) => (isUuid(one) ? [one] : (ids.get(one) ?? [])));
  // Bound to none that exists; a manager of several keeps the others.
  return partners.length > 0 && partnerIds.length === 0 ? null : { role, subject, partnerIds };
}

async function verified(trust: TokenTrust, token: string): Promise<ClaimedIdentity | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, trust.keys.find, {
      algorithms: ALGORITHMS,
      issuer: trust.issuer,
      audience: trust.audience,
      requiredClaims: ["exp"],
    });
    const isTooLong = (payload.exp ?? 0) > Date.now() / 1_000 + trust.maxSeconds;
    if (isTooLong || !trust.types.includes(typeOf(protectedHeader))) return null;
    return identityIn(payload, trust.claims);
  } catch {
    return null; // One answer for all: why a token is refused helps only who forges one.
  }
}

/** In small letters, without `application/`: media types are compared so (RFC 7515, 4.1.9). */
const typeOf = ({ typ }: JWTHeaderParameters): string | null =>
  typ === undefined
    ? null
    : String(typ)
        .toLowerCase()
        .replace(/^application\//, "");

/** When a token ends, in milliseconds; 0 for what says no end. What it says is believed only of one that has a viewer. */
export function endOfToken(token: string): number {
  try {
    return (decodeJwt(token).exp ?? 0) * 1_000;
  } catch {
    return 0;
  }
}

/** With the time between two reads of the keys, a key that its issuer withdraws is believed for a minute at most. */
const MAX_BELIEVED_MS = 25_000;
const MAX_REMEMBERED = 10_000;

/**
 * Reads tokens as `viewerOfClientToken` does, each once in 25 s: checking a signature takes longer than answering some
 * requests. Remembered by their hashes, and never past their end.
 */
export function rememberedViewers(
  trust: TokenTrust,
  partnerIdsOf: PartnerIdsOf,
): (token: string) => Promise<Viewer | null> {
  const known = new BoundedMap<string, { readonly viewer: Viewer; readonly until: number }>(MAX_REMEMBERED);
  return async (token) => {
    const key = createHash("sha256").update(token).digest("base64");
    const remembered = known.find(key);
    if (remembered !== undefined && Date.now() < remembered.until) return remembered.viewer;
    const viewer = await viewerOfClientToken(trust, partnerIdsOf, token);
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
const DEVELOPMENT_DAYS = 30;

const NEVER_READ = { read: 0, failed: 0 };

/** @param privateKey PKCS #8 of an Ed25519 key, PEM */
export function developmentIssuer(privateKey: string): DevelopmentIssuer {
  const signing: KeyObject = createPrivateKey(privateKey);
  const verifying = createPublicKey(signing);
  return {
    trust: {
      ...DEVELOPMENT,
      keys: { find: async () => verifying, state: () => "Known", reads: () => NEVER_READ, close: () => undefined },
      claims: DEFAULT_CLAIMS,
      types: ["jwt"],
      maxSeconds: (DEVELOPMENT_DAYS + 1) * 24 * 60 * 60,
    },
    sign: ({ role, subject, partnerIds }) =>
      new SignJWT({ role, ...(partnerIds === "all" ? {} : { partners: [...partnerIds] }) })
        .setProtectedHeader({ alg: "EdDSA", typ: "JWT" })
        .setSubject(subject)
        .setIssuer(DEVELOPMENT.issuer)
        .setAudience(DEVELOPMENT.audience)
        .setIssuedAt()
        .setExpirationTime(`${DEVELOPMENT_DAYS}d`)
        .sign(signing),
  };
}
