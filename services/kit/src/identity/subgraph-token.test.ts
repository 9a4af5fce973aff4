import { SignJWT } from "jose";
import { expect, test, vi } from "vitest";
import { subgraphTokens, subgraphViewers, viewerOfSubgraphToken } from "./subgraph-token.js";
import { systemViewer, type Viewer } from "./viewer.js";

const SECRET = "a secret that only this test's gateway has";
const ann: Viewer = { role: "PARTNER", subject: "ann", partnerIds: ["p"] };
const pam: Viewer = { role: "PROGRAM_MANAGER", subject: "pam", partnerIds: "all" };
const secondsAgo = (seconds: number) => () => Date.now() - seconds * 1_000;
const tokenOf = (viewer: Viewer, now = secondsAgo(0)) => subgraphTokens(SECRET, now)("metrics", viewer);

test("a subgraph learns from the gateway's token who asks, and for which partners", async () => {
  for (const viewer of [ann, pam, { ...ann, partnerIds: [] }])
    expect(await viewerOfSubgraphToken(SECRET, "metrics", await tokenOf(viewer))).toEqual(viewer);
});

test("a token for one subgraph opens no other", async () => {
  expect(await viewerOfSubgraphToken(SECRET, "partners", await tokenOf(ann))).toBeNull();
});

test("a token serves a minute", async () => {
  expect(await viewerOfSubgraphToken(SECRET, "metrics", await tokenOf(ann, secondsAgo(45)))).toEqual(ann);
  expect(await viewerOfSubgraphToken(SECRET, "metrics", await tokenOf(ann, secondsAgo(61)))).toBeNull();
});

test("a token signed with another secret is refused", async () => {
  const forged = await subgraphTokens("a secret that somebody else has", secondsAgo(0))("metrics", ann);
  expect(await viewerOfSubgraphToken(SECRET, "metrics", forged)).toBeNull();
});

test("a token whose claims were exchanged is refused", async () => {
  const [[header, , signature], [, claims]] = [(await tokenOf(ann)).split("."), (await tokenOf(pam)).split(".")];
  expect(await viewerOfSubgraphToken(SECRET, "metrics", [header, claims, signature].join("."))).toBeNull();
});

test("a token without a signature is refused", async () => {
  const [, claims] = (await tokenOf(ann)).split(".");
  const header = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
  expect(await viewerOfSubgraphToken(SECRET, "metrics", `${header}.${claims}.`)).toBeNull();
  expect(await viewerOfSubgraphToken(SECRET, "metrics", "")).toBeNull();
});

test("a token that never expires, or that another issuer made, is refused", async () => {
  const unsigned = () =>
    new SignJWT({ role: "PARTNER", partners: ["p"] })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject("ann")
      .setAudience("metrics");
  const key = new TextEncoder().encode(SECRET);
  const eternal = await unsigned().setIssuer("tiergraph-gateway").sign(key);
  const foreign = await unsigned().setIssuer("elsewhere").setExpirationTime("1 minute").sign(key);
  const sound = await unsigned().setIssuer("tiergraph-gateway").setExpirationTime("1 minute").sign(key);
  expect(await viewerOfSubgraphToken(SECRET, "metrics", sound)).toEqual(ann);
  expect(await viewerOfSubgraphToken(SECRET, "metrics", eternal)).toBeNull();
  expect(await viewerOfSubgraphToken(SECRET, "metrics", foreign)).toBeNull();
});

test("a token that was read before ends when it says", async () => {
  const viewerOf = subgraphViewers([SECRET], "metrics");
  const token = await tokenOf(ann);
  expect(await viewerOf(token)).toEqual(ann);
  expect(await viewerOf(token)).toEqual(ann);
  expect(await viewerOf(await tokenOf(pam))).toEqual(pam);
  expect(await viewerOf(`${token.slice(0, -2)}AA`)).toBeNull();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  try {
    expect(await viewerOf(token)).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("while a secret is exchanged for another, tokens that either signed are taken, and no others", async () => {
  const token = await tokenOf(ann);
  const another = "the secret that comes after the one before";
  for (const secrets of [
    [another, SECRET],
    [SECRET, another],
  ])
    expect(await subgraphViewers(secrets, "metrics")(token)).toEqual(ann);
  expect(await subgraphViewers([another], "metrics")(token)).toBeNull();
  expect(await subgraphViewers([], "metrics")(token)).toBeNull();
});

test("no token makes its holder the system", async () => {
  expect(await viewerOfSubgraphToken(SECRET, "metrics", await tokenOf(systemViewer("metrics")))).toBeNull();
});

test("a viewer that asks again within half a minute gets the same token, later a new one", async () => {
  let now = Date.now();
  const tokenFor = subgraphTokens(SECRET, () => now);
  const first = await tokenFor("metrics", ann);
  now += 29_999;
  expect(await tokenFor("metrics", ann)).toBe(first);
  expect(await tokenFor("partners", ann)).not.toBe(first);
  expect(await tokenFor("metrics", pam)).not.toBe(first);
  now += 1;
  expect(await tokenFor("metrics", ann)).not.toBe(first);
});
