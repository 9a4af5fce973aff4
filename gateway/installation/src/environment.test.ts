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
  TIERGRAPH_SECRET: "s".repeat(32),
  TIERGRAPH_GATEWAY_SECRET: "g".repeat(32),
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
