// What `npm start`, `npm test` and the other commands run. It needs Node and npm only: it installs what the lockfile
// names, builds what changed, then hands over. What it prints goes to standard error: standard output is the command's.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PNPM = "10.34.9";
const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = (file) => path.join(ROOT, "node_modules", file);
// Room for the young: batches of thousands of rows otherwise outlive it, and collecting them costs a third of the time.
const ROOM = "--max-semi-space-size=64";
const built = (home, file) => ["--enable-source-maps", ROOM, path.join(ROOT, "gateway", home, "dist", file)];
const server = (file) => built("server", file);
// Bundled, for what is to be there at once: see gateway/bundle.mjs.
const bundled = (name) => server(`bundle/${name}.js`);
const bench = (file) => ["--enable-source-maps", ROOM, path.join(ROOT, "test/dist/bench", file)];
const typedDocuments = path.join(ROOT, "test/contract/typed-documents.mjs");
const vitest = (config) => [bin("vitest/vitest.mjs"), "run", "--config", path.join(ROOT, "test", config)];

const COMMANDS = {
  start: { runs: () => [bundled("main")], needsBundle: true, needsPlayground: true },
  "start:distributed": { runs: () => [bundled("main-distributed")], needsBundle: true, needsPlayground: true },
  test: { runs: () => [vitest("vitest.config.ts")], needsBundle: true, needsPlayground: true },
  bench: { runs: () => [bench("reads/main.js")], needsBundle: true },
  "bench:latencies": { runs: () => [bench("latencies.js")], needsBundle: true },
  "bench:neighbours": { runs: () => [bench("neighbours.js")], needsBundle: true },
  "bench:placement": { runs: () => [bench("placement.js")] },
  "bench:ingest": { runs: () => [bench("ingest.js")] },
  "bench:measures": { runs: () => [bench("measures.js")] },
  "bench:rewards": { runs: () => [bench("rewards.js")] },
  token: { runs: () => [bundled("command-token")], needsBundle: true },
  import: { runs: () => [bundled("command-import")], needsBundle: true },
  ask: { runs: () => [bundled("command-ask")], needsBundle: true },
  program: { runs: () => [bundled("command-program")], needsBundle: true },
  verify: { runs: () => [bundled("command-verify")], needsBundle: true },
  reconcile: { runs: () => [bundled("command-reconcile")], needsBundle: true },
  // Where processes are started one by one, they are started after it.
  migrate: { runs: () => [bundled("command-migrate")], needsBundle: true },
  migration: { runs: () => [server("commands/migration.js")], builds: ["gateway/server"] },
  // The tests are typed by what it writes: until it has, they may not compile.
  schema: { runs: () => [server("commands/schema.js"), [typedDocuments]], builds: ["gateway/server"] },
  // Clients of other makers, which no other command installs.
  "check:clients": { runs: () => [[path.join(ROOT, "test/clients/check.mjs")]], needsBundle: true },
  // A router of another maker, which no other command installs.
  "check:router": {
    runs: () => [["--enable-source-maps", path.join(ROOT, "test/dist/router/check.js")]],
    needsBundle: true,
  },
  check: {
    runs: () => [
      [bin("@biomejs/biome/bin/biome"), "ci", "--error-on-warnings", "."],
      [
        bin("dependency-cruiser/bin/dependency-cruise.mjs"),
        "--config",
        ".dependency-cruiser.cjs",
        "schema/src",
        "services",
        "gateway",
        "test",
      ],
      [bin("typescript/bin/tsc"), "-p", "gateway/playground/app"],
      [typedDocuments, "--check"],
      ["--enable-source-maps", path.join(ROOT, "test/dist/contract/check-schema.js")],
    ],
  },
};

const [name = "start", ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) fail(`There is no command ${name}: one of ${Object.keys(COMMANDS).join(", ")}.`);
refuseOldNode();
process.chdir(ROOT);
install();
build(command);
const runs = command.runs();
for (const args of runs.slice(0, -1)) prepare(name, process.execPath, args);
handOver([...runs.at(-1), ...rest]);

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node ${process.versions.node} is too old: Tiergraph needs 20.19 or later.`);
}

/** Only when the lockfile is another than at the last install. */
function install() {
  const stamp = path.join(ROOT, "node_modules", ".installed");
  const wanted = createHash("sha256").update(fs.readFileSync("pnpm-lock.yaml")).digest("hex");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted) return;
  console.error("Installing packages …");
  const args = ["--yes", `pnpm@${PNPM}`, "install", "--frozen-lockfile", "--loglevel", "warn"];
  prepare("install", process.platform === "win32" ? "npx.cmd" : "npx", args, { CI: "true" });
  fs.writeFileSync(stamp, wanted);
}

function build({ needsBundle = false, needsPlayground = false, builds = [] }) {
  prepare("build", process.execPath, [bin("typescript/bin/tsc"), "-b", ...builds]);
  if (needsBundle) prepare("bundle", process.execPath, ["gateway/bundle.mjs"]);
  if (needsPlayground) prepare("build of the playground", process.execPath, ["gateway/playground/build.mjs"]);
}

function prepare(what, file, args, env = {}) {
  const { status, error } = spawnSync(file, args, {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, ...env },
    shell: process.platform === "win32" && file.endsWith(".cmd"),
  });
  if (error) fail(`The ${what} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function handOver(args) {
  const child = spawn(process.execPath, args, { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
  // npm hands a signal to its shell, which ends without handing it on: an orphan ends what it started.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 500).unref();
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
