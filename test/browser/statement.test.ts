import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, operation } from "../kit/ask.js";
import { CHROMIUM } from "../kit/chromium.js";
import { dayFromToday, today } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { startStory } from "../kit/story.js";

if (CHROMIUM === undefined) console.warn("Statements are not tested in a browser: no Chromium or Chrome in /usr/bin.");

const PROGRAM = `
program: printed
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers: { base: { rank: 0, why: Everyone. } }
rebates: { deal-rebate: { title: "<b>Rebate</b> & <script>document.title='taken'</script>", of: deal.won, rate: { base: 5% }, why: W. } }
`;

let tiergraph: Tiergraph;
let browser: Browser;
beforeAll(async () => {
  if (CHROMIUM === undefined) return;
  tiergraph = await startTiergraph();
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
});
afterAll(async () => {
  await browser?.close();
  await tiergraph?.stop();
});

test.skipIf(CHROMIUM === undefined)(
  "a statement is a page by itself: it asks for nothing, runs nothing, and prints",
  async () => {
    const story = await startStory(tiergraph);
    await story.publish(PROGRAM);
    const partnerId = await story.partner("printed");
    const on = today();
    await story.wonDeal(partnerId, { externalId: "d-1", on, amount: "1234.56" });
    await story.settled();
    const { partner } = await ask(tiergraph, story.token, operation("reward-statement"), {
      partnerId,
      from: on,
      until: dayFromToday(1),
    });
    const context = await browser.newContext();
    const asked: string[] = [];
    context.on("request", (request) => asked.push(request.url()));
    const page = await context.newPage();
    await page.setContent(partner.rewards.statement.page);
    expect(await page.title()).toBe(`Reward statement ${on} to ${on}`);
    expect(await page.locator("b, script").count()).toBe(0);
    expect(await page.locator("tr", { hasText: "5% of 1,234.56 USD" }).textContent()).toContain("61.73 USD earned");
    expect(asked).toEqual([]);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
    await context.close();
  },
);
