import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { readsTrainingOf } from "../policy.js";
import type { ProgramReader } from "../program/index.js";
import { findEndpoints, listChecks, listRuns } from "./validation.store.js";
import type { RunRow } from "./validation-run.entity.js";

const MAX_RUNS = 20;

/** How resolvers read validations: endpoints, runs and checks each in one statement a request level. */
export function validationReads({ reader, viewer }: ReadParts, program: ProgramReader) {
  const mayRead = readsTrainingOf(viewer);
  const text = (key: string) => key;
  const keyOf = ({ partnerId, runId }: Pick<RunRow, "partnerId" | "runId">) => `${partnerId} ${runId}`;
  const endpoints = loaderOfOne(
    (ids: readonly string[]) => findEndpoints(reader, ids.filter(mayRead)),
    ({ partnerId }) => partnerId,
    text,
  );
  const runs = loaderOfMany(
    (ids: readonly string[]) =>
      listRuns(
        reader,
        ids.filter(mayRead).map((partnerId) => ({ partnerId })),
        MAX_RUNS,
      ),
    ({ partnerId }) => partnerId,
    text,
  );
  const checks = loaderOfMany(
    (rows: readonly Pick<RunRow, "partnerId" | "runId">[]) => listChecks(reader, rows),
    keyOf,
    keyOf,
  );
  return {
    validations: async () =>
      ((await program())?.validations ?? []).map(({ checks: list, ...validation }) => ({
        id: encodeNamedId("Validation", validation.name),
        ...validation,
        checks: list.map(({ title }) => title),
      })),
    endpoint: async (partnerId: string) => (await endpoints.load(partnerId))?.url ?? null,
    validationRuns: (partnerId: string) => runs.load(partnerId),
    validationChecks: (run: RunRow) => checks.load(run),
  };
}
export type ValidationReads = ReturnType<typeof validationReads>;
