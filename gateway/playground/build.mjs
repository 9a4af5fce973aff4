// Builds the playground into gateway/playground/dist/app; does nothing when what is there was built from the same sources.
// Plain JavaScript, because it runs before anything is compiled: node gateway/playground/build.mjs
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { constants, gzipSync } from "node:zlib";
import { buildOnce, filesIn } from "../build-once.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const sources = join(here, "app");
// Beside what tsc writes for src.
const target = join(here, "dist/app");
const lockfile = join(here, "../../pnpm-lock.yaml");

/** Builds when needed. Answers whether it had to. */
export const buildPlayground = () =>
  buildOnce({
    target,
    sources: [...filesIn(sources), fileURLToPath(import.meta.url), ...[lockfile].filter(existsSync)],
    async write(folder) {
      await bundle(folder);
      compress(join(folder, "assets"));
    },
  });

async function bundle(outDir) {
  // Loaded only when there is something to build: it takes longer to load than it takes to see that there is nothing.
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

function compress(directory) {
  for (const file of filesIn(directory)) {
    if (statSync(file).size < 1_400) continue;
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION }));
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const startedAt = performance.now();
  if (await buildPlayground()) console.error(`playground built in ${Math.round(performance.now() - startedAt)} ms`);
}
