import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import type { Outcome } from "@tiergraph/kit/values/refusal-table";
import { type CompletionOutcome, completeIn } from "../completion/index.js";
import type { EnablementPublisher } from "../publisher.js";
import { MAX_STATEMENTS, type ReadStatement, readStatement, statementsIn } from "./read-statement.js";
import { type StatementRefusal, statementRefusals } from "./statement.refusals.js";

export type StatementOutcome = CompletionOutcome | Exclude<ReadStatement, { kind: "Completion" }>;
type StatementsRecorded = Outcome<{ readonly outcomes: readonly StatementOutcome[] }, StatementRefusal>;

/** Records what a learning system says was completed, each statement by itself. Safe to repeat, as completions are. */
export const recordStatements =
  (db: Database, publish: EnablementPublisher, clock: Clock) =>
  async (viewer: Viewer, { statements }: { statements: string }): Promise<StatementsRecorded> => {
    const given = statementsIn(statements);
    if (given === null) return statementRefusals.NoStatements();
    if (given.length > MAX_STATEMENTS) return statementRefusals.TooMany();
    const read = given.map(readStatement);
    const reports = read.flatMap((one) => (one.kind === "Completion" ? one.report : []));
    return db.transact(viewer, async (tx) => {
      const settled = await completeIn(tx, publish, reports, clock.now());
      if (settled === null) return statementRefusals.NoProgramInForce();
      const outcomes = [...settled.outcomes];
      return {
        kind: "Done",
        outcomes: read.map((one): StatementOutcome => {
          if (one.kind !== "Completion") return one;
          const outcome = outcomes.shift();
          if (outcome === undefined) throw new Error("A completion came to nothing");
          return outcome;
        }),
      };
    });
  };
