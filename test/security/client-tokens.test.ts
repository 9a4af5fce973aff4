import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { inProcessSource } from "@tiergraph/gateway-server/graph/in-process-source";
import { type GatewayOptions, openGateway } from "@tiergraph/gateway-server/open-gateway";
import { type ClientTrust, type Environment, readEnvironment } from "@tiergraph/installation/environment";
import { DEFAULT_CLAIMS, type TokenClaims } from "@tiergraph/installation/token-claims";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { createLog } from "@tiergraph/kit/process/log";
import { SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";
import { withoutRequest } from "../kit/without-request.js";

const log = createLog("test", "silent");
const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-tokens-"));
const issuer = "tiergraph-development";
const audience = "tiergraph";
const kid = "key-of-today";
const stranger = generateKeyPairSync("ed25519").privateKey;

let tiergraph: Tiergraph;
let story: Story;
let ownId: string;
let foreignId: string;
let signing: KeyObject;
const urls: Record<string, string> = {};
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  ownId = await story.partner("token-own");
  foreignId = await story.partner("token-foreign");
  // Gateways of our own before the same services, since only those let us hold the key that they trust.
  const { clientTrust } = readEnvironment({ TIERGRAPH_DATA: directory }, directory);
  if (clientTrust.kind !== "Development") throw new Error("An installation without settings is one for development");
  signing = createPrivateKey(clientTrust.tokenKey);
  urls["development keys"] = await gatewayThatTrusts(clientTrust);
  const jwksUrl = await servedKeys(createPublicKey(signing));
  urls["an identity provider"] = await gatewayThatTrusts(provider(jwksUrl));
});
afterAll(async () => {
  for (const close of closing) await close();
  await tiergraph.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

const provider = (jwksUrl: string, claims: Partial<TokenClaims> = {}): ClientTrust => ({
  kind: "IdentityProvider",
  jwksUrl,
  issuer,
  audience,
  claims: { ...DEFAULT_CLAIMS, ...claims },
  maxTokenSeconds: 24 * 60 * 60,
});

const ownServices: GatewayOptions["sourceOf"] = (name) => inProcessSource(tiergraph.services[name], log);

async function gatewayThatTrusts(
  clientTrust: ClientTrust,
  sourceOf = ownServices,
  more: Partial<Environment> = {},
): Promise<string> {
  const port = await freePort();
  const environment = {
    ...readEnvironment({ TIERGRAPH_DATA: directory, PORT: String(port), SAMPLE: "off" }, directory),
    clientTrust,
    ...more,
  };
  const gateway = await openGateway({ environment, sourceOf, services: async () => ({}), changes: () => null, log });
  closing.push(() => gateway.close());
  await gateway.listen();
  return `http://127.0.0.1:${port}`;
}

async function servedKeys(key: KeyObject): Promise<string> {
  const keys = [{ ...key.export({ format: "jwk" }), kid, alg: "EdDSA", use: "sig" }];
  const server = http.createServer((_, response) =>
    response.setHeader("content-type", "application/json").end(JSON.stringify({ keys })),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(async () => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`; // It listens on a port.
}

interface Made {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  readonly key?: KeyObject | Uint8Array;
}

const now = () => Math.floor(Date.now() / 1000);
/** A sound token, but for what is said. A claim that is set to undefined is left out. */
const made = ({ header, claims, key = signing }: Made = {}) =>
  new SignJWT({ role: "PROGRAM_MANAGER", sub: "somebody", iss: issuer, aud: audience, exp: now() + 60, ...claims })
    .setProtectedHeader({ alg: "EdDSA", typ: "JWT", kid, ...header })
    .sign(key);

const bytes = (text: string) => new TextEncoder().encode(text);
const publicPem = () => bytes(createPublicKey(signing).export({ type: "spki", format: "pem" }).toString());
const publicJwk = () => createPublicKey(signing).export({ format: "jwk" });
const HS256 = { alg: "HS256" };

const REFUSED: Record<string, () => Promise<string> | string> = {
  "no token at all": () => "",
  garbage: () => "a.b.c",
  "alg none": () =>
    new UnsecuredJWT({ role: "PROGRAM_MANAGER" })
      .setSubject("x")
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime("1m")
      .encode(),
  "HS256 by the public key as PEM": () => made({ header: HS256, key: publicPem() }),
  "HS256 by the public key as JWK": () => made({ header: HS256, key: bytes(JSON.stringify(publicJwk())) }),
  "HS256 by the public key's own bytes": () =>
    made({ header: HS256, key: Buffer.from(String(publicJwk().x), "base64url") }),
  "a stranger's key": () => made({ key: stranger }),
  "a stranger's key, with where to find it": () =>
    made({ key: stranger, header: { jku: "http://127.0.0.1:1/jwks", x5u: "http://127.0.0.1:1/x" } }),
  "a stranger's key, brought along": () =>
    made({ key: stranger, header: { jwk: createPublicKey(stranger).export({ format: "jwk" }) } }),
  "a stranger's key under an unknown kid": () => made({ key: stranger, header: { kid: "unknown" } }),
  "a stranger's key under a path for a kid": () => made({ key: stranger, header: { kid: "../../../dev/null" } }),
  "an extension that nobody knows": () => made({ header: { crit: ["exp2"], exp2: 1 } }).catch(() => "unsignable"),
  "a token of another kind": () => made({ header: { typ: "logout+jwt" } }),
  "a token of another kind, written out": () => made({ header: { typ: "application/secevent+jwt" } }),
  "wrong issuer": () => made({ claims: { iss: "somebody-else" } }),
  "wrong audience": () => made({ claims: { aud: "partners" } }),
  expired: () => made({ claims: { exp: now() - 1 } }),
  "not yet valid": () => made({ claims: { nbf: now() + 60 } }),
  "without expiry": () => made({ claims: { exp: undefined } }),
  "without subject": () => made({ claims: { sub: undefined } }),
  "unknown role": () => made({ claims: { role: "ADMIN" } }),
  "no role": () => made({ claims: { role: undefined } }),
  "roles that are none of ours": () => made({ claims: { role: ["ADMIN", "offline_access"] } }),
  "a role that is no text": () => made({ claims: { role: { PROGRAM_MANAGER: true } } }),
  "valid for longer than tokens may be": () => made({ claims: { exp: now() + 60 * 24 * 60 * 60 } }),
  "a partner that does not exist": () => made({ claims: { role: "PARTNER", partners: ["no-such-partner"] } }),
  "the role SYSTEM": () => made({ claims: { role: "SYSTEM" } }),
  "PARTNER without partners": () => made({ claims: { role: "PARTNER" } }),
  "PARTNER with two partners": () => made({ claims: { role: "PARTNER", partners: [ownId, foreignId] } }),
  "PARTNER with none": () => made({ claims: { role: "PARTNER", partners: [] } }),
  "PARTNER of all": () => made({ claims: { role: "PARTNER", partners: ["*"] } }),
  "PARTNER of two in one": () => made({ claims: { role: "PARTNER", partners: [`${ownId},${foreignId}`] } }),
  "PARTNER_MANAGER without partners": () => made({ claims: { role: "PARTNER_MANAGER" } }),
  "PARTNER_MANAGER of all": () => made({ claims: { role: "PARTNER_MANAGER", partners: "all" } }),
};

async function ask(url: string, token: string, headers: Record<string, string> = {}) {
  const query = "{ partners(first: 100) { nodes { id code } } partnersJobs { pending } }";
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body: JSON.stringify({ query }),
  });
  const shown = [...response.headers].filter(([name]) => name !== "date" && name !== "x-request-id");
  return { status: response.status, headers: shown, body: withoutRequest(await response.text()) };
}

describe.each(["development keys", "an identity provider"])("a gateway that trusts %s", (trust) => {
  test("takes a sound token", async () => {
    expect(await ask(urls[trust] ?? "", await made())).toMatchObject({
      status: 200,
      body: expect.stringContaining(foreignId),
    });
  });

  test.each(Object.keys(REFUSED))("refuses a token that is: %s, as it refuses any other", async (title) => {
    const token = (await REFUSED[title]?.()) ?? "";
    const refused = await ask(urls[trust] ?? "", token);
    expect(refused.status).toBe(401);
    expect(refused).toEqual(await ask(urls[trust] ?? "", "any other"));
  });
});

test("a key that the identity provider does not publish signs for nobody, no matter what its kid looks like", async () => {
  for (const unknown of ["unknown", "../../../dev/null", "' or 1=1 --", ""])
    expect((await ask(urls["an identity provider"] ?? "", await made({ header: { kid: unknown } }))).status).toBe(401);
});

test("headers that claim to be somebody change nothing", async () => {
  const url = urls["development keys"] ?? "";
  const token = await made({ claims: { role: "PARTNER", partners: [ownId] } });
  const plain = await ask(url, token);
  expect(plain.body).toContain(ownId);
  expect(plain.body).not.toContain(foreignId);
  const viewer = JSON.stringify({ role: "PROGRAM_MANAGER", subject: "x", partnerIds: "all" });
  const forged = {
    "x-partner-id": foreignId,
    "x-partner-ids": "*",
    "x-role": "PROGRAM_MANAGER",
    "x-viewer": viewer,
    "x-user": viewer,
    "x-scope": "*",
    "x-forwarded-user": "admin",
    "x-forwarded-authorization": `Bearer ${story.token}`,
    "proxy-authorization": `Bearer ${story.token}`,
    "tiergraph-scope": "*",
    cookie: `authorization=${story.token}; token=${story.token}`,
    "apollographql-client-name": "gateway",
  };
  expect(await ask(url, token, forged)).toEqual(plain);
  expect((await ask(url, "", forged)).status).toBe(401);
});

test("tokens of an identity provider are taken as it issues them: any type of an access token, partners by code", async () => {
  const url = urls["an identity provider"] ?? "";
  for (const typ of ["at+jwt", "application/at+jwt", "JWT", undefined])
    expect(await ask(url, await made({ header: { typ } }))).toMatchObject({ status: 200 });
  // Our own tokens have one type.
  expect((await ask(urls["development keys"] ?? "", await made({ header: { typ: "at+jwt" } }))).status).toBe(401);
  for (const partners of ["token-own", ["token-own"], ownId]) {
    const { status, body } = await ask(url, await made({ claims: { role: "PARTNER", partners } }));
    expect([status, body.includes(ownId), body.includes(foreignId)]).toEqual([200, true, false]);
  }
  const partners = ["token-own", foreignId, "no-such-partner"];
  const { status, body } = await ask(url, await made({ claims: { role: "PARTNER_MANAGER", partners } }));
  expect([status, body.includes(ownId), body.includes(foreignId)]).toEqual([200, true, true]);
});

test("claims may have other names and places, roles other words: the first of the list that a token has counts", async () => {
  const claims: Partial<TokenClaims> = {
    subject: "preferred_username",
    role: "realm_access.roles",
    partners: "https://vendor.example/partners",
    roles: new Map([
      ["portal-user", "PARTNER"],
      ["channel-team", "PARTNER_MANAGER"],
      ["program-office", "PROGRAM_MANAGER"],
    ]),
  };
  const url = await gatewayThatTrusts(provider(await servedKeys(createPublicKey(signing)), claims));
  const given = (roles: unknown, more: Record<string, unknown> = {}) => ({
    role: undefined,
    sub: undefined,
    preferred_username: "ann@vendor.example",
    realm_access: { roles },
    ...more,
  });
  const bodyFor = async (payload: Record<string, unknown>) => {
    const { status, body } = await ask(url, await made({ claims: payload }));
    return [status, body.includes(ownId), body.includes(foreignId)];
  };
  expect(await bodyFor(given(["offline_access", "program-office"]))).toEqual([200, true, true]);
  const bound = { "https://vendor.example/partners": "token-own" };
  expect(await bodyFor(given(["program-office", "portal-user"], bound))).toEqual([200, true, false]);
  // Words of ours are not those of the list, and a claim of the default place says nothing.
  expect(await bodyFor(given(["PROGRAM_MANAGER"]))).toEqual([401, false, false]);
  expect(await bodyFor({ ...given([]), role: "PROGRAM_MANAGER" })).toEqual([401, false, false]);
});

test("while partners do not answer, a token that names a code is not called invalid", async () => {
  const withoutPartners: GatewayOptions["sourceOf"] = (name) =>
    name === "partners" ? { process: () => Promise.reject(new Error("down")) } : ownServices(name);
  const jwksUrl = await servedKeys(createPublicKey(signing));
  const url = await gatewayThatTrusts(provider(jwksUrl), withoutPartners);
  const answer = await ask(url, await made({ claims: { role: "PARTNER", partners: ["token-own"] } }));
  expect(answer.status).toBe(503);
  expect(answer.body).toContain("SUBGRAPH_UNAVAILABLE");
  expect(Object.fromEntries(answer.headers)).toMatchObject({ "retry-after": "1" });
});

test("in production those who work for the vendor see the schema, and partners learn nothing of it", async () => {
  const jwksUrl = await servedKeys(createPublicKey(signing));
  const url = await gatewayThatTrusts(provider(jwksUrl), ownServices, { isProduction: true });
  const sent = async (role: string, query: string) => {
    const token = await made({ claims: { role, partners: [ownId] } });
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    return `${response.status} ${await response.text()}`;
  };
  for (const role of ["PARTNER", "INGEST"]) {
    for (const query of ["{ __schema { types { name } } }", '{ __type(name: "Partner") { name } }'])
      expect(await sent(role, query)).toMatch(/^400 .*Your role may not see the schema/);
    expect(await sent(role, "{ partnerz { nodes { id } } }")).not.toContain("Did you mean");
  }
  for (const role of ["PARTNER_MANAGER", "PROGRAM_MANAGER", "ANALYST"]) {
    expect(await sent(role, "{ __schema { queryType { name } } }")).toMatch(/^200 .*"Query"/);
    expect(await sent(role, "{ partnerz { nodes { id } } }")).toContain("Did you mean");
  }
});
