import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { CHROMIUM } from "../kit/chromium.js";
import { startTiergraph } from "../kit/start-tiergraph.js";
import { example, startStory } from "../kit/story.js";

const executablePath = CHROMIUM;
if (executablePath === undefined) {
  console.warn(
    "The playground is not tested in a browser: no Chromium or Chrome in /usr/bin (apt-get install chromium).",
  );
}
const browserTest = test.skipIf(executablePath === undefined);

let server: { url: string; close: () => Promise<unknown> };
let browser: Browser;
let context: BrowserContext;
let page: Page;
let requests: { url: URL; headers: Record<string, string>; body: string }[];
let complaints: string[];

beforeAll(async () => {
  if (executablePath === undefined) return;
  server = await startPlaygroundServer();
  browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  if (executablePath === undefined) return;
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  requests = [];
  complaints = [];
  // On the context, so that what the workers ask for is seen too.
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol === "data:" || url.protocol === "blob:") return;
    requests.push({ url, headers: request.headers(), body: request.postData() ?? "" });
  });
  // A worker that could not be loaded is only a warning to Monaco, and a policy that was violated an error.
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
});

afterEach(() => context?.close());

browserTest("an analyst finds every example operation in a tab of its own, with its explanation on top", async () => {
  await openPlayground();
  const { operations } = await playgroundConfig();
  expect(await page.title()).toBe("Tiergraph playground");
  expect(await tabs()).toEqual(operations.map(({ title }) => title));

  await page.getByRole("tab", { name: "TierMatrix", exact: true }).click();
  expect(operations.find(({ name }) => name === "tier-matrix")?.source).toContain(await firstLineOf("query-editor"));
});

browserTest("an example runs at one click and shows its result", async () => {
  await openPlayground();
  await page.getByRole("tab", { name: "TierMatrix", exact: true }).click();
  await run();
  // The editor draws just the lines in view: the first tier is.
  await expect.poll(() => textOf("result-window")).toContain('"name": "registered"');
  expect(await textOf("result-window")).not.toContain('"errors"');
});

browserTest("the graph and its schema are asked with the token of the role that was picked", async () => {
  await openPlayground();
  const { roles } = await playgroundConfig();
  expect(await picker().inputValue()).toBe("role:program-manager");
  expect(lastGraphRequest()).toMatchObject({
    authorization: `Bearer ${tokenOf("program-manager")}`,
    "content-type": "application/json",
    "apollo-require-preflight": "true",
  });

  await pick("role:analyst");
  expect(lastGraphRequest()).toMatchObject({ authorization: `Bearer ${tokenOf("analyst")}` });
  await run();
  expect(lastGraphRequest()).toMatchObject({ authorization: `Bearer ${tokenOf("analyst")}` });

  // Kept over a reload, until the browser tab is closed.
  await openPlayground();
  expect(await picker().inputValue()).toBe("role:analyst");

  function tokenOf(role: string) {
    return roles.find((known) => known.role === role)?.token;
  }
});

browserTest("an analyst may bring a token of their own, or none", async () => {
  await openPlayground();
  await pick("none");
  expect(lastGraphRequest()).not.toHaveProperty("authorization");

  await picker().selectOption("own");
  await page.getByLabel("Own token").fill(" Bearer own-token ");
  await schemaAskedBy(() => page.keyboard.press("Enter"));
  expect(lastGraphRequest()).toMatchObject({ authorization: "Bearer own-token" });
});

browserTest("the work of an analyst is still there after a reload, each example once", async () => {
  await openPlayground();
  const atFirst = await tabs();
  await page.getByRole("button", { name: "New tab" }).click();
  // GraphiQL stores its tabs half a second after the last change.
  await expect.poll(() => page.evaluate('localStorage.getItem("graphiql:tabState")')).toContain("<untitled>");
  await openPlayground();
  expect(await tabs()).toEqual([...atFirst, "<untitled>"]);
});

browserTest("an example that came with a newer gateway joins the work of an earlier visit", async () => {
  await openPlayground();
  const atFirst = await tabs();
  await expect.poll(() => page.evaluate('localStorage.getItem("graphiql:tabState")')).not.toBeNull();
  const config = await playgroundConfig();
  const newer = { name: "zone-report", title: "ZoneReport", source: "query ZoneReport { __typename }" };
  await page.route("**/playground/config.json", (route) =>
    route.fulfill({ json: { ...config, operations: [...config.operations, newer] } }),
  );
  await openPlayground();
  expect(await tabs()).toEqual([...atFirst, "ZoneReport"]);

  // Closed by the analyst, it stays closed.
  await page.getByRole("tab", { name: "ZoneReport" }).click();
  await page.getByRole("button", { name: "Close Tab" }).click();
  await expect.poll(() => page.evaluate('localStorage.getItem("graphiql:tabState")')).not.toContain("ZoneReport");
  await openPlayground();
  expect(await tabs()).toEqual(atFirst);
});

browserTest("a token that the graph refuses is shown in the graph's own words", async () => {
  await openPlayground();
  await page.route("**/graphql", (route) =>
    route.fulfill({ status: 401, json: { errors: [{ message: "The token is expired." }] } }),
  );
  await pick("role:analyst");
  await expect
    .poll(() => page.locator("header").getByRole("alert").textContent())
    .toBe("The graph does not show its schema: The token is expired.");
});

browserTest("the explorer builds an operation, the reference explains the schema, the history remembers", async () => {
  await openPlayground();
  await page.getByRole("button", { name: "Show GraphiQL Explorer" }).click();
  await page.locator(".graphiql-explorer-root").getByText("tiers", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await page.getByText("Root Types").waitFor();
  await run();
  await page.getByRole("button", { name: "Show History" }).click();
  await page.locator(".graphiql-history-item").first().waitFor();
  expectNothingForeign();
});

browserTest("the playground works with no internet: one host, three workers, and no word of complaint", async () => {
  await openPlayground();
  await page.getByRole("tab", { name: "TierMatrix", exact: true }).click();
  await run();
  await page.getByRole("button", { name: /prettify/i }).click();
  await expect
    .poll(() => page.workers().map((worker) => new URL(worker.url()).pathname.replace(/^.*\/|-[^/]*$/g, "")))
    .toEqual(expect.arrayContaining(["editor.worker", "graphql.worker", "json.worker"]));
  expectNothingForeign();
});

browserTest("a graph that cannot be reached is said in words, in the bar and in the result", async () => {
  await openPlayground();
  await page.route("**/graphql", (route) => route.abort());
  await page.getByRole("button", { name: /execute query/i }).click();
  await expect
    .poll(() => page.locator("header").getByRole("alert").textContent())
    .toContain("The graph at /graphql cannot be reached");
  await expect.poll(() => textOf("result-window")).toContain("The graph at /graphql cannot be reached");

  await page.unroute("**/graphql");
  await run();
  await expect.poll(() => page.locator("header").getByRole("alert").textContent()).toBe("");
});

// The second line makes certain that nothing outside this machine could answer.
const CHROMIUM_FLAGS = [
  ..."--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync".split(" "),
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
  "--disable-background-networking",
  "--disable-component-update",
];

/** Opens the page and waits until GraphiQL has its editors and has asked for the schema. */
async function openPlayground() {
  await schemaAskedBy(() => page.goto(server.url));
  await page.locator(".graphiql-query-editor .view-lines").waitFor();
}

async function schemaAskedBy(action: () => Promise<unknown>) {
  const answered = page.waitForResponse((response) => (response.request().postData() ?? "").includes("__schema"));
  await action();
  await answered;
}

async function run() {
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === "/graphql");
  await page.getByRole("button", { name: /execute query/i }).click();
  // Several operations in one tab would open a menu here; each example holds one.
  await answered;
}

function picker() {
  return page.getByLabel("Token", { exact: true });
}

async function pick(value: string) {
  await schemaAskedBy(() => picker().selectOption(value));
}

function tabs() {
  return page.getByRole("tab").allInnerTexts();
}

/** Monaco draws spaces that do not break. */
async function textOf(className: string) {
  const text = await page.locator(`.${className} .view-lines`).first().textContent();
  return text?.replaceAll("\u00a0", " ");
}

async function firstLineOf(part: string) {
  const line = await page.locator(`.graphiql-${part} .view-line`).first().textContent();
  return (line ?? "").replaceAll("\u00a0", " ");
}

function lastGraphRequest() {
  return requests.findLast(({ url }) => url.pathname === "/graphql")?.headers;
}

function expectNothingForeign() {
  expect([...new Set(requests.map(({ url }) => url.origin))]).toEqual([new URL(server.url).origin]);
  expect(complaints).toEqual([]);
}

async function playgroundConfig(): Promise<{
  operations: { name: string; title: string; source: string }[];
  roles: { role: string; token: string }[];
}> {
  const response = await fetch(new URL("/playground/config.json", server.url));
  // Our own server's answer, of the type that the gateway declares.
  return (await response.json()) as Awaited<ReturnType<typeof playgroundConfig>>;
}

/** Starts what serves the playground. For now a small graph of its own; the real gateway takes its place. */
/** The real gateway on a base of its own, with the sample program in force. */
async function startPlaygroundServer(): Promise<typeof server> {
  const build = fileURLToPath(new URL("../../gateway/playground/build.mjs", import.meta.url));
  await promisify(execFile)(process.execPath, [build]);
  const tiergraph = await startTiergraph();
  const story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  return { url: tiergraph.url, close: () => tiergraph.stop() };
}
