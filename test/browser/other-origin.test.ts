import http from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operation } from "../kit/ask.js";
import { CHROMIUM } from "../kit/chromium.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

if (CHROMIUM === undefined) console.warn("Pages of other origins are not tested: no Chromium or Chrome in /usr/bin.");
const browserTest = test.skipIf(CHROMIUM === undefined);

// A portal that another server serves, on an origin of its own.
const PAGE = `<!doctype html><title>Portal</title><h1></h1><p></p><script>
  onhashchange = async () => {
    const { url, token, query, variables } = JSON.parse(decodeURIComponent(location.hash.slice(1)));
    try {
      const response = await fetch(url + "/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", authorization: "Bearer " + token },
        body: JSON.stringify({ query, variables }),
      });
      const { data } = await response.json();
      document.querySelector("h1").textContent = data.partner.name + " is " + data.partner.tierStatus.tier.title;
      document.querySelector("p").textContent = response.headers.get("x-request-id");
    } catch (error) {
      document.querySelector("h1").textContent = "Refused: " + error.message;
    }
  };
</script>`;

let tiergraph: Tiergraph;
let story: Story;
let portal: http.Server;
let browser: Browser;

beforeAll(async () => {
  if (CHROMIUM === undefined) return;
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  portal = http.createServer((_request, response) => response.setHeader("content-type", "text/html").end(PAGE));
  await new Promise<void>((resolve) => portal.listen(0, resolve));
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    // A name that is no loopback name, for this machine.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP portal.example 127.0.0.1"],
  });
});
afterAll(async () => {
  await browser?.close();
  portal?.close();
  await tiergraph?.stop();
});

async function homeShownAt(host: string) {
  const partnerId = await story.partner(`shown-at-${host.replaceAll(".", "-")}`);
  await story.settled();
  const asked = {
    url: tiergraph.url,
    token: await tiergraph.tokenOf("partner", partnerId),
    query: operation("portal-home"),
    variables: { partnerId },
  };
  const page = await browser.newPage();
  await page.goto(`http://${host}:${(portal.address() as AddressInfo).port}/`); // A TCP server's address is never a string.
  await page.evaluate(`location.hash = ${JSON.stringify(encodeURIComponent(JSON.stringify(asked)))}`);
  const heading = page.getByRole("heading");
  await expect.poll(() => heading.textContent()).not.toBe("");
  return { heading: await heading.textContent(), requestId: await page.locator("p").textContent() };
}

browserTest("a page on another origin that is allowed shows a partner's home, with the partner's token", async () => {
  const { heading, requestId } = await homeShownAt("localhost");
  expect(heading).toMatch(/ is Registered$/);
  expect(requestId).toMatch(/^[\w-]{36}$/);
});

browserTest("a page on an origin that is not allowed is shown nothing", async () => {
  expect((await homeShownAt("portal.example")).heading).toMatch(/^Refused: /);
});
