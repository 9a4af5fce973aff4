import type { ApolloServer } from "@apollo/server";
import { operationIn } from "@tiergraph/kit/execution/operation";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Logger } from "@tiergraph/kit/process/log";
import { newId } from "@tiergraph/kit/values/ids";
import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import type { DocumentNode, GraphQLSchema } from "graphql";
import type { CostGuard } from "../cost/cost-guard.js";
import { priceOf } from "../cost/price.js";
import type { RequestContext } from "../graph/request-context.js";
import type { PersistedDocuments } from "../persisted/persisted-documents.js";
import { type ExportPlan, planExport } from "./export-plan.js";
import type { ExportClaim, ExportSource } from "./export-source.js";
import { csvHeader, csvRows, jsonLines, pageAt, rowsAt } from "./write-rows.js";

/** A gateway is notified of the exports that were requested through it; it finds others by polling. */
const POLL_MS = 5_000;
/** Pages that are written as one part. */
const PAGES_A_PART = 20;
/** A part is kept after so long at the latest: a runner that is silent for longer than its lease loses its export. */
const MS_A_PART = 10_000;

export interface ExportRunner {
  /** An export may wait. */
  nudge(): void;
  /** Lets the page under way end; what is left is taken up by another gateway, or the next. */
  close(): Promise<void>;
}

export interface ExportRunnerParts {
  readonly graph: ApolloServer<RequestContext>;
  /** What clients may ask. */
  readonly schema: GraphQLSchema;
  readonly source: ExportSource;
  /** Says how much a page of an export may cost. */
  readonly costGuard: CostGuard;
  /** Says whether the one who asked may have that document run. */
  readonly documents: PersistedDocuments;
  readonly log: Logger;
}

/** Runs exports as they come, one at a time in each gateway, as the one who asked for them. */
export function runExports({ log, ...parts }: ExportRunnerParts): ExportRunner {
  let isClosing = false;
  let isNudged = false;
  let timer: NodeJS.Timeout | null = null;
  const runOne = async (): Promise<boolean> => {
    const claimed = await parts.source.claim();
    if (claimed === null) return false;
    await run(claimed, { ...parts, isClosing: () => isClosing });
    return true;
  };
  const work = async (): Promise<void> => {
    try {
      do isNudged = false;
      while (!isClosing && ((await runOne()) || isNudged));
    } catch (error) {
      // The service may be away, or start after the gateway: the export waits there.
      log.debug({ err: error }, "no export could be run");
    }
    isWorking = false;
    if (!isClosing) timer = setTimeout(next, POLL_MS).unref();
  };
  let isWorking = false;
  let working = Promise.resolve();
  const next = (): void => {
    isWorking = true;
    working = work();
  };
  next();
  return {
    nudge: () => {
      isNudged = true;
      if (isWorking || isClosing) return;
      if (timer !== null) clearTimeout(timer);
      next();
    },
    close: async () => {
      isClosing = true;
      if (timer !== null) clearTimeout(timer);
      await working;
    },
  };
}

interface RunParts extends Omit<ExportRunnerParts, "log"> {
  readonly isClosing: () => boolean;
}

async function run(claimed: ExportClaim, parts: RunParts): Promise<void> {
  const { graph, schema, source, costGuard, documents, isClosing } = parts;
  const asked = documents.asked({ query: claimed.source }, viewerOf(claimed));
  if (asked.kind === "Refused") return source.end(claimed, asked.message);
  const variables = JSON.parse(claimed.variables) as Record<string, unknown>; // Checked when it was asked for.
  const tooDear = (query: DocumentNode) =>
    costGuard.tooHigh(claimed.role, priceOf(operationIn(query, null), schema), variables);
  const planning = planExport(claimed.source, variables, { schema, tooDear });
  if (planning.kind === "PlanRefused") return source.end(claimed, planning.message);
  const { plan } = planning;
  let position = claimed.position ?? plan.pages?.firstPosition ?? null;
  let text = claimed.position === null && claimed.format === "CSV" ? csvHeader(plan.columns) : "";
  let rows = 0;
  let keptAt = performance.now();
  for (let pages = 1; ; pages++) {
    const answer = await pageOf(graph, claimed, plan, {
      ...variables,
      ...(plan.pages && { [plan.pages.after]: position }),
    });
    if (answer.kind === "Refused") return source.end(claimed, answer.message);
    const page = rowsAt(answer.data, plan.path);
    text += claimed.format === "CSV" ? csvRows(page, plan.columns) : jsonLines(page);
    rows += page.length;
    const { hasNextPage, endCursor } =
      plan.pages === null ? { hasNextPage: false, endCursor: null } : pageAt(answer.data, plan.pages.connection);
    const isLast = !hasNextPage || endCursor === null;
    const isDue = pages % PAGES_A_PART === 0 || performance.now() - keptAt > MS_A_PART;
    if (isLast || isDue || isClosing()) {
      if (!(await source.keep(claimed, { body: text, rows, position: endCursor }))) return;
      [text, rows] = ["", 0];
      keptAt = performance.now();
    }
    if (isLast) return source.end(claimed, null);
    if (isClosing()) return;
    position = endCursor;
  }
}

const viewerOf = ({ role, subject, partnerIds }: ExportClaim): Viewer => ({
  role,
  subject,
  partnerIds: partnerIds ?? "all",
});

type PageAnswer =
  | { readonly kind: "Answered"; readonly data: unknown }
  | { readonly kind: "Refused"; readonly message: string };

/** A part that is missing would be a wrong file: an answer with any error ends the export. */
async function pageOf(
  graph: ApolloServer<RequestContext>,
  claimed: ExportClaim,
  plan: ExportPlan,
  variables: Record<string, unknown>,
): Promise<PageAnswer> {
  const { body } = await graph.executeOperation(
    { query: plan.source, variables },
    { contextValue: { viewer: viewerOf(claimed), requestId: newId(), language: DEFAULT_LANGUAGE } },
  );
  if (body.kind !== "single") return { kind: "Refused", message: "The query answers in parts." };
  const [error] = body.singleResult.errors ?? [];
  return error === undefined
    ? { kind: "Answered", data: body.singleResult.data }
    : { kind: "Refused", message: `The graph answered: ${error.message}`.slice(0, 500) };
}
