import { expect, test } from "vitest";
import { isAtThisMachine, isLoopbackAddress, type RequestOrigin } from "./is-at-this-machine.js";

const here: RequestOrigin = { boundTo: ["127.0.0.1"], peer: "127.0.0.1", hostname: "localhost", headers: {} };

test("who sits at a machine that listens on loopback alone is served its tokens, over IPv4 and IPv6", () => {
  expect(isAtThisMachine(here)).toBe(true);
  expect(isAtThisMachine({ ...here, boundTo: ["127.0.0.1", "::1"], peer: "::1", hostname: "[::1]" })).toBe(true);
  expect(isAtThisMachine({ ...here, peer: "::ffff:127.0.0.1" })).toBe(true);
});

test("a host header alone opens nothing: the bind address and the peer must both be loopback", () => {
  expect(isAtThisMachine({ ...here, boundTo: ["0.0.0.0"] })).toBe(false);
  expect(isAtThisMachine({ ...here, boundTo: ["::"] })).toBe(false);
  expect(isAtThisMachine({ ...here, boundTo: ["127.0.0.1", "10.0.0.5"] })).toBe(false);
  expect(isAtThisMachine({ ...here, boundTo: [] })).toBe(false);
  expect(isAtThisMachine({ ...here, peer: "10.0.0.7" })).toBe(false);
  expect(isAtThisMachine({ ...here, peer: "::ffff:10.0.0.7" })).toBe(false);
  expect(isAtThisMachine({ ...here, peer: undefined })).toBe(false);
});

test("a name that was turned to this machine, and a proxy on it, are served no token", () => {
  expect(isAtThisMachine({ ...here, hostname: "attacker.example" })).toBe(false);
  expect(isAtThisMachine({ ...here, headers: { "x-forwarded-for": "127.0.0.1" } })).toBe(false);
});

test("what is no address is not loopback", () => {
  for (const text of ["localhost", "", "127.0.0.1.example.org", "/tmp/socket"])
    expect(isLoopbackAddress(text)).toBe(false);
});
