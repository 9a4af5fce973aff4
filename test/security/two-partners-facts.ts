import type { AdjustmentKind, FactInput, RecordedFactKind } from "../generated/documents.js";
import { ask, operation } from "../kit/ask.js";
import { daysAgo } from "../kit/days.js";
import type { Tiergraph } from "../kit/start-tiergraph.js";
import type { Story } from "../kit/story.js";
import { EXPORTED, FOREIGN, OWN, type Words } from "./known-values.js";

/** Four won deals, so that a tier is reached, one of each other kind of fact, and one that was shared and converted. */
export async function recordDeals(tiergraph: Tiergraph, story: Story, partnerId: string, words: Words): Promise<void> {
  const { word, amount } = words;
  const fact = (kind: RecordedFactKind, key: string, more: Partial<FactInput>): FactInput => ({
    kind,
    partnerId,
    externalId: `${word}-${key}`,
    on: daysAgo(0),
    customer: `${word} customer ${key}`,
    product: `${word} product`,
    attributes: [{ name: `${word} attribute`, value: `${word} value` }],
    ...more,
  });
  const facts = [
    ...[1, 2, 3, 4].map((n) => fact("DEAL_WON", `won-${n}`, { amount, openedOn: daysAgo(9) })),
    fact("DEAL_LOST", "lost-1", { amount }),
    fact("DEAL_WON", "shared-1", { amount, currency: "EUR", credit: { role: "SOURCED", share: "40" } }),
    fact("DEAL_OPEN", "open-1", { amount, openedOn: daysAgo(5) }),
    fact("SEATS", "seats-1", { quantity: 170 }),
  ];
  const { recordFacts } = await ask(tiergraph, story.token, operation("record-facts"), { facts });
  if (recordFacts.recorded !== facts.length) throw new Error(JSON.stringify(recordFacts.results));
  // A refund that waits for its deal.
  const attributes = [{ name: "deal", value: `${word} unknown deal` }];
  await story.change("record-facts", { facts: [fact("DEAL_REFUNDED", "refund-1", { amount, attributes })] });
  await story.settled();
}

/** One adjustment that holds, for everyone to see, and one that is only proposed, which is for nobody else yet. */
export async function adjustMeasures(tiergraph: Tiergraph, story: Story): Promise<void> {
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  const propose = async (kind: AdjustmentKind, why: string) => {
    const input = { measure: "revenue", kind, from: daysAgo(60), until: daysAgo(50), reason: why };
    const { adjustment } = await story.change("propose-adjustment", { input });
    return adjustment.id;
  };
  const id = await propose("EXCUSED", "The shop was closed.");
  await ask(tiergraph, second, operation("decide-adjustment"), { id, approve: true });
  await propose("EXCUSED", `${FOREIGN.word} proposal`);
}

/** Deals of both that look like one, one that was won of a customer protected for the other, and customers that belong to them. */
export async function recordAlike(story: Story, ownId: string, foreignId: string): Promise<void> {
  const alike = { on: daysAgo(2), amount: "4711.00", customer: "Known to both" };
  for (const [partnerId, { word }] of [
    [ownId, OWN],
    [foreignId, FOREIGN],
  ] as const) {
    for (const n of [1, 2])
      await story.wonDeal(partnerId, { externalId: `${word}-alike-${n}`, ...alike, product: `Product ${n}` });
    await story.change("declare-owned-customers", { partnerId, customers: [`${word} subsidiary`] });
  }
}

/** What a partner keeps to export, and an export of it that is done. */
export async function exportOwn(tiergraph: Tiergraph, partnerId: string, word: string): Promise<string> {
  const token = await tiergraph.tokenOf("partner", partnerId);
  const name = `${word}-query`;
  await ask(tiergraph, token, operation("save-query"), { name, source: EXPORTED });
  const { startExport } = await ask(tiergraph, token, operation("start-export"), {
    savedQuery: name,
    idempotencyKey: `${word} key of its own`,
  });
  return startExport.export.id;
}

export const saveCohort = (story: Story, partnerId: string, word: string) =>
  story.change("save-cohort", {
    input: { name: `${word}-cohort`, description: `${word} cohort of a test`, partnerIds: [partnerId] },
  });
