import type { QueryPlan } from "@apollo/query-planner";
import type { GatewayGraphQLRequestContext } from "@apollo/server-gateway-interface";
import { keyOfOperation } from "@tiergraph/kit/subgraph/posted-operation";
import { selectionsOf } from "@tiergraph/kit/subgraph/selection-bound";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { type Answer, type CompiledOperation, compileOperation } from "./compile-operation.js";
import type { Data } from "./data.js";
import { type Ask, NotCompiled } from "./run-plan.js";

/** What one selected field takes in plan and shapes, fragments put in place. */
const BYTES_OF_SELECTION = 2_000;

type AnyRequest = GatewayGraphQLRequestContext<Record<string, unknown>>;

/** How often operations were answered by which executor, for operators. */
export interface ExecutorCounts {
  compiled: number;
  /** Never seen before or forgotten, or holding what is not compiled. */
  stock: number;
}

interface Kept<Context> {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly plan: QueryPlan;
  readonly schema: GraphQLSchema;
  readonly bytes: number;
  /** Made when it is first needed again; null where the stock executor has to do it. */
  compiled?: CompiledOperation<Context> | null;
}

export interface ExecutorOptions<Context> {
  readonly ask: Ask<Context>;
  readonly supergraph: GraphQLSchema;
  /** What operations may take that are kept, in bytes: their texts, and what is compiled of them. */
  readonly maxBytes: number;
}

/**
 * Runs the plans of Apollo's planner by code that is compiled for each operation. What comes for the first time runs on
 * the stock executor, which plans it; its plan is kept. What comes again is compiled and answered here.
 */
export class CompilingExecutor<Context> {
  readonly counts: ExecutorCounts = { compiled: 0, stock: 0 };
  readonly #kept: BoundedMap<string, Kept<Context>>;
  readonly #options: ExecutorOptions<Context>;

  constructor(options: ExecutorOptions<Context>) {
    this.#options = options;
    this.#kept = new BoundedMap(options.maxBytes, (_key, { bytes }) => bytes);
  }

  /** Takes the plan of an operation that the stock executor is about to run. */
  planned(request: AnyRequest, plan: QueryPlan): void {
    const { document, schema } = request;
    const { query = "" } = request.request;
    const operationName = request.request.operationName || null; // Apollo Server takes an empty name as none.
    const key = keyOfOperation(query, operationName);
    if (this.#kept.find(key) !== undefined) return;
    const bytes = query.length + BYTES_OF_SELECTION * selectionsOf(document);
    this.#kept.keep(key, { document, operationName, plan, schema, bytes });
  }

  /** Operations that are kept. */
  get size(): number {
    return this.#kept.size;
  }

  /** An operation that was planned before, compiled; null where the stock executor has to run it. */
  find(query: string, operationName: string | null): CompiledOperation<Context> | null {
    const kept = this.#kept.find(keyOfOperation(query, operationName || null));
    if (kept === undefined) return null;
    if (kept.compiled === undefined) kept.compiled = this.#compile(kept);
    return kept.compiled;
  }

  async execute({ request, context }: AnyRequest, stock: () => Promise<Answer>): Promise<Answer> {
    const compiled = this.find(request.query ?? "", request.operationName ?? null);
    if (compiled === null) {
      this.counts.stock++;
      return stock();
    }
    // The context is the one that this gateway makes for each request.
    return compiled.run((request.variables ?? {}) as Data, context as Context);
  }

  #compile(kept: Kept<Context>): CompiledOperation<Context> | null {
    const { supergraph, ask } = this.#options;
    try {
      const { price, run } = compileOperation(kept, { api: kept.schema, supergraph }, ask);
      return {
        price,
        run: (variables, context) => {
          this.counts.compiled++;
          return run(variables, context);
        },
      };
    } catch (error) {
      if (error instanceof NotCompiled) return null;
      throw error;
    }
  }
}
