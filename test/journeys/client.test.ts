import fs from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createClient, EVENT_TYPES, type LiveEvent, newKey, TiergraphError } from "@tiergraph/client";
import { apolloCacheSettings, urqlCacheSettings } from "@tiergraph/client/cache";
import {
  PartnerList,
  PortalHome,
  PortalPeople,
  RedeemRewards,
  RegisterPartners,
  TierMatrix,
} from "@tiergraph/client/operations";
import { ROOT } from "@tiergraph/installation/root";
import { LIVE_EVENTS } from "@tiergraph/schema/live-events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { today } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

// The client over real HTTP: to a Tiergraph, and through a proxy that fails now and then, as networks do.
const PEOPLE = 45;
let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;
beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  partnerId = await story.partner("partner");
  const people = Array.from({ length: PEOPLE }, (_, i) => ({
    partnerId,
    externalId: `p${i}`,
    name: `Person ${String(i).padStart(2, "0")}`,
  }));
  await story.change("register-people", { people });
  await story.settled();
});
afterAll(() => tiergraph.stop());

/** What the proxy does with a request instead of handing it on. */
type Trouble = "drop" | { readonly status: number; readonly headers?: Record<string, string> };

async function withProxy<Result>(
  troubles: readonly Trouble[],
  use: (url: string, received: string[]) => Promise<Result>,
): Promise<Result> {
  const left = [...troubles];
  const received: string[] = [];
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    received.push((JSON.parse(body) as { operationName: string }).operationName);
    const trouble = left.shift();
    if (trouble === "drop") return void request.socket.destroy();
    if (trouble !== undefined) return void response.writeHead(trouble.status, trouble.headers).end("<html>busy</html>");
    const answer = await fetch(`${tiergraph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: request.headers.authorization ?? "" },
      body,
    });
    response
      .writeHead(answer.status, { "x-request-id": answer.headers.get("x-request-id") ?? "" })
      .end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, received);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const open = (url = `${tiergraph.url}/graphql`) => createClient({ url, token: () => story.token });

test("answers with typed data, and reads a list to its end page by page", async () => {
  const { partner } = await open().ask(PortalHome, { partnerId });
  expect(partner?.tierStatus?.tier.name).toBe("registered");
  expect((await open().ask(TierMatrix)).tiers?.length).toBeGreaterThan(2);
  const names: (string | null)[] = [];
  for await (const { name } of open().pages(PortalPeople, { partnerId, first: 20 }, (data) => data.partner?.people))
    names.push(name);
  expect(names).toEqual(Array.from({ length: PEOPLE }, (_, i) => `Person ${String(i).padStart(2, "0")}`));
});

test("sends a query again until the graph answers, and as late as the graph asks for", async () => {
  const troubles: Trouble[] = ["drop", { status: 503, headers: { "retry-after": "1" } }, { status: 502 }];
  const began = Date.now();
  const sent = await withProxy(troubles, async (url, received) => {
    expect((await open(url).ask(PortalHome, { partnerId })).partner?.id).toBe(partnerId);
    return received;
  });
  expect(sent).toEqual(["PortalHome", "PortalHome", "PortalHome", "PortalHome"]);
  expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
});

test("sends a mutation again only where it carries an idempotency key", async () => {
  const redeeming = { partnerId, amount: "500", idempotencyKey: newKey() };
  await withProxy(["drop"], async (url, received) => {
    const { redeemRewards } = await open(url).ask(RedeemRewards, redeeming);
    expect(redeemRewards?.userErrors).toMatchObject([{ code: "INSUFFICIENT_BALANCE", missing: { amount: "500.00" } }]);
    expect(received).toEqual(["RedeemRewards", "RedeemRewards"]);
  });
  await withProxy(["drop"], async (url, received) => {
    const asked = open(url).ask(RegisterPartners, { partners: [{ code: "once" }] });
    await expect(asked).rejects.toMatchObject({ code: "UNREACHABLE", status: null });
    expect(received).toEqual(["RegisterPartners"]);
  });
});

test("says what is wrong in a code, with the request by which operators find it, and sends nothing again", async () => {
  await withProxy([], async (url, received) => {
    const stranger = createClient({ url, token: "nobody's" });
    const error = await stranger.ask(PartnerList).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TiergraphError);
    expect(error).toMatchObject({ code: "UNAUTHENTICATED", status: 401, requestId: expect.stringMatching(/\S/) });
    const wrong = open(url).ask(PartnerList, { first: 101 });
    await expect(wrong).rejects.toMatchObject({ code: "BAD_USER_INPUT", mayPass: false });
    expect(received).toEqual(["PartnerList", "PartnerList"]);
  });
  await withProxy([{ status: 404 }], async (url, received) => {
    await expect(open(url).ask(PartnerList)).rejects.toMatchObject({ code: "BAD_RESPONSE", status: 404 });
    expect(received).toEqual(["PartnerList"]);
  });
});

test("gives up after as many retries as it was set up with", async () => {
  const client = (url: string) => createClient({ url, token: story.token, retries: 1 });
  await withProxy(["drop", "drop", "drop"], async (url, received) => {
    await expect(client(url).ask(PartnerList)).rejects.toMatchObject({ code: "UNREACHABLE" });
    expect(received).toEqual(["PartnerList", "PartnerList"]);
  });
});

test("what the page says of events runs: on each, the graph is asked again", async () => {
  const page = fs.readFileSync(path.join(ROOT, "gateway/client/README.md"), "utf8");
  const [, example = ""] = /## Events[\s\S]*?```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const follower = await story.partner("follower");
  const shown: string[] = [];
  const ending = new AbortController();
  const run = new Function(
    "parts",
    `const { tiergraph, PortalHome, partnerId, signal, show } = parts; return (async () => {${example}})();`,
  );
  const running = run({
    tiergraph: open(),
    PortalHome,
    partnerId: follower,
    signal: ending.signal,
    show: (type: string, tier: string) => shown.push(`${type} ${tier}`),
  }) as Promise<void>;
  await expect.poll(() => shown).toEqual(["reset registered"]);
  await story.wonDeal(follower, { externalId: "follow-1", on: today(), amount: "1000" });
  await expect.poll(() => shown).toContain("measures-changed registered");
  ending.abort();
  await running;
});

test("goes on after the last event where a connection breaks, with nothing lost or doubled", async () => {
  const follower = await story.partner("broken-off");
  const received: (string | undefined)[] = [];
  let connections: (() => void)[] = [];
  const server = createServer((asked, response) => {
    received.push(asked.headers["last-event-id"] as string | undefined);
    if (received.length === 2) return void asked.socket.destroy();
    if (received.length === 3) return void response.writeHead(503, { "retry-after": "0" }).end("<html>busy</html>");
    const leaving = new AbortController();
    connections.push(() => asked.socket.destroy());
    asked.socket.once("close", () => leaving.abort());
    const headers = Object.fromEntries(
      ["authorization", "last-event-id"].flatMap((name) =>
        asked.headers[name] ? [[name, String(asked.headers[name])]] : [],
      ),
    );
    fetch(`${tiergraph.url}${asked.url}`, { headers, signal: leaving.signal })
      .then(async ({ status, body }) => {
        response.writeHead(status, { "content-type": "text/event-stream" });
        for await (const part of body ?? []) response.write(part);
        response.end();
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  const seen: LiveEvent[] = [];
  const ending = new AbortController();
  const following = (async () => {
    for await (const event of client.events({
      partnerId: follower,
      types: ["measures-changed"],
      signal: ending.signal,
    }))
      seen.push(event);
  })();
  await expect.poll(() => seen.length).toBe(1);
  for (let n = 1; n <= 3; n++) {
    await story.wonDeal(follower, { externalId: `broken-${n}`, on: today(), amount: "1000" });
    await story.settled();
    for (const breakOff of connections) breakOff();
    connections = [];
    await expect.poll(() => seen.length).toBe(n + 1);
  }
  expect(seen.map(({ type }) => type)).toEqual(["reset", "measures-changed", "measures-changed", "measures-changed"]);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(4);
  expect(received[0]).toBeUndefined();
  expect(received.slice(1).every((id) => id !== undefined)).toBe(true);
  ending.abort();
  await following;
  server.closeAllConnections();
  server.close();
});

test("stops following where it may not, and where its reader stops", async () => {
  const stranger = createClient({ url: `${tiergraph.url}/graphql`, token: "nobody's" });
  await expect(stranger.events().next()).rejects.toMatchObject({ code: "UNAUTHENTICATED", status: 401 });
  await expect(open().events({ partnerId: "nobody" }).next()).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  for await (const { type } of open().events()) {
    expect(type).toBe("reset");
    break;
  }
  expect([...EVENT_TYPES].sort()).toEqual(Object.values(LIVE_EVENTS).flat().sort());
});

test("knows for caches which objects have an id, and which arguments make another list", () => {
  const { typePolicies, possibleTypes } = apolloCacheSettings((keyArgs) => ({ keyArgs }));
  expect(typePolicies.Money).toEqual({ merge: true });
  expect(typePolicies.Deal).toBeUndefined();
  expect(typePolicies.Cohort).toMatchObject({ keyFields: ["name"] });
  expect(typePolicies.Partner?.fields?.deals).toEqual({ keyArgs: ["states"] });
  expect(possibleTypes.Node).toContain("Deal");
  expect(urqlCacheSettings().keys.Money?.({})).toBeNull();
  expect(urqlCacheSettings().keys.Cohort?.({ name: "gold" })).toBe("gold");
});
