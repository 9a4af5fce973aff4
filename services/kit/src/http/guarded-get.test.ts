import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressProblem, guardedGet, isPublic, originsIn } from "./guarded-get.js";

let server: http.Server;
let port: number;
let asked: string[] = [];
beforeAll(async () => {
  server = http.createServer((request, response) => {
    asked.push(`${request.url} ${Object.keys(request.headers).sort().join(" ")}`);
    if (request.url === "/moved") response.writeHead(302, { location: "/secret" }).end();
    else if (request.url === "/large") response.end("x".repeat(1_000_000));
    else if (request.url === "/slow") response.write("…");
    else response.end("fine");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each([
  "127.0.0.1",
  "127.8.9.1",
  "0.0.0.0",
  "10.0.0.1",
  "172.16.3.4",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "198.18.0.1",
  "192.0.2.1",
  "::1",
  "::",
  "fe80::1",
  "fc00::1",
  "fd12::1",
  "ff02::1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "::127.0.0.1",
  "::7f00:1",
  "::a00:1",
  "::10.0.0.1",
  "4000::1",
  "2001:db8::1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "not an address",
])("%s is none of the public net", (address) => {
  expect(isPublic(address)).toBe(false);
});

test.each(["93.184.216.34", "2606:2800:220:1::1", "1.1.1.1"])("%s is one of the public net", (address) => {
  expect(isPublic(address)).toBe(true);
});

test.each([
  ["not an address", "It is not an address."],
  ["http://example.com/", "Only https addresses are allowed."],
  ["file:///etc/passwd", "Only https addresses are allowed."],
  ["https://example.com:22/", "Only ports 443 and 8443 are allowed."],
  ["https://user:secret@example.com/", "An address must not contain a name or password."],
  ["https://127.0.0.1/", "It does not lead to the public internet."],
  ["https://2130706433/", "It does not lead to the public internet."],
  ["https://0x7f.1/", "It does not lead to the public internet."],
  ["https://[::1]/", "It does not lead to the public internet."],
  ["https://[::ffff:10.0.0.1]/", "It does not lead to the public internet."],
  ["https://[::127.0.0.1]/", "It does not lead to the public internet."],
  ["https://[::1]:8443/", "It does not lead to the public internet."],
])("%s is refused before it is asked: %s", async (address, because) => {
  expect(addressProblem(address, [])).toBe(because);
  expect(await guardedGet(address, { origins: [] })).toEqual({ kind: "Unanswered", because });
});

/** A resolver that answers with another address each time it is asked. */
const turning = (...answers: string[][]) => {
  let turn = 0;
  return ((_: string, __: object, done: (error: null, found: object[]) => void) => {
    const found = answers[Math.min(turn++, answers.length - 1)] ?? [];
    done(
      null,
      found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  }) as never;
};

test("a name that leads into the house is refused at the moment of connecting, however often it was harmless before", async () => {
  const origins: string[] = [];
  for (const found of [["127.0.0.1"], ["169.254.169.254"], ["93.184.216.34", "10.0.0.1"], ["::1"], []])
    expect(await guardedGet("https://rebinding.example.com/", { origins, lookup: turning(found) })).toEqual({
      kind: "Unanswered",
      because: "It does not lead to the public internet.",
    });
});

test("an origin that the operator names is asked; no redirect is followed, and nothing of ours is sent along", async () => {
  const origin = `http://127.0.0.1:${port}`;
  const guards = { origins: originsIn(`${origin}, nonsense`) };
  asked = [];
  expect(await guardedGet(`${origin}/health`, guards)).toMatchObject({ kind: "Answered", status: 200, body: "fine" });
  expect(await guardedGet(`${origin}/moved`, guards)).toMatchObject({ kind: "Answered", status: 302 });
  expect(asked).toEqual(["/health accept connection host user-agent", "/moved accept connection host user-agent"]);
  // Another port of the same host is another origin.
  expect((await guardedGet(`http://127.0.0.1:${port + 1}/`, guards)).kind).toBe("Unanswered");
});

test("a large answer is read up to a bound, and one that does not end is given up", async () => {
  const origin = `http://127.0.0.1:${port}`;
  const guards = { origins: [origin] };
  const large = await guardedGet(`${origin}/large`, guards);
  expect(large.kind === "Answered" ? large.body.length : 0).toBe(64 * 1024);
  expect(await guardedGet(`${origin}/slow`, guards)).toEqual({
    kind: "Unanswered",
    because: "No answer within 5 s.",
  });
});
