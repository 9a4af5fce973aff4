import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { processFile, ROOT } from "@tiergraph/installation/root";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { readOperation } from "@tiergraph/schema/operations";
import { FREE_SPENDING } from "../../kit/free-spending.js";
import { POSTGRAPHILE } from "./postgraphile.js";
import { MEASURES } from "./reference-schema.js";

export type Kind = "portal-home" | "partner-list";

/** Where a list goes on: the name and id of the last partner of a page. */
export type Place = readonly [name: string, id: string];

/** What a contestant is asked, and how its answer is brought to the product's form. */
interface Dialect {
  readonly home: (partnerId: string) => object;
  /** @param cursor the product's own */
  readonly list: (after: Place | null, cursor: string | null) => object;
  readonly normalized: (kind: Kind, data: Data) => unknown;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

export interface Data {
  readonly partner?: object;
  readonly partners?: {
    readonly nodes?: readonly object[];
    readonly edges?: readonly { readonly node: object }[];
    readonly pageInfo?: PageInfo;
  };
}

const measures = [...MEASURES];
const withoutCursor = (kind: Kind, { partner, partners }: Data) =>
  kind === "portal-home" ? { partner } : { partners: { nodes: partners?.nodes } };

/** Objects whose ids the others do not answer with: the product's answer has more. */
const IDS_OF_OURS_ONLY: ReadonlySet<string> = new Set(["tier", "next", "measures", "held", "expiring", "course"]);

/** The product's answer as the others give it: nodes without edges. */
function plain(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, name));
  if (typeof value !== "object" || value === null) return value;
  if ("edges" in value) return { nodes: (value.edges as { node: unknown }[]).map(({ node }) => plain(node)) };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "id" || !IDS_OF_OURS_ONLY.has(name))
      .map(([key, held]) => [key, plain(held, key)]),
  );
}

const OURS: Dialect = {
  home: (partnerId) => ({ query: readOperation("portal-home").document, variables: { partnerId, measures } }),
  list: (_after, after) => ({
    query: readOperation("partner-list").document,
    variables: after === null ? {} : { after },
  }),
  normalized: (_kind, data) => plain(data),
};
const FLOOR: Dialect = {
  home: (partnerId) => ({ variables: { partnerId } }),
  list: (after) => ({ variables: { after: after && Buffer.from(JSON.stringify(after)).toString("base64") } }),
  normalized: withoutCursor,
};

export interface World {
  readonly ownerUrl: string;
  readonly postgresPid: number;
  readonly directory: string;
  readonly identity: Readonly<Record<string, string>>;
  readonly keysUrl: string;
  readonly token: string;
}

export interface Contestant {
  readonly name: string;
  readonly dialect: Dialect;
  readonly start: (world: World, port: number) => { args: readonly string[]; env: NodeJS.ProcessEnv; node?: string };
}

const SECRETS = {
  TIERGRAPH_SECRET: "a secret of the benchmark, which guards nothing",
  TIERGRAPH_GATEWAY_SECRET: "another secret of the benchmark, which guards nothing",
};

/** Another gateway in front of the product's subgraphs. */
const otherGateway =
  (file: string): Contestant["start"] =>
  ({ ownerUrl, keysUrl }, port) => ({
    args: [path.join(ROOT, "test", file)],
    env: { ...SECRETS, NODE_ENV: "production", DATABASE_URL: ownerUrl, JWKS_URL: keysUrl, PORT: String(port) },
  });

const product = (name: string, settings: NodeJS.ProcessEnv = {}): Contestant["start"] => {
  const room = ["--enable-source-maps", "--max-semi-space-size=64"];
  return ({ ownerUrl, directory, identity }, port) => ({
    args: [...room, processFile(name)],
    env: {
      ...identity,
      NODE_ENV: "production",
      PORT: String(port),
      TIERGRAPH_DATA: directory,
      DATABASE_URL: ownerUrl,
      SAMPLE: "off",
      ...FREE_SPENDING,
      ...SECRETS,
      ...settings,
    },
  });
};

const postgraphile = (withTokens: boolean): Contestant["start"] => {
  const folder = path.join(ROOT, "test/bench/reads/postgraphile");
  return ({ ownerUrl, keysUrl }, port) => ({
    node: path.join(folder, "node_modules/node/bin/node"),
    args: [path.join(folder, "serve.mjs")],
    env: { DATABASE_URL: ownerUrl, PORT: String(port), ...(withTokens && { JWKS_URL: keysUrl }) },
  });
};

export const CONTESTANTS: readonly Contestant[] = [
  { name: "ours", dialect: OURS, start: product("main") },
  { name: "two-workers", dialect: OURS, start: product("main", { WORKERS: "2" }) },
  { name: "distributed", dialect: OURS, start: product("main-distributed") },
  { name: "stock", dialect: OURS, start: otherGateway("dist/bench/reads/stock.js") },
  { name: "hive", dialect: OURS, start: otherGateway("bench/reads/hive/serve.mjs") },
  {
    name: "floor",
    dialect: FLOOR,
    start: ({ ownerUrl }, port) => ({
      args: [path.join(ROOT, "test/dist/bench/reads/floor.js")],
      env: { DATABASE_URL: ownerUrl, PORT: String(port) },
    }),
  },
  { name: "postgraphile", dialect: POSTGRAPHILE, start: postgraphile(false) },
  { name: "postgraphile-jwt-rls", dialect: POSTGRAPHILE, start: postgraphile(true) },
];

export interface Running extends Contestant {
  readonly origin: string;
  readonly pid: number;
  ask(body: object): Promise<Data>;
  stop(): Promise<void>;
}

/**
 * Starts a contestant and waits until it answers.
 *
 * @param flags what Node is started with besides
 */
export async function startContestant(
  contestant: Contestant,
  world: World,
  partnerId: string,
  flags: readonly string[] = [],
): Promise<Running> {
  const port = await freePort();
  const { args, env, node = process.execPath } = contestant.start(world, port);
  // A profile is of the files as they stood before they were bundled, so that it names each.
  const files = flags.length === 0 ? args : args.map((arg) => arg.replace("/dist/bundle/", "/dist/"));
  const child = spawn(node, [...flags, ...files], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2_000);
  });
  const origin = `http://127.0.0.1:${port}`;
  const ask = async (body: object): Promise<Data> => {
    const response = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${world.token}` },
      body: JSON.stringify(body),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    if (data == null || errors !== undefined) throw new Error(`${contestant.name}: ${JSON.stringify(errors)}`);
    return data;
  };
  for (let attempt = 1; ; attempt++) {
    const problem = await ask(contestant.dialect.home(partnerId)).then(
      () => null,
      (error: unknown) => String(error),
    );
    if (problem === null) break;
    if (attempt === 100 || child.exitCode !== null)
      throw new Error(`${contestant.name} does not answer: ${problem}\n${complaint}`);
    await setTimeout(300);
  }
  return { ...contestant, origin, pid: child.pid ?? -1, ask, stop: () => end(child) };
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
