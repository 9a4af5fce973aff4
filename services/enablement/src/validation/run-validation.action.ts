import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { addressProblem, guardedGet } from "@tiergraph/kit/http/guarded-get";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, isUuid, newId } from "@tiergraph/kit/values/ids";
import type { Outcome } from "@tiergraph/kit/values/refusal-table";
import { isText } from "@tiergraph/kit/values/text";
import { isForTracks, type ValidationCheck } from "@tiergraph/program/document/enablement";
import type { EventOf } from "@tiergraph/schema/events";
import { reach } from "../onboarding/index.js";
import { findStandings, lockStandings } from "../partner/index.js";
import { policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import type { EnablementPublisher } from "../publisher.js";
import { addressOf, judgeProbe } from "./judge-probe.js";
import { runStateOf } from "./run-state.js";
import { MAX_RUNS_AN_HOUR, MAX_URL, type ValidationRefusal, validationRefusals } from "./validation.refusals.js";
import {
  addChecks,
  countRuns,
  findEndpoints,
  findRun,
  listChecks,
  lockChecks,
  putEndpoints,
  putResults,
} from "./validation.store.js";
import type { CheckRow, StoredCheck } from "./validation-check.entity.js";
import { type RunRow, validationRunTable } from "./validation-run.entity.js";

type ValidationRun = Outcome<{ readonly run: RunRow; readonly checks: readonly CheckRow[] }, ValidationRefusal>;

const HOUR_MS = 3_600_000;

/** A partner says where its solution can be asked. */
export const declareEndpoint =
  (db: Database, clock: Clock, origins: readonly string[]) =>
  async (
    viewer: Viewer,
    { partnerId, url }: { partnerId: string; url: string },
  ): Promise<Outcome<{ readonly url: string }, ValidationRefusal>> => {
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "run validations", partnerId))
      return validationRefusals.PartnerUnknown();
    if (url.length > MAX_URL) return validationRefusals.EndpointTooLong();
    const problem = addressProblem(url, origins);
    if (problem !== null) return validationRefusals.EndpointInvalid({ because: problem });
    const { search, hash } = new URL(url);
    if (search !== "" || hash !== "") return validationRefusals.EndpointHasQuery();
    return db.transact(viewer, async (tx) => {
      if ((await findStandings(tx, [partnerId])).length === 0) return validationRefusals.PartnerUnknown();
      await putEndpoints(tx, [{ partnerId, url, declaredAt: clock.now(), declaredBy: viewer.subject }]);
      return { kind: "Done", url };
    });
  };

/** Begins a run: its probes are sent by a job, and what somebody has to look at waits. */
export const runValidation =
  (db: Database, publish: EnablementPublisher, clock: Clock) =>
  async (viewer: Viewer, asked: { partnerId: string; validation: string }): Promise<ValidationRun> => {
    const { partnerId } = asked;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "run validations", partnerId))
      return validationRefusals.PartnerUnknown();
    return db.transact(viewer, async (tx) => {
      const [partner] = await lockStandings(tx, [partnerId]);
      if (partner === undefined) return validationRefusals.PartnerUnknown();
      const now = clock.now();
      const of = await countRuns(tx, partnerId, new Date(now.getTime() - HOUR_MS));
      if ((of?.count ?? 0) >= MAX_RUNS_AN_HOUR) return validationRefusals.TooManyRuns();
      const inForce = await findProgramInForce(tx);
      const validations = inForce === null ? [] : inForce.document.validations;
      const validation = validations.find(({ name }) => name === asked.validation);
      if (validation === undefined || !isForTracks(validation.tracks, partner.tracks))
        return validationRefusals.ValidationUnknown();
      const [endpoint] = await findEndpoints(tx, [partnerId]);
      const hasProbes = validation.checks.some(({ kind }) => kind === "probe");
      if (hasProbes && endpoint === undefined) return validationRefusals.NoEndpoint();
      const run: RunRow = {
        partnerId,
        runId: newId(),
        validation: validation.name,
        title: validation.title,
        url: endpoint?.url ?? null,
        startedAt: now,
        startedBy: viewer.subject,
      };
      const checks = validation.checks.map(
        (check, position): CheckRow => ({
          partnerId,
          runId: run.runId,
          name: check.name,
          position,
          definition: storedOf(check),
          hasPassed: null,
          evidence: null,
          checkedAt: null,
          checkedBy: null,
        }),
      );
      tx.create(validationRunTable, run);
      await addChecks(tx, checks);
      if (hasProbes) await publish(tx, "ValidationStarted", { partnerId, runId: run.runId });
      return { kind: "Done", run, checks };
    });
  };

function storedOf(check: ValidationCheck): StoredCheck {
  const { name: _, ...definition } = check;
  return definition.kind === "probe" ? { ...definition, json: [...definition.json] } : definition;
}

/**
 * Sends the probes of a run, outside of any transaction, and keeps what came back. A job that was interrupted begins
 * anew: what was found first stays.
 */
export const sendProbes =
  (db: Database, clock: Clock, origins: readonly string[]) =>
  async ({ partnerId, runId }: EventOf<"ValidationStarted">): Promise<void> => {
    const reader = db.readAs(systemViewer("enablement"));
    const run = await findRun(reader, { partnerId, runId });
    if (run?.url == null) return;
    const { url } = run;
    const open = (await listChecks(reader, [run])).filter(({ hasPassed }) => hasPassed === null);
    const results = await Promise.all(
      open.map(async (row): Promise<CheckRow[]> => {
        const { definition } = row;
        if (definition.kind !== "probe") return [];
        const address = addressOf(url, definition);
        const probed = await guardedGet(address, { origins });
        const judged = judgeProbe({ ...definition, name: row.name, json: new Map(definition.json) }, address, probed);
        return [{ ...row, ...judged, checkedAt: clock.now(), checkedBy: "enablement" }];
      }),
    );
    await db.transact(systemViewer("enablement"), async (tx) => {
      await lockChecks(tx, run);
      await putResults(tx, results.flat());
      await notePassed(tx, run, dayOf(clock.now()));
    });
  };

/** Steps that wait for a validation are done once a run of it has passed. */
async function notePassed(tx: Transaction, run: RunRow, on: string): Promise<readonly CheckRow[]> {
  const checks = await listChecks(tx, [run]);
  if (runStateOf(checks) === "PASSED")
    await reach(tx, [{ partnerId: run.partnerId, kind: "validation", name: run.validation, on }]);
  return checks;
}

export interface RecordCheck {
  readonly id: string;
  readonly check: string;
  readonly hasPassed: boolean;
  /** What was seen. */
  readonly evidence: string;
}

/** Somebody of the vendor looked at what no probe can see. The first finding stays. */
export const recordCheck =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: RecordCheck): Promise<ValidationRun> => {
    const owned = decodeOwnedId(asked.id);
    if (owned === null || !policy.permitsFor(viewer, "work for the vendor", owned.partnerId))
      return validationRefusals.RunUnknown();
    if (!isText(asked.evidence)) return validationRefusals.EvidenceInvalid();
    return db.transact(viewer, async (tx) => {
      const run = await findRun(tx, { partnerId: owned.partnerId, runId: owned.id });
      if (run === null) return validationRefusals.RunUnknown();
      const row = (await lockChecks(tx, run)).find(({ name }) => name === asked.check);
      if (row === undefined) return validationRefusals.CheckUnknown();
      if (row.definition.kind === "probe") return validationRefusals.CheckRunsItself({ title: row.definition.title });
      const { hasPassed, evidence } = asked;
      const now = clock.now();
      await putResults(tx, [{ ...row, hasPassed, evidence, checkedAt: now, checkedBy: viewer.subject }]);
      return { kind: "Done", run, checks: await notePassed(tx, run, dayOf(now)) };
    });
  };
