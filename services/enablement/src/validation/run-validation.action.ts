import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { addressProblem, guardedGet } from "@tiergraph/kit/http/guarded-get";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, isUuid, newId } from "@tiergraph/kit/values/ids";
import { type Outcome, refusal } from "@tiergraph/kit/values/refusal";
import { isText } from "@tiergraph/kit/values/text";
import { isForTracks, type ValidationCheck } from "@tiergraph/program/document/enablement";
import { publishedProgram } from "@tiergraph/program/document/program";
import type { EventOf } from "@tiergraph/schema/events";
import { reach } from "../onboarding/index.js";
import { findStandings, lockStandings } from "../partner/index.js";
import { policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import type { EnablementPublisher } from "../publisher.js";
import { addressOf, judgeProbe } from "./judge-probe.js";
import { runStateOf } from "./run-state.js";
import {
  addChecks,
  addRun,
  countRuns,
  findEndpoints,
  findRun,
  listChecks,
  lockChecks,
  putEndpoint,
  putResults,
} from "./validation.store.js";
import type { CheckRow, StoredCheck } from "./validation-check.entity.js";
import type { RunRow } from "./validation-run.entity.js";

export const VALIDATION_CODES = [
  "PARTNER_NOT_FOUND",
  "VALIDATION_UNKNOWN",
  "NO_ENDPOINT",
  "TOO_MANY_RUNS",
  "ENDPOINT_INVALID",
  "RUN_NOT_FOUND",
  "CHECK_UNKNOWN",
  "CHECK_RUNS_ITSELF",
  "TEXT_INVALID",
] as const;
type Code = (typeof VALIDATION_CODES)[number];
export type ValidationRun = Outcome<{ readonly run: RunRow; readonly checks: readonly CheckRow[] }, Code>;

const unknownPartner = refusal("PARTNER_NOT_FOUND", ["partnerId"], "There is no such partner.");
const MAX_URL = 500;
/** So that nobody has us knock at somebody else's door all day. */
const MAX_RUNS_AN_HOUR = 100;
const HOUR_MS = 3_600_000;

/** A partner says where its solution can be asked. */
export const declareEndpoint =
  (db: Database, clock: Clock, origins: readonly string[]) =>
  async (
    viewer: Viewer,
    { partnerId, url }: { partnerId: string; url: string },
  ): Promise<Outcome<{ readonly url: string }, Code>> => {
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "run validations", partnerId)) return unknownPartner;
    const problem =
      url.length > MAX_URL ? `An address has at most ${MAX_URL} characters.` : addressProblem(url, origins);
    if (problem !== null) return refusal("ENDPOINT_INVALID", ["url"], problem);
    const { search, hash } = new URL(url);
    if (search !== "" || hash !== "")
      return refusal("ENDPOINT_INVALID", ["url"], "Paths are added to it: it ends before a question mark.");
    return db.transact(viewer, async (tx) => {
      if ((await findStandings(tx, [partnerId])).length === 0) return unknownPartner;
      await putEndpoint(tx, { partnerId, url, at: clock.now(), by: viewer.subject });
      return { kind: "Done", url };
    });
  };

/** Begins a run: its probes are sent by a job, and what somebody has to look at waits. */
export const runValidation =
  (db: Database, publish: EnablementPublisher, clock: Clock) =>
  async (viewer: Viewer, asked: { partnerId: string; validation: string }): Promise<ValidationRun> => {
    const { partnerId } = asked;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "run validations", partnerId)) return unknownPartner;
    return db.transact(viewer, async (tx) => {
      const [partner] = await lockStandings(tx, [partnerId]);
      if (partner === undefined) return unknownPartner;
      const now = clock.now();
      const of = await countRuns(tx, partnerId, new Date(now.getTime() - HOUR_MS));
      if ((of?.count ?? 0) >= MAX_RUNS_AN_HOUR)
        return refusal("TOO_MANY_RUNS", ["partnerId"], `At most ${MAX_RUNS_AN_HOUR} runs within an hour.`);
      const [inForce] = await findProgramInForce(tx);
      const validations = inForce === undefined ? [] : publishedProgram(inForce.source).validations;
      const validation = validations.find(({ name }) => name === asked.validation);
      if (validation === undefined || !isForTracks(validation.tracks, partner.tracks))
        return refusal("VALIDATION_UNKNOWN", ["validation"], "The program has no such validation for this partner.");
      const [endpoint] = await findEndpoints(tx, [partnerId]);
      const hasProbes = validation.checks.some(({ kind }) => kind === "probe");
      if (hasProbes && endpoint === undefined)
        return refusal("NO_ENDPOINT", ["partnerId"], "The partner has not declared the address of its solution.");
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
      await addRun(tx, run);
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
  readonly runId: string;
  readonly check: string;
  readonly hasPassed: boolean;
  /** What was seen. */
  readonly evidence: string;
}

/** Somebody of the vendor looked at what no probe can see. The first finding stays. */
export const recordCheck =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: RecordCheck): Promise<ValidationRun> => {
    const owned = decodeOwnedId(asked.runId);
    if (owned === null || !policy.permitsFor(viewer, "work for the vendor", owned.partnerId)) return unknownRun;
    if (!isText(asked.evidence)) return refusal("TEXT_INVALID", ["evidence"], "evidence must be 1 to 200 characters.");
    return db.transact(viewer, async (tx) => {
      const run = await findRun(tx, { partnerId: owned.partnerId, runId: owned.id });
      if (run === null) return unknownRun;
      const row = (await lockChecks(tx, run)).find(({ name }) => name === asked.check);
      if (row === undefined) return refusal("CHECK_UNKNOWN", ["check"], "The run has no such check.");
      if (row.definition.kind === "probe")
        return refusal("CHECK_RUNS_ITSELF", ["check"], `${row.definition.title} is found out by asking the endpoint.`);
      const { hasPassed, evidence } = asked;
      const now = clock.now();
      await putResults(tx, [{ ...row, hasPassed, evidence, checkedAt: now, checkedBy: viewer.subject }]);
      return { kind: "Done", run, checks: await notePassed(tx, run, dayOf(now)) };
    });
  };

const unknownRun = refusal("RUN_NOT_FOUND", ["runId"], "There is no such run.");
