import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { servePlayground } from "./serve-playground.js";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "playground-"));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

test("a playground that was not built says so in one line, with the command that builds it", async () => {
  const app = await served(join(directory, "absent"));
  const answer = await app.inject("/");
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toMatch(/^The playground is not built\. Run: node gateway\/playground\/build\.mjs.*\n$/);
});

test("no other site may frame the page, feed it a script or read its tokens", async () => {
  const app = await served(await built());
  const page = await app.inject("/");
  expect(page.statusCode).toBe(200);
  expect(page.headers).toMatchObject({
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(page.headers["content-security-policy"]).not.toMatch(/https?:|\*/);

  const config = await app.inject("/playground/config.json");
  expect(config.headers).toMatchObject({
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
  });
});

test("a file whose name carries its hash is kept by the browser for a year, and nothing beside the files is served", async () => {
  const app = await served(await built());
  const file = await app.inject("/playground/assets/index-abc.js");
  expect(file.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(file.headers["content-security-policy"]).toContain("default-src 'self'");

  for (const path of ["/playground/.hash", "/playground/assets/../.hash", "/playground/assets/%2e%2e/.hash"]) {
    expect((await app.inject(path)).statusCode).toBeGreaterThanOrEqual(400);
  }
});

async function served(from: string) {
  const app = fastify();
  await servePlayground(app, { directory: from, config: async () => ({ operations: [], roles: [] }) });
  return app;
}

async function built(): Promise<string> {
  await mkdir(join(directory, "assets"));
  await writeFile(join(directory, "index.html"), "<!doctype html><title>Tiergraph playground</title>");
  await writeFile(join(directory, "assets", "index-abc.js"), "export {};");
  await writeFile(join(directory, ".hash"), "0");
  return directory;
}
