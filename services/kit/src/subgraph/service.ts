import type { ServiceName } from "../database/provision.js";
import type { Viewer } from "../identity/viewer.js";
import type { Subgraph } from "./build-subgraph.js";

/** Who asks, and the id under which the gateway answers and logs the request. */
export interface RequestIdentity {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The mutation that is answered now: those of a request come one after another. */
  mutation?: string;
  /** Of the client's machine, where the gateway knows it. */
  readonly address?: string | undefined;
  /** The language of sentences in the answer, as BCP 47 names it: one of the service's `languages`. */
  readonly language: string;
  /** Set where the answer came from more than what services keep for all: from rows of partners, or by a change. */
  hasRead?: boolean;
}

/** At least one. */
export type Languages = readonly [string, ...string[]];

/** One subgraph with all that it runs on: served over HTTP by its own process, or called within the gateway's. */
export interface Service extends Subgraph {
  readonly name: ServiceName;
  /** The languages that it answers in; the first is for who takes none of them. */
  readonly languages: Languages;
  /** The context of one request: loaders and actions for its viewer. */
  contextFor(identity: RequestIdentity): object;
  /** Rises with every change of what the service keeps for all; null while none would be noticed. */
  changes(): number | null;
  /** Begins to work on the service's events. */
  startJobs(): Promise<void>;
  /** True when the database answers, and the jobs run where they were started. */
  isReady(): Promise<boolean>;
  /** Lets running jobs end, then closes all connections. */
  close(): Promise<void>;
}
