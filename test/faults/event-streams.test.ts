import { createPrivateKey, type KeyObject } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { inProcessSource } from "@tiergraph/gateway-server/graph/in-process-source";
import { type OpenGateway, openGateway } from "@tiergraph/gateway-server/open-gateway";
import { readEnvironment } from "@tiergraph/installation/environment";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import { createLog } from "@tiergraph/kit/process/log";
import { SignJWT } from "jose";
import { request } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { today } from "../kit/days.js";
import { readEvents } from "../kit/event-reader.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";
import { untilHolds } from "../kit/until-holds.js";

// Two gateways before the same services, as their operators and clients meet them on a bad day.
const log = createLog("test", "silent");
const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-events-"));
let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;
let signing: KeyObject;
let first: Opened;
let second: Opened;

interface Opened {
  readonly url: string;
  readonly gateway: OpenGateway;
}

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  partnerId = await story.partner("followed");
  [first, second] = [await openOne(), await openOne()];
});
afterAll(async () => {
  await Promise.all([first.gateway.close(), second.gateway.close()]);
  await tiergraph.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

async function openOne(): Promise<Opened> {
  const port = await freePort();
  const environment = readEnvironment({ TIERGRAPH_DATA: directory, PORT: String(port), SAMPLE: "off" }, directory);
  if (environment.clientTrust.kind !== "Development") throw new Error("Without settings it is one for development");
  signing = createPrivateKey(environment.clientTrust.tokenKey);
  const sourceOf = (name: ServiceName) => inProcessSource(tiergraph.services[name], log);
  const gateway = await openGateway({ environment, sourceOf, services: async () => ({}), changes: () => null, log });
  await gateway.listen();
  return { url: `http://127.0.0.1:${port}`, gateway };
}

const tokenOf = (subject: string, lastsSeconds = 3_600) =>
  new SignJWT({ role: "PROGRAM_MANAGER" })
    .setProtectedHeader({ alg: "EdDSA", typ: "JWT" })
    .setSubject(subject)
    .setIssuer("tiergraph-development")
    .setAudience("tiergraph")
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + lastsSeconds)
    .sign(signing);

test("each gateway delivers all events, and one goes on where another ended", async () => {
  const token = await tokenOf("two-gateways");
  const streams = await Promise.all([first, second].map(({ url }) => readEvents(url, token)));
  for (const stream of streams) await expect.poll(() => stream.events().length).toBe(1);
  const sell = (n: number) => story.wonDeal(partnerId, { externalId: `two-${n}`, on: today(), amount: "10" });
  const measured = (stream: (typeof streams)[number]) =>
    stream.events().filter(({ type }) => type === "measures-changed");
  await sell(1);
  for (const stream of streams) await expect.poll(() => measured(stream).length).toBe(1);
  streams[0]?.close();
  await story.settled();
  await sell(2);
  const moved = await readEvents(second.url, token, { lastEventId: streams[0]?.lastId() ?? "" });
  await expect.poll(() => measured(moved).length).toBe(1);
  expect(moved.text()).not.toContain("event: reset");
  moved.close();
  streams[1]?.close();
});

test.each([
  ["without a token", 401, "UNAUTHENTICATED", "GET", false],
  ["with another method", 405, "METHOD_NOT_ALLOWED", "POST", true],
] as const)("a request %s is refused as the graph refuses, with %i", async (_, status, code, method, hasToken) => {
  const authorization = hasToken ? `Bearer ${await tokenOf("refused")}` : "";
  const answer = await request(`${first.url}/events`, { method, headers: { authorization } });
  expect(answer.statusCode).toBe(status);
  expect(await answer.body.json()).toMatchObject({
    errors: [{ extensions: { code, requestId: answer.headers["x-request-id"] } }],
  });
});

test("a page of an allowed origin may follow, and name the last event that it saw", async () => {
  const origin = "http://localhost:5173";
  const asked = {
    "access-control-request-method": "GET",
    "access-control-request-headers": "authorization,last-event-id",
  };
  const preflight = await request(`${first.url}/events`, { method: "OPTIONS", headers: { origin, ...asked } });
  expect(preflight.statusCode).toBe(204);
  expect(preflight.headers["access-control-allow-headers"]).toContain("last-event-id");
  const allowed = await readEvents(first.url, await tokenOf("page"), { headers: { origin } });
  expect(allowed.headers["access-control-allow-origin"]).toBe(origin);
  const stranger = await readEvents(first.url, await tokenOf("page"), { headers: { origin: "https://evil.example" } });
  expect(stranger.headers["access-control-allow-origin"]).toBeUndefined();
  allowed.close();
  stranger.close();
});

test("a viewer holds ten streams, and may open another once it closed one", async () => {
  const token = await tokenOf("many");
  const streams = await Promise.all(Array.from({ length: 10 }, () => readEvents(first.url, token)));
  const refused = await readEvents(first.url, token);
  await refused.ended;
  expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "30"]);
  expect(JSON.parse(refused.text())).toMatchObject({ errors: [{ extensions: { code: "TOO_MANY_REQUESTS" } }] });
  const other = await readEvents(first.url, await tokenOf("another"));
  expect(other.status).toBe(200);
  streams[0]?.close();
  await untilHolds(async () => {
    const again = await readEvents(first.url, token);
    again.close();
    return again.status === 200;
  });
  for (const stream of [...streams, other]) stream.close();
});

test("a stream ends with its token", async () => {
  const stream = await readEvents(first.url, await tokenOf("short", 3));
  const began = Date.now();
  await expect.poll(() => stream.events().length).toBe(1);
  await stream.ended;
  expect(Date.now() - began).toBeGreaterThan(1_500);
  expect(Date.now() - began).toBeLessThan(6_000);
  const late = await readEvents(first.url, await tokenOf("short", -1));
  await late.ended;
  expect(late.status).toBe(401);
});

test("a client that takes nothing is let go, and goes on where it stopped; a quiet one gets a beat", async () => {
  const token = await tokenOf("slow");
  const quiet = await readEvents(first.url, token, { query: "?types=alert" });
  // Over a bare socket: what HTTP clients hold back for a reader they drop when the connection ends.
  const slow = net.connect(Number(new URL(first.url).port), "127.0.0.1");
  slow.write(`GET /events HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer ${token}\r\n\r\n`);
  let text = "";
  slow.setEncoding("utf8").pause();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const [{ n: rows } = { n: 0 }] = await tiergraph.sql<{ n: number }>(
    `with added as (
       insert into metrics.live_event (partner_id, position, type, is_withheld, recorded_at)
       select gen_random_uuid(), pg_current_xact_id()::text::bigint, 'measures-changed', false, now()
       from generate_series(1, 60000) returning 1
     ) select count(*)::integer as n from added`,
  );
  // The server is done with it after 20 s of silence, and holds a page of it until then.
  await new Promise((resolve) => setTimeout(resolve, 32_000));
  slow.on("data", (part) => {
    text += part;
  });
  slow.resume();
  await new Promise((resolve) => slow.once("close", resolve));
  const partnersIn = (streamed: string) =>
    [...streamed.slice(0, streamed.lastIndexOf("\n\n")).matchAll(/"partnerId":"([^"]+)"/g)].map(([, id]) => id);
  const taken = partnersIn(text);
  expect(taken.length).toBeLessThan(rows);
  const whole = text.slice(0, text.lastIndexOf("\n\n"));
  const lastEventId = [...whole.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? "";
  const resumed = await readEvents(first.url, token, { lastEventId });
  await expect.poll(() => partnersIn(resumed.text()).length, { timeout: 60_000 }).toBe(rows - taken.length);
  expect(new Set([...taken, ...partnersIn(resumed.text())]).size).toBe(rows);
  expect(quiet.text()).toContain(": beat\n");
  expect(quiet.events().map(({ type }) => type)).toEqual(["reset"]);
  // Nothing shows that something happened which is not for it.
  expect(quiet.text().match(/^id: /gm)).toHaveLength(1);
  quiet.close();
  resumed.close();
});

test("a gateway that drains ends its streams at once, and clients go on at another", async () => {
  const token = await tokenOf("drained");
  const going = await openOne();
  const streams = await Promise.all(Array.from({ length: 5 }, () => readEvents(going.url, token)));
  for (const stream of streams) await expect.poll(() => stream.events().length).toBe(1);
  const began = Date.now();
  await going.gateway.close();
  await Promise.all(streams.map(({ ended }) => ended));
  expect(Date.now() - began).toBeLessThan(1_000);
  const resumed = await readEvents(second.url, token, { lastEventId: streams[0]?.lastId() ?? "" });
  await story.wonDeal(partnerId, { externalId: "drained-1", on: today(), amount: "10" });
  await expect.poll(() => resumed.changes()).toContain(`measures-changed ${partnerId}`);
  expect(resumed.text()).not.toContain("event: reset");
  resumed.close();
});
