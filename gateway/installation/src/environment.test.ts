import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readEnvironment } from "./environment.js";

const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-"));
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));
const read = (env: Record<string, string>) => readEnvironment({ TIERGRAPH_DATA: directory, ...env }, directory);

const PRODUCTION = {
  NODE_ENV: "production",
  TIERGRAPH_SECRET: "3f9b1c6d8a7e4052b9c1d0e8f7a65432",
  TIERGRAPH_GATEWAY_SECRET: "a81d0c3e5f7b29648e0d1c2b3a495867",
  TOKEN_JWKS_URL: "https://id.example/jwks",
  TOKEN_ISSUER: "https://id.example",
  TOKEN_AUDIENCE: "tiergraph",
};

test("without any variable it is a development installation with the sample, on loopback", () => {
  expect(read({})).toMatchObject({
    port: 4000,
    host: "127.0.0.1",
    databaseUrl: null,
    loadsSample: true,
    isProduction: false,
  });
});

test("development secrets are made once, kept, and readable by their owner only", () => {
  expect(read({}).secrets).toEqual(read({}).secrets);
  expect(fs.statSync(path.join(directory, "secrets.json")).mode & 0o077).toBe(0);
});

test("production starts with no default secret: each one that is missing is named", () => {
  expect(read(PRODUCTION)).toMatchObject({
    isProduction: true,
    loadsSample: false,
    clientTrust: { kind: "IdentityProvider" },
  });
  for (const name of Object.keys(PRODUCTION).filter((key) => key !== "NODE_ENV"))
    expect(() => read({ ...PRODUCTION, [name]: "" })).toThrow(new RegExp(`^${name}: needed in production$`));
  expect(() => read({ ...PRODUCTION, TIERGRAPH_SECRET: "short" })).toThrow(/TIERGRAPH_SECRET: at least 32 characters/);
});

test("secrets that can be guessed, that are equal, or of one character are refused", () => {
  const secret = PRODUCTION.TIERGRAPH_SECRET;
  for (const weak of ["s".repeat(40), "ab".repeat(20), "password".repeat(4), "0123456789abcdef".repeat(2)])
    expect(() => read({ ...PRODUCTION, TIERGRAPH_SECRET: weak })).toThrow(/^TIERGRAPH_SECRET: it can be guessed/);
  for (const name of ["TIERGRAPH_GATEWAY_SECRET", "TIERGRAPH_GATEWAY_SECRET_BEFORE"])
    expect(() => read({ ...PRODUCTION, [name]: secret })).toThrow(`${name}: the same as TIERGRAPH_SECRET`);
  const before = "5e0f7a1b2c3d4e5f60718293a4b5c6d7";
  expect(read({ ...PRODUCTION, TIERGRAPH_GATEWAY_SECRET_BEFORE: before }).secrets).toEqual({
    secret,
    gatewaySecrets: [PRODUCTION.TIERGRAPH_GATEWAY_SECRET, before],
  });
});

test("keys of an identity provider come by https, but for an address of this machine", () => {
  for (const url of ["http://id.example/jwks", "http://127.0.0.1.id.example/jwks", "ftp://id.example/jwks", "jwks"])
    expect(() => read({ ...PRODUCTION, TOKEN_JWKS_URL: url })).toThrow(/^TOKEN_JWKS_URL: /);
  for (const url of ["http://127.0.0.1:8080/jwks", "http://localhost/jwks"])
    expect(read({ ...PRODUCTION, TOKEN_JWKS_URL: url }).clientTrust).toMatchObject({ jwksUrl: url });
});

test("claims and roles of an identity provider are mapped, and what maps nothing is refused", () => {
  const trust = read({
    ...PRODUCTION,
    TOKEN_CLAIMS: "role=realm_access.roles, partners=https://vendor.example/partners",
    TOKEN_ROLES: "portal-user=PARTNER,channel-team=PARTNER_MANAGER",
    TOKEN_MAX_HOURS: "2",
  }).clientTrust;
  expect(trust).toMatchObject({
    claims: { subject: "sub", role: "realm_access.roles", partners: "https://vendor.example/partners" },
    maxTokenSeconds: 7_200,
  });
  expect(trust.kind === "IdentityProvider" && [...trust.claims.roles]).toEqual([
    ["portal-user", "PARTNER"],
    ["channel-team", "PARTNER_MANAGER"],
  ]);
  for (const TOKEN_CLAIMS of ["rolle=x", "role", "role="])
    expect(() => read({ ...PRODUCTION, TOKEN_CLAIMS })).toThrow(
      /^TOKEN_CLAIMS: rol.* is none of subject, role, partners/,
    );
  for (const TOKEN_ROLES of ["a=ADMIN", "a", "a=PARTNER,a=ANALYST"])
    expect(() => read({ ...PRODUCTION, TOKEN_ROLES })).toThrow(/^TOKEN_ROLES: a=.* is no role of ours/);
});

test("in production metrics need a token, and a process that ends waits for balancers", () => {
  expect(read({})).toMatchObject({ metricsToken: null, drainMs: 0, publicUrl: null });
  expect(read(PRODUCTION)).toMatchObject({ metricsToken: null, drainMs: 5_000 });
  expect(read({ PUBLIC_URL: "https://graph.example" }).publicUrl).toBe("https://graph.example");
  expect(() => read({ PUBLIC_URL: "https://graph.example/graphql" })).toThrow(
    /^PUBLIC_URL: give scheme, host and port/,
  );
});

test("pages of origins that are named may ask, in development those of this machine, in production none by default", () => {
  const isAllowed = (env: Record<string, string>, origin: string) =>
    read(env).allowedOrigins.some((one) => (typeof one === "string" ? one === origin : one.test(origin)));
  expect(isAllowed({}, "http://localhost:5173")).toBe(true);
  expect(isAllowed({}, "http://localhost.elsewhere.example")).toBe(false);
  expect(read(PRODUCTION).allowedOrigins).toEqual([]);
  const named = { ...PRODUCTION, ALLOWED_ORIGINS: "https://portal.example, http://10.0.0.5:8080" };
  expect(read(named).allowedOrigins).toEqual(["https://portal.example", "http://10.0.0.5:8080"]);
  for (const wrong of ["*", "portal.example", "https://portal.example/", "https://portal.example/home"])
    expect(() => read({ ALLOWED_ORIGINS: wrong })).toThrow(`ALLOWED_ORIGINS: ${wrong} is no origin: give scheme`);
});

test("any NODE_ENV but development and test counts as production, no matter its spelling", () => {
  for (const NODE_ENV of ["Production", "PRODUCTION", "prod", "staging", " production", "dev"]) {
    expect(() => read({ NODE_ENV })).toThrow(`NODE_ENV: "${NODE_ENV}" counts as production\nTIERGRAPH_SECRET: needed`);
    expect(read({ ...PRODUCTION, NODE_ENV })).toMatchObject({ isProduction: true, loadsSample: false });
  }
  for (const NODE_ENV of ["development", "test", ""]) expect(read({ NODE_ENV }).isProduction).toBe(false);
});

test("an identity provider without production is refused, since self-signed tokens would still be taken", () => {
  expect(() => read({ TOKEN_ISSUER: "https://id.example" })).toThrow("TOKEN_ISSUER: only with NODE_ENV=production");
});

test("a variable that cannot be is named with its reason", () => {
  expect(() => read({ PORT: "70000" })).toThrow(/^PORT: /);
  expect(() => read({ DATABASE_URL: "mysql://x" })).toThrow(/^DATABASE_URL: /);
});
