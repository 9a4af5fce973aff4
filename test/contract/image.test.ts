import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { SERVICES, serviceUrl } from "@tiergraph/kit/database/provision";
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { SECRET } from "../kit/secrets.js";
import { copyOfTemplate } from "../kit/start-tiergraph.js";

// No container engine runs here: what the image would hold is laid out in an empty folder, and run there.
const image = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-image-"));
const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const dockerfile = fs.readFileSync(path.join(ROOT, "Dockerfile"), "utf8");
const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)].map(([, from = "", to = ""]) => ({
  from,
  to,
}));
const provider = http.createServer((_, response) => {
  const keys = [{ ...publicKey.export({ format: "jwk" }), kid: "k", alg: "EdDSA" }];
  response.setHeader("content-type", "application/json").end(JSON.stringify({ keys }));
});
const running: ChildProcess[] = [];
let ownerUrl: string;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  for (const { from, to } of copied) fs.cpSync(path.join(ROOT, from), path.join(image, to), { recursive: true });
  await new Promise<void>((listening) => provider.listen(0, "127.0.0.1", listening));
  ownerUrl = await copyOfTemplate();
  const { port } = provider.address() as AddressInfo; // It listens at a port.
  environment = {
    NODE_ENV: "production",
    TIERGRAPH_DATA: path.join(image, "data"),
    TIERGRAPH_SECRET: SECRET,
    TIERGRAPH_GATEWAY_SECRET: "a secret between the gateway and subgraphs of the image",
    TOKEN_JWKS_URL: `http://127.0.0.1:${port}/jwks`,
    TOKEN_ISSUER: "https://id.example",
    TOKEN_AUDIENCE: "tiergraph",
    DRAIN_MS: "0",
    DATABASE_URL: ownerUrl,
  };
});
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  provider.close();
  fs.rmSync(image, { recursive: true, force: true });
});

/** A process of the image, with nothing of this machine but Node. */
function start(file: string, env: NodeJS.ProcessEnv): { child: ChildProcess; output: () => string } {
  const entry = path.join(image, "gateway/server/dist/bundle", file);
  const child = spawn(process.execPath, ["--enable-source-maps", entry], {
    cwd: image,
    env: { ...environment, ...env },
  });
  running.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  return { child, output: () => output };
}
const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status,
    () => 0,
  );
const ended = (child: ChildProcess) => new Promise((resolve) => child.once("exit", resolve));

async function ask(port: number): Promise<unknown> {
  const token = await new SignJWT({ role: "PROGRAM_MANAGER" })
    .setProtectedHeader({ alg: "EdDSA", kid: "k" })
    .setSubject("somebody")
    .setIssuer("https://id.example")
    .setAudience("tiergraph")
    .setExpirationTime("1m")
    .sign(privateKey);
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: "{ viewer { role partners { totalCount } } metricsJobs { pending } }" }),
  });
  return response.json();
}
const ANSWER = {
  data: { viewer: { role: "PROGRAM_MANAGER", partners: { totalCount: 0 } }, metricsJobs: { pending: 0 } },
};

test("the image runs one process with all that it needs, and ends it when it is asked to", async () => {
  expect(copied.length).toBeGreaterThan(5);
  const port = await freePort();
  const { child, output } = start("main.js", { PORT: String(port) });
  await expect.poll(() => isReady(port), { timeout: 60_000 }).toBe(200);
  expect(await ask(port)).toMatchObject(ANSWER);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(401);
  child.kill("SIGTERM");
  expect(await ended(child)).toBe(0);
  // Without development there is no token to print.
  expect(output()).not.toMatch(/eyJ/);
}, 90_000);

test("the image runs migrations and each service in a process of its own, which needs no password", async () => {
  const migrate = start("command-migrate.js", {});
  expect(await ended(migrate.child)).toBe(0);
  expect(
    migrate
      .output()
      .trim()
      .split("\n")
      .map((line) => line.split("\t")[0]),
  ).toEqual([...SERVICES]);
  expect(migrate.output()).toContain(serviceUrl(ownerUrl, "partners", SECRET));
  const withoutUser = new URL(ownerUrl);
  [withoutUser.username, withoutUser.password] = ["", ""];
  const urls: Record<string, string> = {};
  for (const name of SERVICES) {
    const port = await freePort();
    urls[`${name.toUpperCase()}_URL`] = `http://127.0.0.1:${port}/graphql`;
    start(`${name}.js`, { PORT: String(port), DATABASE_URL: withoutUser.toString() });
  }
  const port = await freePort();
  const gateway = start("main-gateway.js", { ...urls, PORT: String(port), DATABASE_URL: "" });
  await expect.poll(() => isReady(port), { timeout: 60_000 }).toBe(200);
  expect(await ask(port)).toMatchObject(ANSWER);
  gateway.child.kill("SIGTERM");
  expect(await ended(gateway.child)).toBe(0);
}, 120_000);

test("the image runs as a user, and what compose starts is in it and is configured by what the page names", () => {
  expect(dockerfile.match(/^USER (\S+)$/gm)?.at(-1)).toBe("USER node");
  interface Compose {
    readonly services: Record<
      string,
      { command?: string[]; environment?: Record<string, string>; read_only?: boolean }
    >;
  }
  const compose = parse(fs.readFileSync(path.join(ROOT, "compose.yaml"), "utf8"), { merge: true }) as Compose;
  const page = fs.readFileSync(path.join(ROOT, "gateway/installation/README.md"), "utf8");
  const ours = Object.entries(compose.services).filter(([name]) => name !== "postgres");
  expect(ours.map(([name]) => name).sort()).toEqual(["gateway", "migrate", "tiergraph", ...SERVICES].sort());
  for (const [name, { command = [], environment: env = {}, read_only }] of ours) {
    expect(read_only, name).toBe(true);
    if (command[0] !== undefined) expect(fs.existsSync(path.join(image, command[0])), command[0]).toBe(true);
    for (const variable of Object.keys(env)) expect(page, `${name}: ${variable}`).toContain(`\`${variable}\``);
  }
});

test("the image is built from what is committed: nothing of it is kept from the build", () => {
  const ignored = fs.readFileSync(path.join(ROOT, ".dockerignore"), "utf8").split("\n").filter(Boolean);
  const tracked = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).split("\n");
  expect(tracked.length).toBeGreaterThan(1_000);
  const kept = ignored.filter((pattern) => tracked.some((file) => file.startsWith(`${pattern}/`)));
  expect(kept).toEqual([".ci"]);
  expect(ignored).toContain("**/node_modules");
});
