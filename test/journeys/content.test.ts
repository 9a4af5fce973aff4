import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContentQueryVariables, WriteContentInput } from "../generated/documents.js";
import { ask, askRaw, graphql, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";
import { PLAYBOOK } from "./enablement-variables.js";

let tiergraph: Tiergraph;
let story: Story;
let [reseller, integrator] = ["", ""];
let tokens: { reseller: string; integrator: string; analyst: string };

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  reseller = await story.partner("reseller", ["reseller"]);
  integrator = await story.partner("integrator", ["integrator"]);
  await story.settled();
  tokens = {
    reseller: await tiergraph.tokenOf("partner", reseller),
    integrator: await tiergraph.tokenOf("partner", integrator),
    analyst: await tiergraph.tokenOf("analyst"),
  };
});
afterAll(() => tiergraph.stop());

const publish = async (more: Partial<WriteContentInput>): Promise<void> => {
  const input = { ...PLAYBOOK, ...more };
  const { content } = await story.change("write-content", { input });
  await story.change("publish-content", { name: input.name, version: content.version });
};
const listed = async (token: string, filter: ContentQueryVariables = {}): Promise<string[]> => {
  const { content } = await ask(tiergraph, token, operation("content"), filter);
  return nodesOf(content).map(({ name }) => name);
};
const piece = async (token: string, name: string) =>
  (await ask(tiergraph, token, operation("content-piece"), { name })).contentPiece;

test("partners read what is published for their tier and track, and drafts are read by nobody of them", async () => {
  await publish({ name: "for-all", title: "A" });
  await publish({ name: "for-integrators", title: "B", tracks: ["integrator"] });
  await publish({ name: "for-gold", title: "C", tiers: ["gold"] });
  await story.change("write-content", { input: { ...PLAYBOOK, name: "draft", title: "D" } });
  expect(await listed(tokens.reseller)).toEqual(["for-all"]);
  expect(await listed(tokens.integrator)).toEqual(["for-all", "for-integrators"]);
  expect(await listed(tokens.analyst)).toEqual(["for-all", "for-integrators", "for-gold"]);
  for (const name of ["for-gold", "for-integrators", "draft", "nothing"])
    expect(await piece(tokens.reseller, name)).toBeNull();
  expect(await piece(tokens.analyst, "draft")).toBeNull();
  const refused = await askRaw(tiergraph, tokens.analyst, operation("content-care"));
  expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("a new version is read once it is published, and what was taken back by nobody", async () => {
  await publish({ name: "versions" });
  const rewritten: WriteContentInput = {
    ...PLAYBOOK,
    name: "versions",
    sections: [{ section: "MOTIONS", markdown: "Ask <b>twice</b>." }],
  };
  await story.change("write-content", { input: rewritten });
  expect((await piece(tokens.reseller, "versions"))?.version).toBe(1);
  await story.change("publish-content", { name: "versions", version: 2 });
  expect(await piece(tokens.reseller, "versions")).toMatchObject({
    version: 2,
    sections: [{ markdown: "Ask <b>twice</b>.", html: "<p>Ask &lt;b&gt;twice&lt;/b&gt;.</p>\n" }],
  });
  await story.change("publish-content", { name: "versions" });
  expect(await piece(tokens.reseller, "versions")).toBeNull();
});

test("what fits a role, a maturity and a motion is what is for them, or for everyone", async () => {
  const only = { title: "Z", role: null, motion: null };
  await publish({ ...only, name: "z-any" });
  await publish({ ...only, name: "z-engineering", role: "ENGINEERING", maturities: ["leading"] });
  await publish({ ...only, name: "z-renewal", motion: "renewal" });
  const found = async (filter: object) =>
    (await listed(tokens.reseller, filter)).filter((name) => name.startsWith("z-"));
  expect(await found({ role: "SALES" })).toEqual(["z-any", "z-renewal"]);
  expect(await found({ role: "ENGINEERING" })).toEqual(["z-any", "z-engineering", "z-renewal"]);
  expect(await found({ maturity: "starting" })).toEqual(["z-any", "z-renewal"]);
  expect(await found({ motion: "new-business" })).toEqual(["z-any", "z-engineering"]);
});

test("what nobody has looked at for too long is stale, and fresh again once somebody has", async () => {
  await publish({ name: "ages", freshUntil: dayFromToday(3) });
  const stale = async () => {
    const { staleContent } = await ask(tiergraph, story.token, operation("content-care"));
    return nodesOf(staleContent).filter(({ name }) => name === "ages");
  };
  expect(await stale()).toEqual([]);
  tiergraph.passDays(4);
  expect(await stale()).toHaveLength(1);
  expect((await piece(tokens.reseller, "ages"))?.isStale).toBe(true);
  // A draft makes nothing fresh; looking at what is published does.
  await story.change("write-content", { input: { ...PLAYBOOK, name: "ages", freshUntil: dayFromToday(90) } });
  expect(await stale()).toHaveLength(1);
  await story.change("confirm-content", { name: "ages", freshUntil: dayFromToday(60) });
  expect(await stale()).toEqual([]);
  tiergraph.passDays(-4);
});

test("readings are counted, and each reader has one vote, which may change", async () => {
  await publish({ name: "read" });
  const note = (token: string, partnerId: string, isUseful?: boolean) =>
    ask(tiergraph, token, operation("note-reading"), {
      partnerId,
      name: "read",
      ...(isUseful === undefined ? {} : { isUseful }),
    });
  for (const _ of [1, 2]) await note(tokens.reseller, reseller);
  await note(tokens.reseller, reseller, false);
  await note(tokens.reseller, reseller, true);
  await note(tokens.integrator, integrator, false);
  const use = graphql('query { contentPiece(name: "read") { use { reads readers useful notUseful } } }');
  const { contentPiece } = await ask(tiergraph, tokens.analyst, use);
  expect(contentPiece.use).toEqual({ reads: 3, readers: 2, useful: 1, notUseful: 1 });
  expect((await askRaw(tiergraph, tokens.reseller, use)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const strange = await note(tokens.reseller, integrator);
  expect(strange.noteReading.userErrors).toMatchObject([{ code: "PARTNER_NOT_FOUND" }]);
});
