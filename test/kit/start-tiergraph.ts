import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { changesOf, type EmbeddedServices, openServices } from "@tiergraph/gateway-server/embedded";
import { inProcessSource } from "@tiergraph/gateway-server/graph/in-process-source";
import { openGateway } from "@tiergraph/gateway-server/open-gateway";
import { type DevelopmentRole, signDevelopmentToken } from "@tiergraph/installation/development-tokens";
import { readEnvironment } from "@tiergraph/installation/environment";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { SERVICES, type ServiceName } from "@tiergraph/kit/database/provision";
import { createLog } from "@tiergraph/kit/process/log";
import pg from "pg";
import { inject } from "vitest";
import { FREE_SPENDING } from "./free-spending.js";
import { SECRET } from "./secrets.js";
import { serveOverHttp } from "./serve-over-http.js";

/** A whole Tiergraph on a database of its own, asked over HTTP as any client asks it. */
export interface Tiergraph {
  readonly url: string;
  readonly ownerUrl: string;
  readonly services: EmbeddedServices;
  /** Names of the statements that ran since the last call, as `service/statement`. */
  takeStatements(): string[];
  tokenOf(role: DevelopmentRole, ...partnerIds: string[]): Promise<string>;
  /** The same for one of several people of a role: what one asked for, another decides. */
  tokenAs(person: string, role: DevelopmentRole, ...partnerIds: string[]): Promise<string>;
  /** Runs SQL as the owner of the database: to look behind the graph, or to break something on purpose. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Moves the services' clock on; what tokens and the queue go by stays as it is. */
  passDays(days: number): void;
  stop(): Promise<void>;
}

export interface TiergraphOptions {
  readonly probedOrigins?: string[];
  /** Whether the gateway asks the subgraphs over HTTP, as where each is a process of its own. */
  readonly overHttp?: boolean;
  /** What is configured otherwise than for tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Database of an earlier one, to go on where that ended; an empty one where left out. */
  readonly ownerUrl?: string;
}

export async function startTiergraph({
  probedOrigins = [],
  overHttp = false,
  env = {},
  ...given
}: TiergraphOptions = {}): Promise<Tiergraph> {
  const ownerUrl = given.ownerUrl ?? (await copyOfTemplate());
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-"));
  const environment = {
    ...readEnvironment(
      { TIERGRAPH_DATA: directory, PORT: String(await freePort()), SAMPLE: "off", ...FREE_SPENDING, ...env },
      directory,
    ),
  };
  const log = createLog("test", process.env.LOG_LEVEL ?? "silent");
  let statements: string[] = [];
  let daysOn = 0;
  const services = await openServices({
    ownerUrl,
    secret: SECRET,
    log,
    clock: { now: () => new Date(Date.now() + daysOn * 86_400_000) },
    checksRows: true,
    filesDirectory: path.join(directory, "files"),
    probedOrigins,
    maxConnections: 5,
    sealsAudit: false,
    onStatement: (service: ServiceName, name: string) => {
      // The gateway asks for exports at its own time.
      if (name !== "export.find-waiting") statements.push(`${service}/${name}`);
    },
  });
  await Promise.all(SERVICES.map((name) => services[name].startJobs()));
  const served = overHttp ? await serveOverHttp(services, log) : null;
  const gateway = await openGateway({
    environment,
    sourceOf: served?.sourceOf ?? ((name) => inProcessSource(services[name], log)),
    services: async () => ({}),
    changes: () => changesOf(services),
    log,
  });
  await gateway.listen();
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const sign = (role: DevelopmentRole, partnerIds: readonly string[], person?: string): Promise<string> => {
    if (gateway.issuer === null) throw new Error("A test installation signs its own tokens");
    return signDevelopmentToken(gateway.issuer, role, partnerIds, person);
  };
  return {
    url: `http://127.0.0.1:${environment.port}`,
    ownerUrl,
    services,
    takeStatements() {
      const taken = statements;
      statements = [];
      return taken;
    },
    tokenOf: (role, ...partnerIds) => sign(role, partnerIds),
    tokenAs: (person, role, ...partnerIds) => sign(role, partnerIds, person),
    sql: async (text, values) => (await owner.query(text, values)).rows,
    passDays(days) {
      daysOn += days;
    },
    async stop() {
      await gateway.close();
      await served?.close();
      await Promise.all(SERVICES.map((name) => services[name].close()));
      await owner.end();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** An empty, migrated database: copied in some 50 ms, where migrating takes seconds. */
export async function copyOfTemplate(): Promise<string> {
  const template = new URL(inject("templateUrl"));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const maintenance = new URL(template);
  maintenance.pathname = "/postgres";
  const client = new pg.Client({ connectionString: maintenance.toString() });
  await client.connect();
  try {
    // Copies are made one after another: PostgreSQL refuses to copy a database that is being copied.
    await client.query("select pg_advisory_lock(1)");
    await client.query(`create database ${name} template ${pg.escapeIdentifier(template.pathname.slice(1))}`);
  } finally {
    await client.end();
  }
  template.pathname = `/${name}`;
  return template.toString();
}
