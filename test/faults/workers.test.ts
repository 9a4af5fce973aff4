import { execFileSync } from "node:child_process";
import { request } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, operation } from "../kit/ask.js";
import { readEvents } from "../kit/event-reader.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";
import { example } from "../kit/story.js";
import { untilHolds } from "../kit/until-holds.js";

let running: RunningProcess;
let token: string;

beforeAll(async () => {
  running = await startProcess({ mode: "main", env: { WORKERS: "2" } });
  token = await running.token("program-manager");
  await ask(running, token, operation("publish-program"), { source: example("crm-rolling-90-days") });
  await untilHolds(async () => (await answering()).size === 2, 30_000); // The first answers before the second.
});
afterAll(() => running.kill("SIGTERM"));

/** Over a connection of its own: each goes to the next worker. */
async function askAnew<Data>(query: string): Promise<Data> {
  const { body } = await request(`${running.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
    reset: true,
    headersTimeout: 3_000,
  });
  const { data, errors } = (await body.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

/** The processes that answer, by the label of their metrics. */
async function answering(): Promise<Set<string>> {
  const found = new Set<string>();
  for (let i = 0; i < 6; i++) {
    const { body } = await request(`${running.url}/metrics`, { reset: true, headersTimeout: 3_000 });
    found.add(/^process_cpu_seconds_total\{worker="(\d+)"\}/m.exec(await body.text())?.[1] ?? "");
  }
  return found;
}

const workers = (): number[] =>
  execFileSync("pgrep", ["-P", String(running.child.pid), "-f", "main-worker"], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map(Number);

const versionsSeen = async (): Promise<string[]> => {
  const answers = [];
  for (let i = 0; i < 4; i++)
    answers.push((await askAnew<{ program: { version: string } }>("{ program { version } }")).program.version);
  return answers;
};

test("requests are answered by as many processes as are asked for, on one port", async () => {
  expect(workers()).toHaveLength(2);
  expect((await answering()).size).toBe(2);
});

test("what one process publishes, the others answer by, though they kept what they read before", async () => {
  expect(new Set(await versionsSeen())).toEqual(new Set(["2017.1"]));
  const source = example("crm-rolling-90-days").replace(/^version: .*$/m, 'version: "2"');
  await ask(running, token, operation("publish-program"), { source });
  await untilHolds(async () => (await versionsSeen()).every((version) => version === "2"), 2_000);
});

test("each worker streams what happens, whichever recorded it", async () => {
  const streams = await Promise.all([0, 1, 2, 3].map(() => readEvents(running.url, token)));
  for (const stream of streams) await expect.poll(() => stream.events().length).toBe(1);
  const { registerPartners } = await ask(running, token, operation("register-partners"), {
    partners: [{ code: "streamed" }],
  });
  for (const stream of streams)
    await expect.poll(() => stream.changes()).toContain(`tier-changed ${registerPartners.partners[0]?.id}`);
  for (const stream of streams) stream.close();
});

test("a worker that dies is replaced, and the others answer meanwhile", async () => {
  const [victim = 0] = workers();
  process.kill(victim, "SIGKILL");
  await untilHolds(async () => !workers().includes(victim));
  // A connection that was handed to it in that moment is lost: its client asks again.
  const isAnswered = () =>
    askAnew<{ program: { version: string } }>("{ program { version } }").then(
      ({ program }) => program.version === "2",
      () => false,
    );
  for (let i = 0; i < 6; i++) await untilHolds(isAnswered);
  await untilHolds(async () => (await answering().catch(() => new Set())).size === 2, 30_000);
});

test("a signal ends all of them, and what was begun is answered", async () => {
  const before = workers();
  const streams = await Promise.all([0, 1].map(() => readEvents(running.url, token)));
  const asked = Promise.all(Array.from({ length: 4 }, () => askAnew("{ program { version } }")));
  const [answers, code] = await Promise.all([asked, asked.then(() => running.kill("SIGTERM"))]);
  expect(answers).toHaveLength(4);
  expect(code).toBe(0);
  await Promise.all(streams.map(({ ended }) => ended));
  for (const pid of before) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});
