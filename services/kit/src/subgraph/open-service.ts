import { type Database, openDatabase } from "../database/database.js";
import type { ServiceName } from "../database/provision.js";
import type { AnyTable } from "../database/table.js";
import { systemViewer } from "../identity/viewer.js";
import { type EventHandler, startWorker, type Worker } from "../jobs/worker.js";
import type { Clock } from "../process/clock.js";
import type { Logger } from "../process/log.js";
import type { Subgraph } from "./build-subgraph.js";
import type { RequestIdentity, Service } from "./service.js";

/** What every service is opened with. */
export interface ServiceOptions {
  /** Connection string of the service's own login role. */
  readonly databaseUrl: string;
  /** Signs cursors; the same in every process of an installation. */
  readonly secret: string;
  readonly log: Logger;
  readonly clock: Clock;
  /** Where files of partners are kept, by services that keep any; a folder of the system's for a moment where left out. */
  readonly filesDirectory?: string | undefined;
  /** Origins that may be probed though they are none of the public net; none where left out. */
  readonly probedOrigins?: readonly string[] | undefined;
  readonly maxConnections?: number;
  /** Checks the rows of each statement by its shape: in development and tests. */
  readonly checksRows?: boolean | undefined;
  /** Called with the name of every statement of this service: tests count them. */
  readonly onStatement?: (name: string) => void;
}

export interface ServiceParts {
  readonly subgraph: Subgraph;
  readonly contextFor: (identity: RequestIdentity) => object;
  readonly handlers: Readonly<Record<string, EventHandler>>;
  readonly crontab?: string;
}

/** Joins the parts of one service to what a process needs of it. */
export async function openService(
  { name, tables }: { readonly name: ServiceName; readonly tables: readonly AnyTable[] },
  options: ServiceOptions,
  build: (db: Database) => Promise<ServiceParts>,
): Promise<Service> {
  const { databaseUrl, log, maxConnections, checksRows, onStatement } = options;
  const entities = tables.map(({ entity }) => entity);
  const db = await openDatabase({ url: databaseUrl, entities, maxConnections, checksRows, onStatement });
  const { subgraph, contextFor, handlers, crontab } = await build(db);
  let worker: Worker | null = null;
  return {
    name,
    ...subgraph,
    contextFor,
    async startJobs() {
      worker = await startWorker({ service: name, databaseUrl, handlers, crontab, log });
    },
    async isReady() {
      await db.readAs(systemViewer(name)).run("kit.is-ready", "select 1", []);
      return worker?.isRunning() ?? false;
    },
    async close() {
      await worker?.stop();
      await db.close();
    },
  };
}
