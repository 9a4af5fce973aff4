import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { folderStore } from "./file-store.js";

const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph files "));
afterAll(() => fs.rmSync(directory, { recursive: true }));
const store = folderStore(path.join(directory, "kept"));

test("what is put is there, byte for byte, until it is removed", async () => {
  expect(await store.get("aa/01")).toBeNull();
  await store.put("aa/01", Buffer.from([0, 255, 10]));
  expect(await store.get("aa/01")).toEqual(Buffer.from([0, 255, 10]));
  await store.remove("aa/01");
  expect(await store.get("aa/01")).toBeNull();
});

test.each(["../aa", "aa/../../etc", "/etc/passwd", "aa//b", ""])("%s leads nowhere", async (key) => {
  await expect(store.put(key, Buffer.from("x"))).rejects.toThrow(/Not the key/);
});
