// Builds the playground into gateway/playground/dist/app; does nothing when what is there was built from the same sources.
// Plain JavaScript, because it runs before anything is compiled: node gateway/playground/build.mjs
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { constants, gzipSync } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const sources = join(here, "app");
// Beside what tsc writes for src.
const target = join(here, "dist/app");
const lockfile = join(here, "../../pnpm-lock.yaml");

/** Builds when needed. Answers whether it had to. */
export async function buildPlayground() {
  const hash = hashOfSources();
  if (hash === hashOfBuild()) return false;

  // Built beside and moved into place whole: a build that is killed half way never passes for a finished one, and two
  // at once do not write into each other's files.
  const unfinished = `${target}.${process.pid}`;
  try {
    await bundle(unfinished);
    compress(join(unfinished, "assets"));
    writeFileSync(join(unfinished, ".hash"), hash);
    moveIntoPlace(unfinished, hash);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return true;
}

function hashOfSources() {
  const hash = createHash("sha256");
  for (const file of [...filesIn(sources), fileURLToPath(import.meta.url), lockfile]) {
    if (!existsSync(file)) continue;
    hash
      .update(`${relative(here, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function hashOfBuild() {
  const file = join(target, ".hash");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

async function bundle(outDir) {
  // Loaded only when there is something to build: it takes longer to load than the check above takes to run.
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: sources,
    base: "/playground/",
    logLevel: "warn",
    // Module workers may share and split files; the default format may not.
    worker: { format: "es" },
    build: {
      outDir,
      emptyOutDir: true,
      sourcemap: false,
      minify: true,
      target: "es2022",
      reportCompressedSize: false,
      // Monaco is one large file by nature; the warning would be there forever.
      chunkSizeWarningLimit: 10_000,
      // "use client" and the like in libraries mean nothing in a page that has no server rendering.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  });
}

function moveIntoPlace(unfinished, hash) {
  try {
    rmSync(target, { recursive: true, force: true });
    renameSync(unfinished, target);
  } catch (error) {
    // Another build of the same sources was a moment faster; its files are these files.
    if (hashOfBuild() !== hash) throw error;
  }
}

function compress(directory) {
  for (const file of filesIn(directory)) {
    if (statSync(file).size < 1_400) continue;
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION }));
  }
}

function filesIn(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const startedAt = performance.now();
  if (await buildPlayground()) console.error(`playground built in ${Math.round(performance.now() - startedAt)} ms`);
}
