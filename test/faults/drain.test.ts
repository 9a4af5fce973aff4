import { expect, test } from "vitest";
import { ask, graphql } from "../kit/ask.js";
import { startProcess } from "../kit/start-process.js";

const VIEWER = graphql("query { viewer { role } }");

test.each([
  ["one process", { mode: "main", env: {} }],
  ["several workers", { mode: "main", env: { WORKERS: "2" } }],
] as const)("%s asked to end say so at once, and refuse nobody until balancers know", async (_what, { mode, env }) => {
  const running = await startProcess({ mode, env: { ...env, DRAIN_MS: "2500" } });
  const token = await running.token("program-manager");
  const end = running.kill("SIGTERM");
  const endedAt = end.then(() => performance.now());
  const askedAt = performance.now();
  // Of several workers each gets the signal within a moment.
  await expect.poll(async () => (await fetch(`${running.url}/readyz`)).status, { interval: 20 }).toBe(503);
  expect(performance.now() - askedAt).toBeLessThan(1_500);
  let answered = 0;
  while (performance.now() - askedAt < 2_000) {
    // A connection of its own each time: none is refused.
    const response = await fetch(`${running.url}/healthz`, { headers: { connection: "close" } });
    expect(response.status).toBe(200);
    expect(await ask(running, token, VIEWER, {})).toEqual({ viewer: { role: "PROGRAM_MANAGER" } });
    answered++;
  }
  expect(answered).toBeGreaterThan(5);
  expect(await end).toBe(0);
  expect((await endedAt) - askedAt).toBeGreaterThan(2_400);
  await expect(fetch(`${running.url}/healthz`)).rejects.toThrow();
});
