import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { WriteContentInput } from "../generated/documents.js";
import { ask, nodesOf, operation } from "../kit/ask.js";
import { CHROMIUM } from "../kit/chromium.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

if (CHROMIUM === undefined)
  console.warn("Certificates and playbooks are not tested in a browser: no Chromium or Chrome in /usr/bin.");
const browserTest = test.skipIf(CHROMIUM === undefined);

let tiergraph: Tiergraph;
let story: Story;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let asked: string[];
let complaints: string[];

beforeAll(async () => {
  if (CHROMIUM === undefined) return;
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  const title = "title: \"<img src=x onerror=document.title='taken'> & foundations\"";
  await story.publish(example("northwind-partners").replace("title: Technical foundations\n", `${title}\n`));
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
});
afterAll(async () => {
  await browser?.close();
  await tiergraph?.stop();
});
beforeEach(async () => {
  if (CHROMIUM === undefined) return;
  context = await browser.newContext();
  page = await context.newPage();
  asked = [];
  complaints = [];
  context.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
});
afterEach(() => context?.close());

browserTest(
  "anybody who opens the address of a certificate sees that it holds, and nothing else is asked for or run",
  async () => {
    const partnerId = await story.partner("certified");
    const personId = await story.person(partnerId, "ada");
    const today = dayFromToday(0);
    await story.completes(personId, "technical-foundations", today);
    const { partner } = await ask(tiergraph, story.token, operation("certificates"), { partnerId });
    const path = `/certificates/${nodesOf(partner.training.certifications)[0]?.checkCode}`;
    await page.goto(`${tiergraph.url}${path}`);
    expect(await page.title()).toBe("Certificate");
    expect(await page.getByRole("heading").textContent()).toContain("& foundations");
    expect(await page.getByText("Holds today").isVisible()).toBe(true);
    expect(await page.locator("img, script").count()).toBe(0);
    expect(asked.filter((url) => !url.endsWith("/favicon.ico"))).toEqual([`${tiergraph.url}${path}`]);
    expect(complaints.filter((text) => !text.includes("favicon"))).toEqual([]);
    await page.goto(`${tiergraph.url}/certificates/ffffffffffffffffffff`);
    expect(await page.getByRole("heading").textContent()).toBe("No certificate has this code");
  },
);

browserTest(
  "a playbook's HTML, put into a page as it is, runs nothing and loads nothing, no matter what was written",
  async () => {
    const markdown = [
      "# Fine",
      "<script>window.taken = 1</script>",
      "<img src=x onerror='window.taken = 2'>",
      "[click](javascript:window.taken=3) [data](data:text/html,<script>parent.taken=4</script>)",
      "![pixel](https://tracker.invalid/pixel.png)",
      "<iframe srcdoc='<script>parent.taken=5</script>'></iframe><svg onload='window.taken=6'></svg>",
      '[title](https://fine.invalid/ "x\\" onmouseover=\\"window.taken=7")',
      "<style>@import 'https://tracker.invalid/a.css';</style><base href='https://evil.invalid/'>",
    ].join("\n\n");
    const input: WriteContentInput = {
      name: "hostile",
      kind: "CASE_STUDY",
      title: "T",
      summary: "S",
      owner: "O",
      freshUntil: "2035-12-31",
      sections: [{ section: "BODY", markdown }],
    };
    await story.change("write-content", { input });
    await story.change("publish-content", { name: "hostile", version: 1 });
    const { contentPiece } = await ask(tiergraph, story.token, operation("content-piece"), { name: "hostile" });
    await page.setContent(`<main>${contentPiece.sections[0]?.html}</main>`);
    expect(await page.getByRole("heading", { name: "Fine" }).isVisible()).toBe(true);
    for (const link of await page.locator("a").all()) await link.hover();
    expect(await page.locator("script, img, iframe, svg, style, base").count()).toBe(0);
    const links = await Promise.all((await page.locator("a").all()).map((link) => link.getAttribute("href")));
    // What would be an image is a link to it.
    expect(links).toEqual(["https://tracker.invalid/pixel.png", "https://fine.invalid/"]);
    expect(await page.evaluate("window.taken ?? null")).toBeNull();
    expect(asked).toEqual([]);
  },
);
