import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ask, graphql, operation } from "../kit/ask.js";
import { startProcess } from "../kit/start-process.js";
import { example } from "../kit/story.js";

/** The embedded PostgreSQL writes its process id into its data folder. */
const postgresOf = (directory: string): number =>
  Number(fs.readFileSync(path.join(directory, "postgres", "cluster", "postmaster.pid"), "utf8").split("\n")[0]);

test("an embedded PostgreSQL that is killed is started again, and what was there is there", async () => {
  const running = await startProcess({ mode: "main" });
  try {
    const token = await running.token("program-manager");
    await ask(running, token, operation("publish-program"), { source: example("crm-rolling-90-days") });
    const killed = postgresOf(running.directory);
    process.kill(killed, "SIGKILL");
    const name = async () =>
      ask(running, token, graphql("{ program { name } }")).then(
        ({ program }) => program?.name,
        () => null,
      );
    await expect.poll(name, { interval: 200 }).toBe("crm-partners");
    expect(postgresOf(running.directory)).not.toBe(killed);
    expect(running.output()).toContain("the embedded PostgreSQL ended and is started again");
    expect(await running.kill("SIGTERM")).toBe(0);
  } finally {
    running.child.kill("SIGKILL");
  }
});

test("one that cannot be started again ends the process with one line", async () => {
  const running = await startProcess({ mode: "main" });
  const pid = postgresOf(running.directory);
  const version = path.join(running.directory, "postgres", "cluster", "PG_VERSION");
  fs.writeFileSync(version, "9.6\n");
  const ended = new Promise<number | null>((resolve) => running.child.once("exit", resolve));
  process.kill(pid, "SIGKILL");
  expect(await ended).toBe(1);
  expect(running.output()).toMatch(/^The embedded PostgreSQL did not start: .*$/m);
  expect(running.output()).not.toMatch(/^\s+at /m);
});
