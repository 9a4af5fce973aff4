// Keeps what a build wrote until its sources change. Plain JavaScript, because it runs before anything is compiled.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Has a folder written anew unless what is there was written from the same sources. Answers whether it had to be.
 *
 * @param {{ target: string, sources: readonly string[], write: (folder: string) => Promise<void> }} build
 */
export async function buildOnce({ target, sources, write }) {
  const hash = hashOf(sources);
  if (hash === hashOfBuild(target)) return false;

  // Built beside and moved into place whole: a build that is killed half way never passes for a finished one, and two
  // at once do not write into each other's files.
  const unfinished = `${target}.${process.pid}`;
  try {
    await write(unfinished);
    writeFileSync(join(unfinished, ".hash"), hash);
    moveIntoPlace(unfinished, target, hash);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return true;
}

/** Of names, sizes and times of change: to read two thousand files before each command would be felt. */
function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of [...files].sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest("hex");
}

function hashOfBuild(target) {
  const file = join(target, ".hash");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function moveIntoPlace(unfinished, target, hash) {
  try {
    rmSync(target, { recursive: true, force: true });
    renameSync(unfinished, target);
  } catch (error) {
    // Another build of the same sources was a moment faster; its files are these files.
    if (hashOfBuild(target) !== hash) throw error;
  }
}

/** The files under a folder, without those in folders of the names that are left out, finished or not. */
export function filesIn(folder, leftOut = []) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return leftOut.includes(entry.name.split(".", 1)[0]) ? [] : filesIn(path, leftOut);
    return entry.isFile() ? [path] : [];
  });
}
