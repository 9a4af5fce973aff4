import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, nodesOf, operation } from "../kit/ask.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";

let running: RunningProcess;

beforeAll(async () => {
  running = await startProcess({ mode: "main", env: { SAMPLE: "on" }, readyWithinMs: 90_000 });
});
afterAll(() => running.kill("SIGTERM"));

test("the first start loads the sample, and each partner's home answers whole and without errors", async () => {
  const token = await running.token("program-manager");
  const { partners } = await ask(running, token, operation("partner-list"), { first: 100 });
  expect([nodesOf(partners).length, partners.pageInfo.hasNextPage]).toEqual([100, true]);
  const home = await ask(running, token, operation("portal-home"), {
    partnerId: nodesOf(partners).find(({ rewards }) => rewards.balance.amount !== "0.00")?.id ?? "",
  });
  expect(home.partner.measures.length).toBeGreaterThan(3);
  expect(nodesOf(home.partner.rewards.entries).length).toBeGreaterThan(0);
  expect(nodesOf(home.partner.people).length).toBeGreaterThan(0);
});
