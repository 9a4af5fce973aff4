import { type AuditReads, auditReads } from "../audit/audit.reads.js";
import { recordActions } from "../audit/record-action.js";
import { SEAL_CRONTAB, sealAudit } from "../audit/seal-audit.action.js";
import { type Database, openDatabase } from "../database/database.js";
import type { ServiceName } from "../database/provision.js";
import type { AnyTable } from "../database/table.js";
import type { Policy } from "../identity/policy.js";
import { systemViewer } from "../identity/viewer.js";
import { type JobReads, jobActions, jobReads } from "../jobs/jobs.reads.js";
import { type EventHandler, startWorker, type Worker } from "../jobs/worker.js";
import { cursors } from "../paging/cursor.js";
import type { Clock } from "../process/clock.js";
import type { Logger } from "../process/log.js";
import type { Say } from "../values/refusal-table.js";
import { actionBinder, type BoundActions, type ViewerActions } from "./bind-actions.js";
import type { Subgraph } from "./build-subgraph.js";
import { type ReadParts, readPartsFor } from "./parts.js";
import type { RequestContext } from "./request-context.js";
import type { Languages, Service } from "./service.js";

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
  /** Whether the audit log is sealed each minute, as it is where left out: tests that count statements seal it themselves. */
  readonly sealsAudit?: boolean;
  /** Called with the name of every statement of this service: tests count them. */
  readonly onStatement?: (name: string) => void;
}

/** What a service is, before it is opened. */
interface ServiceDefinition<Permission extends string> {
  readonly name: ServiceName;
  readonly tables: readonly AnyTable[];
  readonly policy: Policy<Permission>;
  /** The languages that it answers in; the first is for who takes none of them. */
  readonly languages: Languages;
  /** Puts a refusal into one of them. */
  readonly say: (language: string, ...refusal: Parameters<Say>) => string;
}

interface ServiceParts<Reads extends object, Actions extends ViewerActions> {
  readonly subgraph: Subgraph;
  /** What a viewer may ask the service to do. */
  readonly actions: Actions;
  /** How the resolvers of one request read. */
  readonly readsOf: (parts: ReadParts) => Reads;
  readonly handlers: Readonly<Record<string, EventHandler>>;
  readonly crontab?: string;
}

/** What a mutation that its role may not use comes to; no refusal table has it. */
const FORBIDDEN = { kind: "Forbidden" };

/** Joins the parts of one service to what a process needs of it. Its queue is the kit's: `jobsResolver` shows it. */
export async function openService<Reads extends object, Actions extends ViewerActions, Permission extends string>(
  { name, tables, policy, languages, say }: ServiceDefinition<Permission>,
  options: ServiceOptions,
  build: (db: Database) => Promise<ServiceParts<Reads, Actions>>,
): Promise<Service> {
  const { databaseUrl, secret, clock, log, maxConnections, checksRows, sealsAudit = true, onStatement } = options;
  const entities = tables.map(({ entity }) => entity);
  const db = await openDatabase({ url: databaseUrl, service: name, entities, maxConnections, checksRows, onStatement });
  const { subgraph, handlers, crontab, readsOf, ...parts } = await build(db);
  const actions = { ...parts.actions, ...jobActions(db, name) };
  const record = recordActions(db, name, log);
  const bind = actionBinder(actions, record);
  const cursorSigner = cursors(secret);
  let worker: Worker | null = null;
  return {
    name,
    languages,
    ...subgraph,
    changes: db.changes,
    contextFor(identity): RequestContext<Reads & JobReads & AuditReads, BoundActions<typeof actions>, Permission> {
      const { viewer, language } = identity;
      const onRead = () => {
        identity.hasRead = true;
      };
      const read = readPartsFor(identity, { db, cursors: cursorSigner, clock, onRead });
      return {
        viewer,
        language,
        say: (message, values) => say(language, message, values),
        today: read.today,
        actions: bind(identity),
        load: Object.assign(readsOf(read), jobReads(read, name), auditReads(read, name)),
        noteMutation: (mutation) => {
          identity.mutation = mutation;
        },
        noteForbidden: (mutation, input) =>
          record(identity, { action: mutation, input }, async () => FORBIDDEN).then(() => undefined),
        may: (permission, partnerId) => policy.permitsFor(viewer, permission, partnerId),
      };
    },
    async startJobs() {
      worker = await startWorker({
        service: name,
        databaseUrl,
        handlers: { ...handlers, sealAudit: sealAudit(db, name, clock) },
        crontab: [...(crontab === undefined ? [] : [crontab]), ...(sealsAudit ? [SEAL_CRONTAB] : [])].join("\n"),
        log,
      });
    },
    async isReady() {
      await db.readAs(systemViewer(name)).run("kit.is-ready", "select 1", []);
      return worker?.isRunning() ?? true;
    },
    async close() {
      await worker?.stop();
      await db.close();
    },
  };
}
