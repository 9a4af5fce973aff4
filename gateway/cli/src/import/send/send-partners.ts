import type { LineReading, Refusal } from "../line/line-problem.js";
import type { PartnerReport } from "../line/partner-of-line.js";
import { openPartnerBook, type ToGraph } from "./books.js";
import { inFileOrder, readBatch, type Sender, type UnderstoodLine } from "./send-batch.js";

/** Sends partners. A code that stood in the file before is refused, since one of the two lines must be wrong. */
export function partnerSender(
  toGraph: ToGraph,
  read: (cells: readonly string[]) => LineReading<PartnerReport>,
): Sender {
  const enter = openPartnerBook(toGraph);
  const lineOfCode = new Map<string, number>();
  return {
    counts: { "partners added": 0, "partners changed": 0, "partners unchanged": 0 },
    send: async (lines) => {
      const { understood, refusals } = readBatch(lines, read);
      const repeated: Refusal[] = [];
      const once: UnderstoodLine<PartnerReport>[] = [];
      for (const { line, report } of understood) {
        const earlier = lineOfCode.get(report.code);
        if (earlier === undefined) {
          lineOfCode.set(report.code, line.line);
          once.push({ line, report });
        } else {
          const message = `The code stands on line ${earlier} already.`;
          repeated.push({ line, externalId: report.code, problem: { code: "DUPLICATE_CODE", field: "code", message } });
        }
      }
      const entered = await enter(once.map(({ report }) => report));
      if (entered.kind === "GraphFailed") return entered;
      const refused = once.flatMap(({ line, report }): Refusal[] => {
        const entry = entered.entries.get(report.code);
        return entry?.kind === "Refused" ? [{ line, externalId: report.code, problem: entry.problem }] : [];
      });
      const { added, changed } = entered;
      const unchanged = once.length - refused.length - added - changed;
      return {
        kind: "BatchSent",
        counts: { "partners added": added, "partners changed": changed, "partners unchanged": unchanged },
        refusals: inFileOrder([...refusals, ...repeated, ...refused]),
      };
    },
  };
}
