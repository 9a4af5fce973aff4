import { expect, test } from "vitest";
import { immutableRows, type Memory, memoryWithin, sharedMemory } from "./memory.js";
import type { Queryable } from "./statements.js";

/** Rows that are looked up in a list of their own, with each lookup noted. */
function rows() {
  const looked: (readonly number[])[] = [];
  const find = immutableRows("thing", async (_, keys) => {
    looked.push(keys);
    await new Promise((resolve) => setImmediate(resolve));
    return keys.map((key) => [key, { key }] as const);
  });
  return { looked, find: (memory: Memory, ...keys: number[]) => find({ memory } as Queryable, keys) };
}

test("a hundred readers that ask at once look a row up once, and all have the same", async () => {
  const { looked, find } = rows();
  const shared = sharedMemory();
  const found = await Promise.all(Array.from({ length: 100 }, () => find(shared, 7)));
  expect(new Set(found.map((known) => known.get(7))).size).toBe(1);
  await find(shared, 7);
  expect(looked).toEqual([[7]]);
});

test("only what is not known is looked up, in one go", async () => {
  const { looked, find } = rows();
  const shared = sharedMemory();
  await find(shared, 1);
  expect([...(await find(shared, 3, 1, 2, 3)).keys()].sort()).toEqual([1, 2, 3]);
  expect(looked).toEqual([[1], [3, 2]]);
});

test("a transaction keeps what it looked up to itself until it has committed", async () => {
  const { looked, find } = rows();
  const shared = sharedMemory();
  const rolledBack = memoryWithin(shared);
  await find(rolledBack, 1);
  await find(rolledBack, 1);
  expect(shared.find("thing", 1)).toBeUndefined();
  const committed = memoryWithin(shared);
  await find(committed, 1);
  committed.share();
  await find(shared, 1);
  expect(looked).toEqual([[1], [1]]);
});

test("a transaction waits for nobody's lookup", async () => {
  const { looked, find } = rows();
  const shared = sharedMemory();
  await Promise.all([find(shared, 1), find(memoryWithin(shared), 1)]);
  expect(looked).toEqual([[1], [1]]);
});

test("a lookup that failed is everyone's failure who waited, and the next looks again", async () => {
  let isAway = true;
  const find = immutableRows("thing", async (_, keys) => {
    if (isAway) throw new Error("away");
    return keys.map((key) => [key, key] as const);
  });
  const db = { memory: sharedMemory() } as Queryable;
  const answers = await Promise.allSettled([find(db, [1]), find(db, [1])]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isAway = false;
  expect((await find(db, [1])).get(1)).toBe(1);
});

test("past the limit the oldest is forgotten", async () => {
  const { looked, find } = rows();
  const shared = sharedMemory();
  await find(shared, ...Array.from({ length: 256 }, (_, i) => i));
  await find(shared, 256);
  await find(shared, 255);
  await find(shared, 0);
  expect(looked.slice(1)).toEqual([[256], [0]]);
});

test("a key without a row is an error that names it", async () => {
  const find = immutableRows<number>("thing", async () => []);
  await expect(find({ memory: sharedMemory() } as Queryable, [4])).rejects.toThrow("There is no thing 4");
});
