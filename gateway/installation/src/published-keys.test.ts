import { generateKeyPairSync, type KeyObject } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { jwtVerify, SignJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type KeySource, publishedKeys } from "./published-keys.js";

const pair = (kid: string) => ({ kid, ...generateKeyPairSync("ed25519") });
type Pair = ReturnType<typeof pair>;
const [first, second] = [pair("first"), pair("second")];

let answer: { status: number; body: string };
let asked: number;
let warnings: string[];
let source: KeySource;
let server: http.Server;

const publish = (...pairs: Pair[]) => {
  const keys = pairs.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: "jwk" }), kid, alg: "EdDSA" }));
  answer = { status: 200, body: JSON.stringify({ keys }) };
};

beforeEach(async () => {
  asked = 0;
  warnings = [];
  server = http.createServer((_request, response) => {
    asked++;
    response.writeHead(answer.status, { location: "/elsewhere" }).end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterEach(() => {
  source.close();
  server.close();
});

function open(refreshMs: number): void {
  const log = { warn: (_: unknown, message: string) => void warnings.push(message), info: () => undefined };
  const { port } = server.address() as AddressInfo; // It listens at a port.
  source = publishedKeys({ url: `http://127.0.0.1:${port}/jwks`, log: log as never, refreshMs }); // It calls these two.
}

const signed = (kid: string, privateKey: KeyObject) =>
  new SignJWT({}).setProtectedHeader({ alg: "EdDSA", kid }).sign(privateKey);
const isTaken = async ({ kid, privateKey }: Pair): Promise<boolean> =>
  jwtVerify(await signed(kid, privateKey), source.find).then(
    () => true,
    () => false,
  );

test("a key that is withdrawn is not known any more after the next reading, and a new one is", async () => {
  publish(first);
  open(50);
  expect([await isTaken(first), source.state()]).toEqual([true, "Known"]);
  publish(second);
  await expect.poll(() => isTaken(first)).toBe(false);
  expect(await isTaken(second)).toBe(true);
});

test("a token of a key that nobody knows reads the keys again, but not each time", async () => {
  publish(first);
  open(60_000);
  expect(await isTaken(first)).toBe(true);
  publish(first, second);
  for (let i = 0; i < 20; i++) await isTaken(second);
  expect(asked).toBe(1); // Just read.
});

test.each([
  ["an error", 500, ""],
  ["a page", 200, "<html>"],
  ["no keys", 200, '{"keys":[]}'],
  ["a redirect", 302, ""],
  ["more than a set of keys takes", 200, `{"keys":[],"x":"${"x".repeat(600_000)}"}`],
])(
  "while the address answers %s, the keys that were read before go on, and the log says so",
  async (_, status, body) => {
    publish(first);
    open(30);
    expect(await isTaken(first)).toBe(true);
    answer = { status, body };
    await expect.poll(source.state).toBe("Outdated");
    expect([await isTaken(first), await isTaken(second)]).toEqual([true, false]);
    expect(warnings[0]).toBe(
      "the keys of the identity provider (TOKEN_JWKS_URL) cannot be read: those read before go on",
    );
    expect(source.reads().failed).toBeGreaterThan(0);
    publish(second);
    await expect.poll(source.state).toBe("Known");
    expect(await isTaken(second)).toBe(true);
  },
);

test("an address that has never answered has no keys, until it does", async () => {
  answer = { status: 503, body: "" };
  open(30);
  expect([await isTaken(first), source.state()]).toEqual([false, "Unknown"]);
  expect(warnings[0]).toContain("no token can be verified");
  publish(first);
  await expect.poll(() => isTaken(first)).toBe(true);
});
