import { expect, test } from "vitest";
import { ConnectionLost, callGuard, LeftAlone, MAX_AT_ONCE, TooManyWaiting } from "./call-guard.js";

const inMs = (ms: number) => performance.now() + ms;
const failing = () => Promise.reject(new Error("down"));
const read = { isRepeatable: true };
/** Never answers; ends with its signal. */
const hanging = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
const outcomeOf = (calling: Promise<unknown>): Promise<unknown> => calling.catch((error: Error) => error.constructor);

test("after five failures in a row a service is left alone, and asked again after a pause", async () => {
  const guard = callGuard(50);
  const call = (send: () => Promise<string>) => outcomeOf(guard.call({ ...read, deadline: inMs(10_000), send }));
  for (let i = 0; i < 4; i++) expect(await call(failing)).toBe(Error);
  expect(await call(async () => "well")).toBe("well");
  for (let i = 0; i < 5; i++) expect(await call(failing)).toBe(Error);
  expect(guard.isLeftAlone()).toBe(true);
  let asked = 0;
  expect(await call(async () => `${++asked}`)).toBe(LeftAlone);
  expect(asked).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await call(async () => `${++asked}`)).toBe("1");
  expect(guard.isLeftAlone()).toBe(false);
});

test("a hundred calls of a service that hangs all end at their deadline", async () => {
  const guard = callGuard(60_000);
  const startedAt = performance.now();
  const calls = Array.from({ length: 100 }, () =>
    outcomeOf(guard.call({ ...read, deadline: inMs(200), send: hanging })),
  );
  const outcomes = await Promise.all(calls);
  expect(outcomes.filter((outcome) => outcome === DOMException || outcome === LeftAlone)).toHaveLength(100);
  // A bound on work, not on speed: one after another in two turns they would take twice as long.
  expect(performance.now() - startedAt).toBeLessThan(390);
});

test("a read whose connection was lost is sent once more, a change never, and not without end", async () => {
  const guard = callGuard(0);
  let sent = 0;
  const losing = async () => {
    sent++;
    if (sent % 2 === 1) throw new ConnectionLost("lost");
    return "well";
  };
  expect(await guard.call({ ...read, deadline: inMs(1_000), send: losing })).toBe("well");
  expect(sent).toBe(2);
  expect(await outcomeOf(guard.call({ isRepeatable: false, deadline: inMs(1_000), send: losing }))).toBe(
    ConnectionLost,
  );
  expect(sent).toBe(3);
  // Ten repeats for a start and one for ten calls: a service that is down is not asked twice as often.
  sent = 0;
  const lost = async () => {
    sent++;
    throw new ConnectionLost("lost");
  };
  for (let i = 0; i < 60; i++) await outcomeOf(guard.call({ ...read, deadline: inMs(1_000), send: lost }));
  expect(sent).toBeLessThan(60 + 17);
  expect(sent).toBeGreaterThan(60);
});

test("more than can be answered is refused, and those that wait have their turn", async () => {
  const guard = callGuard();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let atOnce = 0;
  let most = 0;
  const send = async () => {
    most = Math.max(most, ++atOnce);
    await released;
    atOnce--;
    return "well";
  };
  const calls = Array.from({ length: 1_100 }, () => outcomeOf(guard.call({ ...read, deadline: inMs(60_000), send })));
  release();
  const outcomes = await Promise.all(calls);
  expect(most).toBe(MAX_AT_ONCE);
  expect(outcomes.filter((outcome) => outcome === TooManyWaiting)).toHaveLength(1_100 - 1_000 - MAX_AT_ONCE);
  expect(outcomes.filter((outcome) => outcome === "well")).toHaveLength(1_000 + MAX_AT_ONCE);
});
