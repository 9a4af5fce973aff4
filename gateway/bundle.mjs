// Bundles servers and commands into gateway/server/dist/bundle, so that a start reads a few files and not four
// thousand; does nothing when what is there was bundled from the same files. Works on what `tsc -b` wrote, and is plain
// JavaScript as it runs before a test: node gateway/bundle.mjs
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildOnce, filesIn } from "./build-once.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "gateway/server/dist/bundle");
const SERVICES = ["partners", "metrics", "benefits", "enablement"];
/** What a process may be started as, each with the file that it starts from. */
const ENTRIES = {
  ...Object.fromEntries(
    ["main", "main-distributed", "main-gateway", "main-worker"].map((name) => [name, `gateway/server/dist/${name}.js`]),
  ),
  "command-migrate": "gateway/server/dist/commands/migrate.js",
  ...Object.fromEntries(SERVICES.map((name) => [name, `services/${name}/dist/main.js`])),
  ...Object.fromEntries(
    ["ask", "import", "program", "reconcile", "token", "verify"].map((name) => [
      `command-${name}`,
      `gateway/cli/dist/commands/${name}.js`,
    ]),
  ),
};
/** Drivers of other databases and platforms that packages would load if they were installed. */
const NOT_INSTALLED =
  /^(pg-native|mysql2?|mysql2\/.*|sqlite3|better-sqlite3|tedious|oracledb|pg-query-stream|mariadb.*|libsql|encoding|bufferutil|utf-8-validate|cloudflare:sockets|pg-cloudflare)$/;

/** Bundles when needed. Answers whether it had to. */
export const bundleProcesses = () => buildOnce({ target, sources: sources(), write });

const sources = () => [
  ...["gateway/server", "gateway/cli", "gateway/installation", "gateway/playground", "schema", ...services()].flatMap(
    (home) => filesIn(join(root, home, "dist"), ["bundle", "app"]).filter((file) => file.endsWith(".js")),
  ),
  fileURLToPath(import.meta.url),
  ...[join(root, "pnpm-lock.yaml")].filter(existsSync),
];
const services = () => ["kit", "program", ...SERVICES].map((name) => `services/${name}`);

async function write(folder) {
  // Loaded only when there is something to build: it takes longer to load than it takes to see that there is nothing.
  const { build } = await import("vite");
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "warn",
    ssr: { noExternal: true },
    plugins: [oneGraphql(), ownFiles()],
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      target: "node20",
      reportCompressedSize: false,
      rolldownOptions: {
        platform: "node",
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(root, file)])),
        external: NOT_INSTALLED,
        output: {
          format: "es",
          entryFileNames: "[name].js",
          chunkFileNames: "[name]-[hash].js",
          // Databases remember migrations by their classes, and tables are declared by them.
          keepNames: true,
          // Some packages hand `require` to others.
          banner:
            'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
          // What all processes load, and what only some do or only later.
          codeSplitting: { groups: [{ name: "packages", test: /[\\/]node_modules[\\/]/, entriesAware: true }] },
          comments: false,
        },
      },
    },
  });
  // Node reads the map of each file that it loads. Nobody follows an error into packages by it.
  for (const file of filesIn(folder).filter((one) => /^packages[^/]*\.js$/.test(relative(folder, one)))) {
    rmSync(`${file}.map`);
    writeFileSync(file, readFileSync(file, "utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"));
  }
}

/** graphql ships CommonJS and ES modules side by side, and two copies refuse each other's schemas: one for all. */
function oneGraphql() {
  const require = createRequire(join(root, "gateway/server/package.json"));
  return {
    name: "one-graphql",
    enforce: "pre",
    resolveId: (id) => (/^graphql(\/|$)/.test(id) ? require.resolve(id).replace(/\.js$/, ".mjs") : null),
  };
}

/** Our own files: each knows where it stood before it was bundled, and errors name lines of its TypeScript. */
function ownFiles() {
  return {
    name: "own-files",
    load(id) {
      if (id.includes("node_modules") || !existsSync(`${id}.map`)) return null;
      const at = `new URL(${JSON.stringify(relative(target, id))}, import.meta.url).href`;
      const map = JSON.parse(readFileSync(`${id}.map`, "utf8"));
      const sourcesOf = map.sources.map((source) => resolve(dirname(id), source));
      const code = readFileSync(id, "utf8");
      return { code: code.replaceAll("import.meta.url", at), map: { ...map, sources: sourcesOf } };
    },
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const startedAt = performance.now();
  if (await bundleProcesses())
    console.error(`servers and commands bundled in ${Math.round(performance.now() - startedAt)} ms`);
}
