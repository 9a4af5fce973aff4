import { RECORD_EXCHANGE_RATES } from "../../client/operations.js";
import type { LineReading, Refusal } from "../line/line-problem.js";
import type { RateReport } from "../line/rate-of-line.js";
import type { ToGraph } from "./books.js";
import { inFileOrder, readBatch, type Sender } from "./send-batch.js";

/** Sends exchange rates. */
export const rateSender = (
  { ask, isDryRun }: ToGraph,
  read: (cells: readonly string[]) => LineReading<RateReport>,
): Sender => ({
  counts: { "rates recorded": 0, "rates unchanged": 0 },
  send: async (lines) => {
    const { understood, refusals } = readBatch(lines, read);
    const answer = await ask(RECORD_EXCHANGE_RATES, {
      rates: understood.map(({ report }) => report),
      dryRun: isDryRun,
    });
    if (answer.kind === "GraphFailed") return answer;
    const { results, userErrors } = answer.data.recordExchangeRates;
    const [refusal] = userErrors;
    if (refusal !== undefined) return { kind: "GraphFailed", message: `it took none of the batch: ${refusal.message}` };
    const refused = results.flatMap(({ index, outcome, code, field, message }): Refusal[] => {
      const one = understood[index];
      if (outcome !== "REFUSED" || one === undefined) return [];
      const { from, to } = one.report;
      const problem = { code: code ?? "REFUSED", field: field ?? "", message: message ?? "" };
      return [{ line: one.line, externalId: `${from} ${to}`, problem }];
    });
    const count = (wanted: string) => results.filter(({ outcome }) => outcome === wanted).length;
    return {
      kind: "BatchSent",
      counts: { "rates recorded": count("RECORDED"), "rates unchanged": count("UNCHANGED") },
      refusals: inFileOrder([...refusals, ...refused]),
    };
  },
});
