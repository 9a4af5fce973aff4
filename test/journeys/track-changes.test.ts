import { afterAll, beforeAll, expect, test } from "vitest";
import { today } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
});
afterAll(() => tiergraph.stop());

const program = (version: string, join: string, more = "") => `
program: tracks
version: "${version}"
currency: USD
${more}
tracks-join: ${join}
tracks: { seller: {}, builder: {} }
measures: { won: { count: deal.won }, lost: { count: deal.lost } }
tiers:
  base: { rank: 0, why: All. }
  gold:
    rank: 1
    why: W.
    requires:
      all: [{ measure: won, at-least: 1, tracks: [seller], why: W. }, { measure: lost, at-least: 1, tracks: [builder], why: W. }]
`;
const register = (tracks: string[], dryRun: boolean) =>
  story.change("register-partners", { partners: [{ code: "p", tracks }], dryRun });

test("registering a track says which tier it would cost, in a dry run too", async () => {
  await story.publish(program("1", "all"));
  const id = await story.partner("p", ["seller"]);
  await story.wonDeal(id, { externalId: "d", on: today(), amount: "1" });
  await story.settled();
  const { trackChanges } = await register(["seller", "builder"], true);
  expect(trackChanges).toMatchObject([
    {
      code: "p",
      added: ["builder"],
      removed: [],
      tierBefore: "gold",
      tierAfter: "base",
      summary: expect.stringMatching(
        /^Gold until .*: Lost of 0 .* is not at least 1\. Base, because Lost of 0 .* is not at least 1, as Gold asks\.$/,
      ),
    },
  ]);
  expect((await register(["seller"], true)).trackChanges).toEqual([]);
});

test("where the best track counts, the same registration costs nothing", async () => {
  await story.publish(
    program("2", "best-of", "changes: [{ at: tracks-join, because: Nobody shall lose by growing. }]"),
  );
  const { trackChanges } = await register(["seller", "builder"], false);
  expect(trackChanges).toMatchObject([{ tierBefore: "gold", tierAfter: "gold" }]);
});
