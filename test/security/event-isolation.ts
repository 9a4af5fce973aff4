import { expect, test } from "vitest";
import { readEvents } from "../kit/event-reader.js";
import type { Isolation } from "./isolation-fixture.js";
import { FOREIGN, OWN } from "./known-values.js";
import { recordDeals } from "./two-partners-facts.js";

/** `/events` keeps partners apart as the graph does. */
export function describeEvents(opened: () => Isolation): void {
  test("what happens at another partner reaches no stream of this one, also where it asks for it", async () => {
    const { tiergraph, partners, foreignMarkers } = opened();
    const { own, foreign, story } = partners;
    const tokens = [
      await tiergraph.tokenOf("partner", own.id),
      await tiergraph.tokenOf("partner-manager", own.id),
      await tiergraph.tokenOf("partner-manager"),
    ];
    const bound = await Promise.all(tokens.map((token) => readEvents(tiergraph.url, token)));
    const all = await readEvents(tiergraph.url, story.token);
    for (const stream of [...bound, all]) await expect.poll(() => stream.events().length).toBe(1);

    await recordDeals(tiergraph, story, foreign.id, { ...FOREIGN, word: `${FOREIGN.word}3`, amount: "777654.32" });
    const wanted = ["measures-changed", "entry-posted"].map((type) => `${type} ${foreign.id}`);
    await expect.poll(() => all.changes()).toEqual(expect.arrayContaining(wanted));
    // By now the others would have it as well; once more from what was before, which reads it all again.
    const again = await Promise.all(
      tokens.map((token, i) => readEvents(tiergraph.url, token, { lastEventId: bound[i]?.lastId() ?? "" })),
    );
    await recordDeals(tiergraph, story, own.id, { ...OWN, word: `${OWN.word}3` });
    for (const stream of [bound[0], bound[1], again[0], again[1]])
      await expect.poll(() => stream?.changes() ?? []).toContain(`measures-changed ${own.id}`);
    for (const stream of [...bound, ...again]) expect(foreignMarkers.find(stream.text())).toBeNull();

    const refused = await Promise.all(
      tokens.map((token) => readEvents(tiergraph.url, token, { query: `?partner=${foreign.id}` })),
    );
    await Promise.all(refused.map(({ ended }) => ended));
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400]);
    for (const stream of [...bound, ...again, all]) stream.close();
  });
}
